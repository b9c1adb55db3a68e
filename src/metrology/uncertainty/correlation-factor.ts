import type { Correlation } from './correlation.ts'
import { correlationsImpossible } from './refusals.ts'
import { smallestEigenvalue } from './symmetric-eigenvalues.ts'

/**
 * Correlated inputs as combinations of uncorrelated ones with unit variance: R = L·Lᵀ, one row for each of
 * `members`. Uncertainties that cancel (r = ±1) cancel here before they are squared, and lose no digits.
 */
export interface CorrelationFactor {
  /** Numbers of the correlated inputs. */
  readonly members: readonly number[]
  readonly rows: readonly Float64Array[]
}

type Matrix = readonly Float64Array[]

/** Residues of this size are rounding, for each row. */
const rounding = 8 * Number.EPSILON

/** Coefficients are stated to a few digits: an eigenvalue below zero by less than this is their rounding. */
const roundingOfStatements = 1e-9

/** The inputs are those of the model, in its order. Impossible correlations are refused. */
export function correlationFactor(
  inputs: readonly string[],
  correlations: readonly Correlation[],
): CorrelationFactor {
  const numbers = new Map(inputs.map((name, i) => [name, i]))
  const named = new Set(correlations.flatMap(({ between }) => between.map((name) => numbers.get(name) ?? -1)))
  const members = [...named].filter((i) => i >= 0).sort((a, b) => a - b)
  const place = new Map(members.map((input, row) => [inputs[input], row]))
  const matrix = members.map((_, i) => Float64Array.from(members, (_, j) => Number(i === j)))
  for (const { between, r } of correlations) {
    const [row, column] = between.map((name) => place.get(name))
    put(matrix, row, column, r)
    put(matrix, column, row, r)
  }
  return { members, rows: factorOf(matrix) }
}

function put(matrix: Matrix, row: number | undefined, column: number | undefined, value: number): void {
  const cells = matrix[row ?? -1]
  if (cells && column !== undefined) cells[column] = value
}

/** Cholesky's method with the largest remaining variance first; it stops where the rank is exhausted. */
function factorOf(matrix: Matrix): Float64Array[] {
  const n = matrix.length
  const rest = matrix.map((row) => row.slice())
  const factor = matrix.map(() => new Float64Array(n))
  const variance = (i: number) => rest[i]?.[i] ?? 0
  for (let k = 0; k < n; k++) {
    const pivot = rest.reduce((best, _, i) => (variance(i) > variance(best) ? i : best), 0)
    if (variance(pivot) <= rounding * n) break
    const root = Math.sqrt(variance(pivot))
    const column = rest.map((row) => (row[pivot] ?? 0) / root)
    for (const [i, row] of rest.entries()) {
      const own = column[i] ?? 0
      put(factor, i, k, own)
      for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) - own * (column[j] ?? 0)
    }
  }
  const isClean = rest.every((row) => row.every((x) => Math.abs(x) <= rounding * n))
  if (!isClean) checkSemidefinite(matrix)
  return factor
}

function checkSemidefinite(matrix: Matrix): void {
  const smallest = smallestEigenvalue(matrix.map((row) => [...row]))
  if (smallest >= -roundingOfStatements) return
  throw correlationsImpossible(
    {
      en: `The smallest eigenvalue of the correlation matrix is ${smallest.toPrecision(6)}`,
      zh: `相关系数矩阵的最小特征值为 ${smallest.toPrecision(6)}`,
    },
    { smallestEigenvalue: smallest },
    { pointer: '/correlations' },
  )
}
