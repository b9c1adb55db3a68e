import { html } from 'hono/html'
import type { ScaleTime } from 'd3-scale'
import type { ValueScale } from './axis.ts'
import { line, place, type Html } from './drawing.ts'

export interface DriftPoint {
  /** A day or an instant. */
  readonly at: string
  readonly value: number
  readonly expandedUncertainty?: number
  readonly stage: 'as-found' | 'as-left' | 'as-found-and-left'
  /** What is told of the point: the day, the value with its uncertainty, and the certificate. */
  readonly told: string
  readonly href?: string
}

const halfCap = 5

/** A value with its expanded uncertainty. As found is hollow, as left is filled, and both in one is a square on its corner. */
export function driftPoint(
  point: DriftPoint,
  { x, y }: { readonly x: ScaleTime<number, number>; readonly y: ValueScale },
): Html {
  const at = x(new Date(point.at))
  const drawn = html`<g class="point ${point.stage}">
    <title>${point.told}</title>
    ${point.expandedUncertainty === undefined ? '' : uncertaintyBar(at, point.value, point.expandedUncertainty, y)}
    ${shapeOf(point, at, y(point.value))}
  </g>`
  return point.href === undefined
    ? drawn
    : html`<a href="${point.href}" aria-label="${point.told}">${drawn}</a>`
}

const uncertaintyBar = (at: number, value: number, U: number, y: ValueScale): Html =>
  html`${line('bar', [at, y(value - U)], [at, y(value + U)])}
  ${line('bar', [at - halfCap, y(value - U)], [at + halfCap, y(value - U)])}
  ${line('bar', [at - halfCap, y(value + U)], [at + halfCap, y(value + U)])}`

function shapeOf({ stage }: DriftPoint, x: number, y: number): Html {
  if (stage !== 'as-found-and-left')
    return html`<circle class="dot" cx="${place(x)}" cy="${place(y)}" r="4.5" />`
  const corners = `M${place(x)} ${place(y - 6)}L${place(x + 6)} ${place(y)}L${place(x)} ${place(y + 6)}L${place(x - 6)} ${place(y)}Z`
  return html`<path class="dot" d="${corners}" />`
}
