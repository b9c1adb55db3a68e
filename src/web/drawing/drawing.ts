import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

/** What is drawn is described in words: the title names it, the description says what is to be seen in it. */
export interface Described {
  readonly title: string
  readonly description: string
}

interface Sheet extends Described {
  readonly name: string
  readonly width: number
  readonly height: number
  /** A drawing with links in it is no picture: a reader must be able to enter it (WAI-ARIA, img). */
  readonly hasLinks?: boolean
  readonly content: Html
}

/** A drawing as wide as its place; colours and letters by classes, so that dark mode and a phone are the style's affair. */
export const drawing = ({ name, width, height, title, description, hasLinks, content }: Sheet): Html =>
  html`<svg
    class="drawing ${name}"
    viewBox="0 0 ${width} ${height}"
    role="${hasLinks === true ? 'group' : 'img'}"
    aria-label="${title}"
  >
    <title>${title}</title>
    <desc>${description}</desc>
    ${content}
  </svg>`

/** A place to a hundredth of a unit: finer is not seen, and makes pages long. */
export function place(x: number): number {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is no place on a drawing`)
  return Math.round(x * 100) / 100 + 0
}

/** A line through points. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${place(x)} ${place(y)}`).join('')

export const line = (
  name: string,
  from: readonly [number, number],
  to: readonly [number, number],
  told?: string,
): Html =>
  html`<line
    class="${name}"
    x1="${place(from[0])}"
    y1="${place(from[1])}"
    x2="${place(to[0])}"
    y2="${place(to[1])}"
  >
    ${told === undefined ? '' : html`<title>${told}</title>`}
  </line>`

/** Words at a place; `anchor` says which end of them stands there. */
export const words = (
  name: string,
  [x, y]: readonly [number, number],
  text: string | Html,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Html => html`<text class="${name} at-${anchor}" x="${place(x)}" y="${place(y)}">${text}</text>`
