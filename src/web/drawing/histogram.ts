import { html } from 'hono/html'
import { scaleLinear } from 'd3-scale'
import { bottomAxis, type Field, type MeasuredAxis, type ValueScale } from './axis.ts'
import { drawing, line, pathThrough, place, words, type Described, type Html } from './drawing.ts'

/** Classes of equal width, as a Monte Carlo run answers them. */
export interface Classes {
  readonly lower: number
  readonly width: number
  readonly counts: readonly number[]
  /** All trials, those outside the classes too. */
  readonly trials: number
}

export interface MarkedInterval {
  readonly lower: number
  readonly upper: number
  readonly label: string
  readonly name: 'gum' | 'symmetric' | 'shortest'
}

export interface HistogramDrawing extends Described, MeasuredAxis {
  readonly classes: Classes
  /** What the law of propagation says, as a density over the same quantity. */
  readonly density?: (x: number) => number
  readonly intervals?: readonly MarkedInterval[]
  /** What the curve is, for its title. */
  readonly curve?: string
}

const width = 640
const rowHeight = 28

/** The distribution of the trials under the density of the law of propagation, with coverage intervals above (JCGM 101:2008, 5.10, 8). */
export function histogram(asked: HistogramDrawing): Html {
  const { classes, density, intervals = [], title, description } = asked
  const field: Field = { left: 12, right: width - 12, top: 16 + rowHeight * intervals.length, bottom: 320 }
  const end = classes.lower + classes.width * classes.counts.length
  const x = scaleLinear([classes.lower, end], [field.left, field.right])
  const heights = classes.counts.map((count) => count / (classes.trials * classes.width))
  const curve = density === undefined ? [] : curveOf(density, [classes.lower, end])
  const y = scaleLinear(
    [0, Math.max(...heights, ...curve.map(([, p]) => p)) * 1.04 || 1],
    [field.bottom, field.top],
  )
  return drawing({
    name: 'histogram',
    width,
    height: field.bottom + 64,
    title,
    description,
    content: html`${barsOf(classes, heights, { x, y, intervals })}
    ${
      curve.length === 0
        ? ''
        : html`<path class="density" d="${pathThrough(curve.map(([at, p]) => [x(at), y(p)]))}">
            <title>${asked.curve ?? title}</title>
          </path>`
    }
    ${intervals.map((interval, row) => bracket(interval, row, x, field))} ${bottomAxis(x, field, asked)}`,
  })
}

const points = 160

const curveOf = (density: (x: number) => number, [from, to]: readonly [number, number]): [number, number][] =>
  Array.from({ length: points + 1 }, (_, i) => {
    const at = from + ((to - from) * i) / points
    return [at, density(at)]
  })

interface Placed {
  readonly x: ValueScale
  readonly y: ValueScale
  readonly intervals: readonly MarkedInterval[]
}

/** What lies outside the interval that the trials give is paler. */
function barsOf(
  { lower, width: each }: Classes,
  heights: readonly number[],
  { x, y, intervals }: Placed,
): Html {
  const covered = intervals.find(({ name }) => name === 'symmetric')
  return html`<g class="bars">
    ${heights.map((height, i) => {
      const from = lower + i * each
      const middle = from + each / 2
      const isBeyond = covered !== undefined && (middle < covered.lower || middle > covered.upper)
      const left = place(x(from) + 0.4)
      return html`<rect
        class="${isBeyond ? 'beyond' : 'within'}"
        x="${left}"
        y="${place(y(height))}"
        width="${place(Math.max(0.5, x(from + each) - 0.4 - left))}"
        height="${place(y(0) - y(height))}"
      />`
    })}
  </g>`
}

/** An interval as a bracket above the field, its ends led down through it. */
function bracket(interval: MarkedInterval, row: number, x: ValueScale, field: Field): Html {
  const { lower, upper, label, name } = interval
  const within = (at: number) => Math.min(field.right, Math.max(field.left, x(at)))
  const [from, to] = [within(lower), within(upper)]
  const y = 20 + row * rowHeight
  return html`<g class="interval ${name}">
    ${line('reach', [from, y], [to, y], label)} ${line('end', [from, y - 5], [from, field.bottom])}
    ${line('end', [to, y - 5], [to, field.bottom])}
    ${words('label', [(from + to) / 2, y - 5], label, 'middle')}
  </g>`
}
