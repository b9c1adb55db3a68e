import { html } from 'hono/html'
import { when } from '../html.ts'
import type { Html, Visit } from '../page-route.ts'
import { groundWords } from '../words.ts'

export interface PageHead {
  readonly title: string | Html
  /** Where one came from; the last is the page itself. */
  readonly trail?: readonly { readonly href?: string; readonly label: string }[]
  /** A state behind the title: a chip. */
  readonly state?: Html
  readonly lead?: string | Html
  /** What can be done here: links and forms. */
  readonly actions?: Html
}

/** The first heading, in one form on every page. */
export const pageHead = ({ language }: Visit, { title, trail, state, lead, actions }: PageHead): Html =>
  html`<div class="page-head">
    ${when(trail, () => breadcrumb(trail ?? [], groundWords[language].place))}
    <div class="title-row">
      <h1>${title}</h1>
      ${state ?? ''} ${when(actions, () => html`<div class="actions">${actions ?? ''}</div>`)}
    </div>
    ${when(lead, () => html`<p class="lead">${lead ?? ''}</p>`)}
  </div>`

export const breadcrumb = (
  trail: readonly { readonly href?: string; readonly label: string }[],
  label: string,
): Html =>
  html`<nav class="trail" aria-label="${label}">
    <ol>
      ${trail.map(({ href, label: word }) =>
        href === undefined
          ? html`<li aria-current="page">${word}</li>`
          : html`<li><a href="${href}">${word}</a></li>`,
      )}
    </ol>
  </nav>`
