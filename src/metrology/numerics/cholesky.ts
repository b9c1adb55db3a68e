import { dot, type Rows, type Vector } from './vectors.ts'

/** L with S = L·Lᵀ, lower triangular, row by row; none where S is not positive definite. */
export function choleskyFactor(matrix: readonly ArrayLike<number>[]): Vector[] | undefined {
  const L: Vector[] = []
  for (const [i, given] of matrix.entries()) {
    const row = new Float64Array(matrix.length)
    for (const [j, above] of L.entries()) row[j] = ((given[j] ?? 0) - dot(row, above)) / (above[j] ?? 0)
    const own = given[i] ?? 0
    const rest = own - dot(row, row)
    // What is left of a variance that the others explain completely is rounding.
    if (!(rest > 4 * matrix.length * Number.EPSILON * own)) return undefined
    row[i] = Math.sqrt(rest)
    L.push(row)
  }
  return L
}

/** L⁻¹·v. */
export function solveLower(L: Rows, v: ArrayLike<number>): Vector {
  const x = new Float64Array(L.length)
  for (const [i, row] of L.entries()) x[i] = ((v[i] ?? 0) - dot(row, x)) / (row[i] ?? 0)
  return x
}

/** L⁻ᵀ·v. */
export function solveLowerTransposed(L: Rows, v: ArrayLike<number>): Vector {
  const x = Float64Array.from(L, (_, i) => v[i] ?? 0)
  for (const [i, row] of [...L.entries()].toReversed()) {
    const solved = (x[i] ?? 0) / (row[i] ?? 0)
    for (let k = 0; k < i; k++) x[k] = (x[k] ?? 0) - solved * (row[k] ?? 0)
    x[i] = solved
  }
  return x
}

/** S⁻¹·v by the factor of S. */
export const solveSymmetric = (L: Rows, v: ArrayLike<number>): Vector =>
  solveLowerTransposed(L, solveLower(L, v))
