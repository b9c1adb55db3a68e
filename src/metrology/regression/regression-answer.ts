import { within } from '#refusal.ts'
import type { Rows } from '#metrology/numerics/vectors.ts'
import { member } from '#metrology/stated-task/members.ts'
import type { Curve } from './curve.ts'
import type { RegressionData, RegressionEvaluation } from './regression-task.ts'
import { invertedAt, predicted, tabulated } from './use-of-curve.ts'

export const namedMembers = (names: readonly string[], values: ArrayLike<number>): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, (values[i] ?? 0) + 0]))

/** The covariance of two coefficients as one number, of more as a matrix. */
export function symmetricMembers(covariance: Rows): Partial<RegressionEvaluation> {
  const element = (i: number, j: number) => covariance[i]?.[j] ?? 0
  const matrix = { covarianceMatrix: covariance.map((row) => [...row]) }
  if (covariance.length !== 2) return matrix
  const both = Math.sqrt(element(0, 0)) * Math.sqrt(element(1, 1))
  return {
    covariance: element(0, 1),
    ...(both > 0 && { correlation: Math.max(-1, Math.min(1, element(0, 1) / both)) }),
    ...matrix,
  }
}

/** What the curve is used for; `residual` is the standard deviation of a single new observation, if it is known. */
export function usesOf(
  data: RegressionData,
  curve: Curve,
  residual: number | undefined,
): Partial<RegressionEvaluation> {
  const { prediction, inversePrediction, table } = data
  return {
    ...(prediction && {
      prediction: within('/prediction', () => predicted(curve, member(prediction, 'at'), residual)),
    }),
    ...(inversePrediction && {
      inversePrediction: within('/inversePrediction', () => invertedAt(curve, inversePrediction, residual)),
    }),
    ...(table && { table: within('/table', () => tabulated(curve, member(table, 'at'))) }),
  }
}
