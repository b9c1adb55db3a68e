import type { Interval } from '../records.ts'

/** Unit conversion moves a figure by some units in the last place; that does not take it out of a range. */
const conversionSlack = 1e-9

export function within(asked: number, point: number | undefined, interval: Interval | undefined): boolean {
  const slack = Math.abs(asked) * conversionSlack
  if (interval && asked >= interval.lower - slack && asked <= interval.upper + slack) return true
  return point !== undefined && Math.abs(asked - point) <= Math.max(slack, Math.abs(point) * conversionSlack)
}
