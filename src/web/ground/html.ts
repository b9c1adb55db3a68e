import { html } from 'hono/html'
import type { Html } from './page-route.ts'

export const nothing: Html = html``

/** What has no content is not there. */
export const when = (is: unknown, content: () => Html): Html => (is ? content() : nothing)

/** A part of a page under a heading; `id` names it for links and for readers of screens. */
export const section = (id: string, title: string | Html, content: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`

/** An attribute that is there or not: `${attribute('checked', isChosen)}`. */
export const attribute = (name: string, value: string | boolean | undefined): Html => {
  if (value === undefined || value === false) return nothing
  return value === true ? html` ${name}` : html` ${name}="${value}"`
}
