import type { Point } from './layout/layout.ts'

const radius = 5

/** Along the points, with round corners, in tenths of a unit. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  const steps = rest.map((point, i) => {
    const next = rest[i + 1]
    return next === undefined ? `L${at(point)}` : corner(points[i] ?? first, point, next)
  })
  return `M${at(first)}${steps.join('')}`
}

function corner(before: Point, point: Point, next: Point): string {
  const room = Math.min(radius, distance(before, point) / 2, distance(point, next) / 2)
  return `L${at(towards(point, before, room))}Q${at(point)} ${at(towards(point, next, room))}`
}

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}

export const tenths = (value: number): string => String(Math.round(value * 10) / 10)

const at = ({ x, y }: Point): string => `${tenths(x)} ${tenths(y)}`
