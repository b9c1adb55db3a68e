import { exactSumOfProducts } from './exact-sums.ts'
import {
  inverseFactor,
  orthogonalFactor,
  rotated,
  rotatedBack,
  solveUpper,
  solveUpperTransposed,
  type OrthogonalFactor,
} from './orthogonal-factor.ts'
import { addMultiple, lengthOf, type Vector } from './vectors.ts'

/** The c that makes ‖y − Ac‖ smallest. */
export interface LeastSquares {
  readonly coefficients: Vector
  readonly residuals: Vector
  /** B with (AᵀA)⁻¹ = B·Bᵀ, row by row. */
  readonly inverseFactor: readonly Vector[]
}

/** A problem whose columns are dependent has no answer; which ones are is told instead. */
export type LeastSquaresAnswer = LeastSquares | { readonly dependentColumns: readonly number[] }

/** Björck's refinement gains the digits that the condition of the columns costs, as often as it is repeated. */
const refinements = 4

/** The columns of A, each as long as y. */
export function leastSquares(columns: readonly Vector[], y: Vector): LeastSquaresAnswer {
  const factor = orthogonalFactor(columns)
  if (factor.dependentColumns.length > 0) return { dependentColumns: factor.dependentColumns }
  const coefficients = new Float64Array(columns.length)
  const residuals = new Float64Array(y.length)
  let last = Infinity
  for (let n = 0; n <= refinements; n++) {
    const step = correction(factor, columns, y, coefficients, residuals)
    const size = lengthOf(step.coefficients.map((d, j) => d * (factor.scales[j] ?? 1)))
    // A correction that grows is rounding: the one before was the best.
    if (n > 1 && size >= last) break
    addMultiple(coefficients, 1, step.coefficients)
    addMultiple(residuals, 1, step.residuals)
    last = size
    if (size === 0) break
  }
  return { coefficients, residuals, inverseFactor: inverseFactor(factor) }
}

/** One step for r + Ac = y and Aᵀr = 0, whose residuals are computed with twice the digits. */
function correction(
  factor: OrthogonalFactor,
  columns: readonly Vector[],
  y: Vector,
  c: Vector,
  r: Vector,
): { coefficients: Vector; residuals: Vector } {
  const p = columns.length
  const f = y.map((yi, i) =>
    exactSumOfProducts(
      p + 2,
      (k) => (k < p ? -(columns[k]?.[i] ?? 0) : k === p ? 1 : -1),
      (k) => (k < p ? (c[k] ?? 0) : k === p ? yi : (r[i] ?? 0)),
    ),
  )
  const g = Float64Array.from(
    columns,
    (column, j) =>
      -exactSumOfProducts(
        r.length,
        (i) => column[i] ?? 0,
        (i) => r[i] ?? 0,
      ) / (factor.scales[j] || 1),
  )
  const z = solveUpperTransposed(factor.R, g)
  const d = rotated(factor, f)
  const scaled = solveUpper(
    factor.R,
    Float64Array.from(z, (zj, j) => (d[j] ?? 0) - zj),
  )
  d.set(z)
  return {
    coefficients: scaled.map((x, j) => x / (factor.scales[j] || 1)),
    residuals: rotatedBack(factor, d),
  }
}
