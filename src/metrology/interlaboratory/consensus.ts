import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { sampleOf } from '#metrology/uncertainty/readings.ts'
import type { MedianValue } from './interlaboratory-task.ts'
import { noScatter } from './interlaboratory.refusals.ts'
import type { Results } from './stated-results.ts'
import { weightedMean, type WeightedMean } from './weighted-mean.ts'

export interface Consensus {
  readonly mean: number
  readonly standardUncertainty: number
  readonly betweenStandardDeviation: number
}

/** The weighted mean where all laboratories scatter by s more than they say. */
function meanWith({ values, u }: Results, betweenVariance: number): WeightedMean {
  const s = Math.sqrt(betweenVariance)
  return weightedMean({ values, u: u.map((each) => Math.hypot(each, s)) })
}

function consensus(results: Results, betweenVariance: number): Consensus {
  const { value, standardUncertainty } = meanWith(results, betweenVariance)
  return { mean: value, standardUncertainty, betweenStandardDeviation: Math.sqrt(betweenVariance) }
}

/** The between-laboratory variance that makes χ² what it is expected to be (Paule and Mandel 1982); never below 0. */
export function mandelPaule(results: Results): Consensus {
  const excess = (variance: number) => {
    const { chiSquared, degreesOfFreedom } = meanWith(results, variance)
    return chiSquared - degreesOfFreedom
  }
  if (excess(0) <= 0) return consensus(results, 0)
  // With the whole scatter of the values between the laboratories χ² is too small.
  const scatter = sampleOf([...results.values]).standardDeviation ** 2
  return consensus(results, rootBetween(excess, 0, scatter) ?? scatter)
}

/** R. DerSimonian and N. Laird, Controlled Clinical Trials 7 (1986) 177: the same by moments, without iteration. */
export function dersimonianLaird(results: Results): Consensus {
  const { chiSquared, degreesOfFreedom } = meanWith(results, 0)
  const least = results.u.reduce((a, b) => Math.min(a, b), Infinity)
  const weights = results.u.map((each) => (least / each) ** 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  const squares = weights.reduce((a, b) => a + b * b, 0)
  const variance = ((chiSquared - degreesOfFreedom) / (sum - squares / sum)) * least ** 2
  return consensus(results, Math.max(0, variance))
}

/** The median, with u = √(π/2n) · 1.483 MAD (CCQM/13-22), which asks the laboratories for no uncertainty. */
export function medianOf(values: ArrayLike<number>): MedianValue {
  const value = middle(Array.from(values))
  const medianAbsoluteDeviation = middle(Array.from(values, (x) => Math.abs(x - value)))
  if (!(medianAbsoluteDeviation > 0)) throw noScatter(`${value}`, {}, { pointer: '/values' })
  const standardUncertainty = Math.sqrt(Math.PI / 2 / values.length) * 1.483 * medianAbsoluteDeviation
  return { value, standardUncertainty, medianAbsoluteDeviation }
}

function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [below = 0, above = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return below + (above - below) / 2
}
