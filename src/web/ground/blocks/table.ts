import { html } from 'hono/html'
import { raised } from '../raised.ts'
import type { Html } from '../page-route.ts'

export interface Column {
  readonly head: string | Html
  /** Digits stand below digits. */
  readonly isFigure?: boolean
}

export interface Table {
  /** Names the table for whoever does not see it. */
  readonly caption: string
  readonly isCaptionSeen?: boolean
  readonly columns: readonly Column[]
  /** As many cells as columns; the first one names the row. */
  readonly rows: readonly (readonly (string | Html)[])[]
  readonly foot?: Html
}

/** A table scrolls inside itself, and is a region that a keyboard reaches. */
export const table = ({ caption, isCaptionSeen = false, columns, rows, foot }: Table): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption class="${isCaptionSeen ? 'seen' : 'unseen'}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ head, isFigure }) => html`<th scope="col" class="${isFigure === true ? 'figure' : ''}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => cellOf(cell, i, columns[i]))}
            </tr>`,
        )}
      </tbody>
      ${
        foot === undefined
          ? ''
          : html`<tfoot>
              ${foot}
            </tfoot>`
      }
    </table>
  </div>`

const cellOf = (cell: string | Html, place: number, column: Column | undefined): Html => {
  const kind = column?.isFigure === true ? 'figure' : ''
  const shown = typeof cell === 'string' ? raised(cell) : cell
  return place === 0
    ? html`<th scope="row" class="${kind}">${shown}</th>`
    : html`<td class="${kind}">${shown}</td>`
}
