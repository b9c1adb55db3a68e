import type { Ranks } from './order-statistics.ts'

export type Interval = readonly [number, number]

/** JCGM 101:2008, 7.7.1 and 7.7.2: how many of M trials lie between the ends, pM to the nearest whole number. */
const spanOf = (probability: number, trials: number): number =>
  Math.min(trials - 1, Math.max(1, Math.floor(probability * trials + 0.5)))

/** What lies outside on either side, with the half that may be left over on the right. */
function symmetricStart(probability: number, trials: number): number {
  const outside = trials - spanOf(probability, trials)
  return Math.max(1, Math.floor((outside + 1) / 2)) - 1
}

/** JCGM 101:2008, 7.7.2: the probabilistically symmetric coverage interval of so many trials, without sorting. */
export function symmetricInterval(ranks: Ranks, trials: number, probability: number): Interval {
  const start = symmetricStart(probability, trials)
  const end = start + spanOf(probability, trials)
  return [(ranks(start, start + 1)[0] ?? 0) + 0, (ranks(end, end + 1)[0] ?? 0) + 0]
}

export function medianOf(ranks: Ranks, trials: number): number {
  const [low = 0, high = low] = ranks(Math.floor((trials - 1) / 2), Math.floor(trials / 2) + 1)
  return low + (high - low) / 2 + 0
}

/** Both intervals from the two tails alone, since no end of either can lie between them. */
export function coverageIntervals(
  ranks: Ranks,
  trials: number,
  probability: number,
): { symmetric: Interval; shortest: Interval } {
  const span = spanOf(probability, trials)
  const lower = ranks(0, trials - span)
  const upper = ranks(span, trials)
  const at = (start: number): Interval => [(lower[start] ?? 0) + 0, (upper[start] ?? 0) + 0]
  return {
    symmetric: at(symmetricStart(probability, trials)),
    shortest: at(shortestStart(lower, upper)),
  }
}

/** JCGM 101:2008, 5.3.4 and 7.7.1, note: the first of the shortest, since they may be several. */
function shortestStart(lower: Float64Array, upper: Float64Array): number {
  let [best, length] = [0, Infinity]
  for (let start = 0; start < lower.length; start++) {
    const own = (upper[start] ?? 0) - (lower[start] ?? 0)
    if (own < length) [best, length] = [start, own]
  }
  return best
}
