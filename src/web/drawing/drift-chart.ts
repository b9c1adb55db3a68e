import { html } from 'hono/html'
import { scaleLinear, scaleUtc, type ScaleTime } from 'd3-scale'
import { bottomMark, leftAxis, widthOf, type Field, type MeasuredAxis, type ValueScale } from './axis.ts'
import { driftPoint, type DriftPoint } from './drift-point.ts'
import { drawing, line, pathThrough, words, type Described, type Html } from './drawing.ts'
import { dayMarks, marksOn } from './marks.ts'

/** Limits of the values: maximum permissible errors, or the control limits of a laboratory. */
export interface DriftLimits {
  readonly lower?: number
  readonly upper?: number
  readonly label: string
}

export interface DriftEvent {
  readonly at: string
  readonly kind: 'adjustment' | 'repair' | 'other'
  readonly label: string
}

export interface DriftDrawing extends Described, MeasuredAxis {
  readonly points: readonly DriftPoint[]
  readonly limits?: DriftLimits
  readonly controlLimits?: DriftLimits
  /** What the drift is predicted to be, with the band of its expanded uncertainty. */
  readonly prediction?: {
    readonly line: readonly { readonly at: string; readonly value: number }[]
    readonly band: readonly { readonly at: string; readonly lower: number; readonly upper: number }[]
    readonly label: string
  }
  readonly due?: { readonly at: string; readonly label: string }
  readonly events?: readonly DriftEvent[]
}

interface Places {
  readonly x: ScaleTime<number, number>
  readonly y: ValueScale
  readonly field: Field
}

const width = 640

/** The results of an instrument over the years: U as bars, limits as lines, what happened to it in between, and where it is heading. */
export function driftChart(asked: DriftDrawing): Html {
  const places = placesFor(asked)
  const { field, x, y } = places
  const { limits, controlLimits, prediction, due, events = [], points } = asked
  return drawing({
    name: 'drift',
    width,
    height: field.bottom + 38,
    title: asked.title,
    description: asked.description,
    hasLinks: points.some(({ href }) => href !== undefined),
    content: html`${leftAxis(y, field, asked, marksOn(y, asked.marks ?? 5))}
      <g class="axis">
        ${line('axis-line', [field.left, field.bottom], [field.right, field.bottom])}
        ${dayMarks(x, 5).map(({ at, label }) => bottomMark(x(at), field, label))}
      </g>
      ${prediction === undefined ? '' : predicted(prediction, places)}
      ${controlLimits === undefined ? '' : limitLines('control-limit', controlLimits, places)}
      ${limits === undefined ? '' : limitLines('limit', limits, places)}
      ${events.map((event) => standing(`event ${event.kind}`, event.at, event.label, places))}
      ${due === undefined ? '' : standing('due', due.at, due.label, places)}
      ${points.map((point) => driftPoint(point, places))}`,
  })
}

function placesFor(asked: DriftDrawing): Places {
  const [lowest, highest] = valuesIn(asked)
  const room = (highest - lowest || Math.abs(highest) * 1e-3 || 1) * 0.06
  const [top, bottom] = [44, 300]
  const y = scaleLinear([lowest - room, highest + room], [bottom, top]).nice(5)
  const left = widthOf(marksOn(y, asked.marks ?? 5).labels)
  const field = { left, right: width - 24, top, bottom }
  const moments = momentsIn(asked)
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  const margin = Math.max((to - from) * 0.04, 86_400_000)
  const x = scaleUtc([new Date(from - margin), new Date(to + margin)], [field.left, field.right])
  return { x, y, field }
}

function valuesIn({ points, limits, controlLimits, prediction }: DriftDrawing): [number, number] {
  const values = [
    ...points.flatMap(({ value, expandedUncertainty: U = 0 }) => [value - U, value + U]),
    ...[limits, controlLimits].flatMap((each) => [each?.lower, each?.upper]),
    ...(prediction?.line.map(({ value }) => value) ?? []),
    ...(prediction?.band.flatMap(({ lower, upper }) => [lower, upper]) ?? []),
  ].filter((each) => each !== undefined)
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}

function momentsIn({ points, prediction, due, events = [] }: DriftDrawing): number[] {
  const days = [
    ...points.map(({ at }) => at),
    ...(prediction?.line.map(({ at }) => at) ?? []),
    ...(prediction?.band.map(({ at }) => at) ?? []),
    ...events.map(({ at }) => at),
    ...(due === undefined ? [] : [due.at]),
  ]
  return days.length === 0 ? [0] : days.map((each) => Date.parse(each))
}

function predicted(
  { line: middle, band, label }: NonNullable<DriftDrawing['prediction']>,
  { x, y }: Places,
): Html {
  const at = (day: string) => x(new Date(day))
  const upper = band.map((each) => [at(each.at), y(each.upper)] as const)
  const lower = band.map((each) => [at(each.at), y(each.lower)] as const).toReversed()
  return html`<g class="prediction">
    ${band.length === 0 ? '' : html`<path class="band" d="${pathThrough([...upper, ...lower])}Z"><title>${label}</title></path>`}
    <path class="middle" d="${pathThrough(middle.map((each) => [at(each.at), y(each.value)]))}">
      <title>${label}</title>
    </path>
  </g>`
}

/** Limits of error are named at the left, control limits at the right: they may lie close to each other, and to the day it is due. */
const placeOf = (name: string, at: number, { left, right }: Field): readonly [number, number] =>
  name === 'limit' ? [left + 6, at] : [right - 6, at]

const limitLines = (name: string, { lower, upper, label }: DriftLimits, { y, field }: Places): Html =>
  html`<g class="${name}">
    ${[upper, lower].map((each) =>
      each === undefined
        ? ''
        : html`${line('line', [field.left, y(each)], [field.right, y(each)], label)}
          ${words('label', placeOf(name, y(each) + (each === upper ? -5 : 15), field), label, name === 'limit' ? 'start' : 'end')}`,
    )}
  </g>`

/** A day that matters, as a line through the field; its words stand on the side where there is room. */
function standing(name: string, day: string, label: string, { x, field }: Places): Html {
  const at = x(new Date(day))
  const isRight = at > (field.left + field.right) / 2
  return html`<g class="${name}">
    ${line('line', [at, field.top], [at, field.bottom], `${label} ${day.slice(0, 10)}`)}
    ${words('label', [at + (isRight ? -5 : 5), field.top + 12], label, isRight ? 'end' : 'start')}
  </g>`
}
