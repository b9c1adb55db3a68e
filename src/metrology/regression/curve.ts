import { dot, type Rows, type Vector } from '#metrology/numerics/vectors.ts'

/** Functions whose combination is the curve; chosen so that the points determine the combination well. */
export interface Basis {
  /** How many numbers a point has. */
  readonly dimension: number
  readonly row: (point: readonly number[]) => Vector
  /** The derivatives of the functions, where a point is a single number. */
  readonly slopeRow?: (x: number) => Vector
  /** The coefficients as they are stated, in terms of those of the basis. */
  readonly toStated: Rows
}

/** A curve that was fitted: Σ cₖ φₖ(x), whose coefficients have the covariance B·Bᵀ. */
export interface Curve {
  readonly basis: Basis
  readonly coefficients: Vector
  /** B, row by row. */
  readonly factor: Rows
  readonly degreesOfFreedom: number
  /** Within these x it was calibrated. */
  readonly range: { readonly from: number; readonly to: number }
}

export const valueAt = ({ basis, coefficients }: Curve, point: readonly number[]): number =>
  dot(basis.row(point), coefficients)

/** Bᵀφ(x): its square is the variance of the curve there, the product of two the covariance of its values. */
export function influenceAt({ basis, factor }: Curve, point: readonly number[]): Vector {
  const row = basis.row(point)
  const width = factor[0]?.length ?? 0
  return new Float64Array(width).map((_, k) =>
    factor.reduce((sum, b, j) => sum + (row[j] ?? 0) * (b[k] ?? 0), 0),
  )
}

export function varianceAt(curve: Curve, point: readonly number[]): number {
  const influence = influenceAt(curve, point)
  return dot(influence, influence)
}
