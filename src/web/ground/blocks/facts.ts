import { html } from 'hono/html'
import { raised } from '../raised.ts'
import type { Html } from '../page-route.ts'

export interface Fact {
  readonly label: string
  readonly text: string | Html
  readonly isCode?: boolean
}

/** What is so, each with its name; a fact that nobody stated is left out by the caller. */
export const facts = (list: readonly Fact[]): Html =>
  html`<dl class="facts">
    ${list.map(
      ({ label, text, isCode }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>
            ${isCode === true ? html`<code>${text}</code>` : typeof text === 'string' ? raised(text) : text}
          </dd>
        </div>`,
    )}
  </dl>`
