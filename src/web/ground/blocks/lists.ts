import { html } from 'hono/html'
import { attribute, when } from '../html.ts'
import type { Html, Visit } from '../page-route.ts'
import { withQuery } from '../preferences.ts'
import { groundWords } from '../words.ts'

/** To the next page of a list, by the cursor that the API answered; `null` where there is none. */
export function pager({ url, language }: Visit, next: string | null): Html {
  const words = groundWords[language]
  const isFirst = !url.searchParams.has('cursor')
  if (isFirst && next === null) return html``
  return html`<nav class="pager" aria-label="${words.pages}">
    ${when(!isFirst, () => html`<a href="${withQuery(url, { cursor: undefined })}">${words.first}</a>`)}
    ${when(next, () => html`<a rel="next" href="${withQuery(url, { cursor: next ?? undefined })}">${words.next}</a>`)}
  </nav>`
}

/** Where a list has nothing: why, and what can be done about it. */
export const emptyState = (title: string, text: string | Html, action?: Html): Html =>
  html`<div class="empty">
    <p class="large">${title}</p>
    <p>${text}</p>
    ${action ?? ''}
  </div>`

export interface Tab {
  readonly href: string
  readonly label: string
  readonly isCurrent?: boolean
}

/** Views of the same thing; links, so that each has an address. */
export const tabs = (label: string, list: readonly Tab[]): Html =>
  html`<nav class="tabs" aria-label="${label}">
    ${list.map(
      ({ href, label: word, isCurrent }) =>
        html`<a href="${href}" ${attribute('aria-current', isCurrent === true && 'page')}>${word}</a>`,
    )}
  </nav>`
