import { chiSquaredUpperQuantile } from '#metrology/distributions/chi-squared-distribution.ts'
import type { Results } from './stated-results.ts'

/** Numbers of results, with the χ² of their weighted mean. */
interface Subset {
  readonly members: readonly number[]
  readonly chiSquared: number
}

/**
 * The largest set of independent results that passes the χ² test; of several the one with the smallest χ²
 * (M. G. Cox, Metrologia 44 (2007) 187). None where no two results agree.
 *
 * A set of k with the smallest χ² consists of the k results that are nearest, in units of u, to its own mean. The
 * order by nearness changes only where two results are equally near: what stands between those places is everything.
 */
export function largestConsistentSubset({ values, u }: Results, significance: number): number[] | undefined {
  const limits = Array.from(values, (_, k) => (k === 0 ? 0 : chiSquaredUpperQuantile(significance, k)))
  const order = Array.from(values, (_, i) => i)
  let best: Subset = { members: [], chiSquared: Infinity }
  for (const at of placesBetween(crossings(values, u))) {
    sortByNearness(order, (i) => Math.abs((values[i] ?? 0) - at) / (u[i] ?? 1))
    best = better(best, consistentPrefix(order, values, u, { at, limits, atLeast: best.members.length }))
  }
  return best.members.length < 2 ? undefined : best.members.toSorted((a, b) => a - b)
}

function better(one: Subset, other: Subset | undefined): Subset {
  if (!other || other.members.length < one.members.length) return one
  return other.members.length > one.members.length || other.chiSquared < one.chiSquared ? other : one
}

/** Where two results are equally near, within the range of the results. */
function crossings(values: Float64Array, u: Float64Array): number[] {
  const lowest = values.reduce((a, b) => Math.min(a, b), Infinity)
  const highest = values.reduce((a, b) => Math.max(a, b), -Infinity)
  const places = [lowest, highest]
  for (const [i, x] of values.entries()) {
    for (let j = i + 1; j < values.length; j++) {
      const step = (values[j] ?? 0) - x
      const [ui, uj] = [u[i] ?? 1, u[j] ?? 1]
      places.push(x + step * (ui / (ui + uj)))
      if (ui !== uj) places.push(x + step * (ui / (ui - uj)))
    }
  }
  return places.filter((at) => at >= lowest && at <= highest).sort((a, b) => a - b)
}

const placesBetween = (places: readonly number[]): number[] =>
  places.map((place, i) => place / 2 + (places[i + 1] ?? place) / 2)

/** By insertion: from one place to the next hardly anything changes. */
function sortByNearness(order: number[], distance: (i: number) => number): void {
  const distances = order.map(distance)
  for (let k = 1; k < order.length; k++) {
    const [moved = 0, own = 0] = [order[k], distances[k]]
    let to = k
    for (; to > 0 && (distances[to - 1] ?? 0) > own; to--) {
      order[to] = order[to - 1] ?? 0
      distances[to] = distances[to - 1] ?? 0
    }
    order[to] = moved
    distances[to] = own
  }
}

interface Search {
  readonly at: number
  /** The largest χ² that is consistent, by the number of degrees of freedom. */
  readonly limits: readonly number[]
  readonly atLeast: number
}

/** The longest beginning of the order that is consistent. */
function consistentPrefix(
  order: readonly number[],
  values: Float64Array,
  u: Float64Array,
  { at, limits, atLeast }: Search,
): Subset | undefined {
  let [weights, sum, squares] = [0, 0, 0]
  let found: { size: number; chiSquared: number } | undefined
  const scale = u.reduce((a, b) => Math.max(a, b), 0)
  for (const [k, i] of order.entries()) {
    const w = (scale / (u[i] ?? 1)) ** 2
    const d = ((values[i] ?? 0) - at) / scale
    weights += w
    sum += w * d
    squares += w * d * d
    const chiSquared = squares - sum * (sum / weights)
    if (k + 1 >= atLeast && chiSquared <= (limits[k] ?? 0)) found = { size: k + 1, chiSquared }
  }
  return found && { members: order.slice(0, found.size), chiSquared: found.chiSquared }
}
