import { html } from 'hono/html'
import { scaleBand, scaleLinear } from 'd3-scale'
import { drawing, place, words as text } from '../drawing/drawing.ts'
import type { Html } from '../ground/page-route.ts'

export interface Week {
  /** Its Monday. */
  readonly from: string
  readonly count: number
  /** What is told of it. */
  readonly told: string
}

export interface WeekBars {
  readonly title: string
  readonly description: string
  readonly weeks: readonly Week[]
  /** Weeks that begin by then are near. */
  readonly soon: string
}

const [width, height] = [960, 200]
const [top, bottom] = [40, 158]
/** So that labels of days do not touch. */
const weeksBetweenLabels = 4

/** The load of the coming weeks: one bar each, its number above it; what is near has another pattern of colour. */
export function weekBars({ title, description, weeks, soon }: WeekBars): Html {
  const x = scaleBand(
    weeks.map(({ from }) => from),
    [0, width],
  ).padding(0.18)
  const y = scaleLinear([0, Math.max(1, ...weeks.map(({ count }) => count))], [bottom, top])
  const middle = (from: string) => (x(from) ?? 0) + x.bandwidth() / 2
  return drawing({
    name: 'weeks',
    width,
    height,
    title,
    description,
    content: html`${weeks.map(
      ({ from, count, told }, i) =>
        html`<g class="${from <= soon ? 'near' : 'far'}">
          <title>${told}</title>
          <rect
            class="week"
            x="${place(x(from) ?? 0)}"
            y="${place(y(count))}"
            width="${place(x.bandwidth())}"
            height="${place(bottom - y(count))}"
            rx="2"
          />
          ${count === 0 ? '' : text('count', [middle(from), y(count) - 6], String(count), 'middle')}
          ${i % weeksBetweenLabels === 0 ? text('label', [middle(from), bottom + 34], from.slice(5), 'middle') : ''}
        </g>`,
    )}`,
  })
}
