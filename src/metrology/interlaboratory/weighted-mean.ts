import { chiSquaredUpperTail } from '#metrology/distributions/chi-squared-distribution.ts'
import { solveLower } from '#metrology/numerics/cholesky.ts'
import { addMultiple, dot, lengthOf, type Vector } from '#metrology/numerics/vectors.ts'
import type { TestedMean } from './interlaboratory-task.ts'
import type { Results } from './stated-results.ts'

export interface WeightedMean extends TestedMean {
  /** How the mean follows the independent deviations, of unit variance, that make up the results. */
  readonly influence: Vector
}

/** The mean with weights from the inverse covariance matrix (M. G. Cox, Metrologia 39 (2002) 589, procedure A). */
export function weightedMean(results: Results): WeightedMean {
  const { values, u } = results
  const [centre = 0] = values
  // In units of the largest u the weights neither overflow nor vanish.
  const scale = u.reduce((a, b) => Math.max(a, b), 0)
  const ones = independent(results, () => scale)
  const deviations = independent(results, (i) => (values[i] ?? 0) - centre)
  const weight = dot(ones, ones)
  const shift = (dot(ones, deviations) / weight) * scale
  addMultiple(deviations, -shift / scale, ones)
  const chiSquared = dot(deviations, deviations)
  const degreesOfFreedom = values.length - 1
  return {
    value: centre + shift,
    standardUncertainty: scale / Math.sqrt(weight),
    chiSquared,
    degreesOfFreedom,
    pValue: degreesOfFreedom > 0 ? chiSquaredUpperTail(chiSquared, degreesOfFreedom) : 1,
    influence: ones.map((a) => (a * scale) / weight),
  }
}

/** L⁻¹·(v/u): what is left when uncertainties and correlations are taken away. */
function independent({ u, factor }: Results, v: (i: number) => number): Vector {
  const scaled = u.map((each, i) => v(i) / each)
  return factor ? solveLower(factor, scaled) : scaled
}

/** How the result number i follows the independent deviations. */
export function influenceOn({ u, factor }: Results, i: number): Vector {
  const own = new Float64Array(u.length)
  if (factor) addMultiple(own, u[i] ?? 0, factor[i] ?? own)
  else own[i] = u[i] ?? 0
  return own
}

/** u of a difference, by the influences of its two parts: u² of both minus twice their covariance, uncancelled. */
export function uncertaintyOfDifference(first: Vector, second: Vector): number {
  const difference = first.slice()
  addMultiple(difference, -1, second)
  return lengthOf(difference)
}

/** max |x − mean|/u. */
export const largestNormalisedResidual = ({ values, u }: Results, mean: number): number =>
  values.reduce((largest, x, i) => Math.max(largest, Math.abs(x - mean) / (u[i] ?? 1)), 0)
