import { html } from 'hono/html'
import type { ScaleLinear } from 'd3-scale'
import { line, words, type Html } from './drawing.ts'
import { captionOf, marksOn, type Marks } from './marks.ts'

export type ValueScale = ScaleLinear<number, number>

/** The part of the sheet that is drawn in, between the axes. */
export interface Field {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface MeasuredAxis {
  readonly quantity: string
  readonly unit: string
  /** About how many marks. */
  readonly marks?: number
}

const markLength = 5

/** An axis of values below the field. */
export function bottomAxis(scale: ValueScale, field: Field, axis: MeasuredAxis): Html {
  const marks = marksOn(scale, axis.marks ?? 5)
  return html`<g class="axis">
    ${line('axis-line', [field.left, field.bottom], [field.right, field.bottom])}
    ${marks.at.map((x, i) => bottomMark(scale(x), field, marks.labels[i] ?? ''))}
    ${caption([field.right, field.bottom + 54], captionOf(axis.quantity, axis.unit, marks), 'end')}
  </g>`
}

/** One mark below the field, with what stands under it. */
export const bottomMark = (x: number, { bottom }: Field, label: string): Html =>
  html`${line('mark', [x, bottom], [x, bottom + markLength])}
  ${words('label', [x, bottom + 26], label, 'middle')}`

/** An axis of values at the left of the field, with a thin line through the field at each mark. */
export const leftAxis = (scale: ValueScale, field: Field, axis: MeasuredAxis, marks: Marks): Html =>
  html`<g class="axis">
    ${marks.at.map(
      (y, i) =>
        html`${line('through', [field.left, scale(y)], [field.right, scale(y)])}
        ${words('label', [field.left - 9, scale(y) + 5], marks.labels[i] ?? '', 'end')}`,
    )}
    ${caption([4, field.top - 14], captionOf(axis.quantity, axis.unit, marks))}
  </g>`

/** What follows an underscore is an index (ISO 80000-1, 7.1.2) and stands lower. */
const caption = (at: readonly [number, number], text: string, anchor: 'start' | 'end' = 'start'): Html =>
  words(
    'caption',
    at,
    html`${text
      .split(/(_[A-Za-z0-9]+)/)
      .map((part, i) =>
        i % 2 === 1
          ? html`<tspan class="index" dy="4">${part.slice(1)}</tspan>`
          : html`<tspan ${i > 0 ? html`dy="-4"` : ''}>${part}</tspan>`,
      )}`,
    anchor,
  )

/** Room for the longest label: a letter is at most so wide, on a phone too, where letters are drawn larger. */
export const widthOf = (labels: readonly string[]): number =>
  Math.max(...labels.map((each) => [...each].length * 9.4), 18) + 14
