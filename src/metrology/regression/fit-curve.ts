import { solveLower } from '#metrology/numerics/cholesky.ts'
import { leastSquares, type LeastSquares } from '#metrology/numerics/least-squares.ts'
import { dot, timesItsTranspose, timesVector, type Rows, type Vector } from '#metrology/numerics/vectors.ts'
import type { Basis, Curve } from './curve.ts'
import { rankDeficient, tooFewPoints } from './regression.refusals.ts'

/** How the values y scatter: each by its own u, or together by the factor L of their covariance L·Lᵀ. */
export type Scatter = { readonly u: Vector } | { readonly factor: Rows }

export interface Observations {
  readonly points: readonly (readonly number[])[]
  readonly y: Vector
  /** Absent where all values are equally good. */
  readonly scatter?: Scatter | undefined
  /** Whether the covariance is estimated from the residuals, the scatter being known up to a factor only. */
  readonly isScaled: boolean
}

export interface CurveFit {
  readonly curve: Curve
  /** As they are stated, with their covariance. */
  readonly coefficients: Vector
  readonly covariance: Rows
  readonly residuals: Vector
  /** Σ (residual/u)²; without uncertainties the plain sum of squares. */
  readonly sumOfSquares: number
  readonly degreesOfFreedom: number
}

/** ISO/TS 28037:2010, clauses 6 and 9, for any number of coefficients; GUM H.3 where the scatter is estimated. */
export function fitCurve(observations: Observations, basis: Basis): CurveFit {
  const { points, y, scatter, isScaled } = observations
  const parameters = basis.toStated.length
  const degreesOfFreedom = points.length - parameters
  if (degreesOfFreedom < (isScaled ? 1 : 0)) throw fewPoints(points.length, parameters, isScaled)
  const rows = points.map((point) => basis.row(point))
  const columns = basis.toStated.map((_, k) =>
    whitened(
      Float64Array.from(rows, (row) => row[k] ?? 0),
      scatter,
    ),
  )
  const fit = solved(leastSquares(columns, whitened(y, scatter)))
  const sumOfSquares = dot(fit.residuals, fit.residuals)
  const sigma = isScaled ? Math.sqrt(sumOfSquares / degreesOfFreedom) : 1
  const factor = fit.inverseFactor.map((row) => row.map((b) => b * sigma))
  const stated = basis.toStated.map((row) => combined(row, factor))
  return {
    curve: {
      basis,
      coefficients: fit.coefficients,
      factor,
      degreesOfFreedom: isScaled ? degreesOfFreedom : Infinity,
      range: rangeOf(points),
    },
    coefficients: timesVector(basis.toStated, fit.coefficients),
    covariance: timesItsTranspose(stated),
    residuals: coloured(fit.residuals, scatter),
    sumOfSquares,
    degreesOfFreedom,
  }
}

function solved(answer: ReturnType<typeof leastSquares>): LeastSquares {
  if ('coefficients' in answer) return answer
  const { dependentColumns } = answer
  throw rankDeficient(
    {
      en: `Of the columns of the design, number ${dependentColumns.join(', ')} depends on those before it`,
      zh: `设计矩阵的第 ${dependentColumns.join(', ')} 列与其前各列线性相关`,
    },
    { dependentColumns },
  )
}

const fewPoints = (points: number, parameters: number, isScaled: boolean) =>
  tooFewPoints(
    {
      en: `${points} points for ${parameters} coefficients${isScaled ? ' and a variance' : ''}`,
      zh: `${points} 个点,${parameters} 个系数${isScaled ? '及一个方差' : ''}`,
    },
    { points, parameters },
    { pointer: '/y' },
  )

function whitened(column: Vector, scatter: Scatter | undefined): Vector {
  if (!scatter) return column
  if ('factor' in scatter) return solveLower(scatter.factor, column)
  return column.map((x, i) => x / (scatter.u[i] ?? 1))
}

function coloured(residuals: Vector, scatter: Scatter | undefined): Vector {
  if (!scatter) return residuals
  if ('factor' in scatter) return timesVector(scatter.factor, residuals)
  return residuals.map((x, i) => x * (scatter.u[i] ?? 1))
}

/** row · rows. */
const combined = (row: Vector, rows: Rows): Vector =>
  new Float64Array(rows[0]?.length ?? 0).map((_, k) =>
    rows.reduce((sum, b, j) => sum + (row[j] ?? 0) * (b[k] ?? 0), 0),
  )

function rangeOf(points: readonly (readonly number[])[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity]
  for (const [x = 0] of points) [from, to] = [Math.min(from, x), Math.max(to, x)]
  return { from, to }
}
