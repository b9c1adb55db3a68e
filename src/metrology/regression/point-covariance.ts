import { choleskyFactor, solveSymmetric } from '#metrology/numerics/cholesky.ts'
import { timesVector, type Rows, type Vector } from '#metrology/numerics/vectors.ts'

/** Ux, Uxy and Uy of the points of a line, as what they do to a vector. */
export interface PointCovariance {
  readonly x: (v: Vector) => Vector
  readonly xy: (v: Vector) => Vector
  readonly yx: (v: Vector) => Vector
  readonly y: (v: Vector) => Vector
  /**
   * v ↦ W(b)⁻¹v, where W(b) = Uy − b(Uxy + Uyx) + b²Ux is the covariance of e = y − a − bx; none where W is not
   * positive definite.
   */
  readonly weights: (slope: number) => ((v: Vector) => Vector) | undefined
}

const times = (d: Vector) => (v: Vector) => v.map((x, i) => x * (d[i] ?? 0))

/** Points that do not depend on each other; x and y of one point may (York et al. 2004). */
export function separatePoints(ux: Vector, uy: Vector, r: Vector): PointCovariance {
  const xx = ux.map((u) => u * u)
  const yy = uy.map((u) => u * u)
  const xy = ux.map((u, i) => u * (uy[i] ?? 0) * (r[i] ?? 0))
  return {
    x: times(xx),
    xy: times(xy),
    yx: times(xy),
    y: times(yy),
    weights: (b) => times(yy.map((y, i) => 1 / (y - 2 * b * (xy[i] ?? 0) + b * b * (xx[i] ?? 0)))),
  }
}

/** Points with any covariance (ISO/TS 28037:2010, clause 10). */
export function jointPoints(xx: Rows, xy: Rows, yy: Rows): PointCovariance {
  const yx = xy.map((_, i) => Float64Array.from(xy, (row) => row[i] ?? 0))
  return {
    x: (v) => timesVector(xx, v),
    xy: (v) => timesVector(xy, v),
    yx: (v) => timesVector(yx, v),
    y: (v) => timesVector(yy, v),
    weights: (b) => {
      const W = yy.map((row, i) =>
        row.map((y, j) => y - b * ((xy[i]?.[j] ?? 0) + (yx[i]?.[j] ?? 0)) + b * b * (xx[i]?.[j] ?? 0)),
      )
      const L = choleskyFactor(W)
      return L && ((v) => solveSymmetric(L, v))
    },
  }
}
