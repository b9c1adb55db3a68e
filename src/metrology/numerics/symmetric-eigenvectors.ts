import type { Vector } from './vectors.ts'

/** A = Σ λₖ vₖ vₖᵀ; the vectors have unit length, the values are in no order. */
export interface Eigenpair {
  readonly value: number
  readonly vector: Vector
}

/** Of a symmetric matrix, by Jacobi's rotations: slow for large ones, exact for small ones. */
export function eigenpairs(matrix: readonly ArrayLike<number>[]): Eigenpair[] {
  const a = matrix.map((row) => Float64Array.from(row))
  const vectors = a.map((_, i) => Float64Array.from(a, (_, j) => Number(i === j)))
  const size = squares(a, true)
  for (let sweep = 0; sweep < 60 && squares(a, false) > 1e-32 * size; sweep++) {
    for (let p = 0; p < a.length; p++) for (let q = p + 1; q < a.length; q++) rotate(a, vectors, p, q)
  }
  return vectors.map((vector, i) => ({ value: a[i]?.[i] ?? 0, vector }))
}

function squares(a: readonly Vector[], withDiagonal: boolean): number {
  let sum = 0
  for (const [i, row] of a.entries()) {
    for (const [j, x] of row.entries()) if (withDiagonal || i !== j) sum += x * x
  }
  return sum
}

/** The rotation that makes the element between p and q zero; the vectors turn with it. */
function rotate(a: readonly Vector[], vectors: readonly Vector[], p: number, q: number): void {
  const [rowP, rowQ] = [a[p], a[q]]
  const between = rowP?.[q] ?? 0
  if (!rowP || !rowQ || between === 0) return
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * between)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (const row of a) turn(row, p, row, q, c, s)
  for (let k = 0; k < a.length; k++) turn(rowP, k, rowQ, k, c, s)
  // What rounding would leave here never gets smaller, and the sweeps would not end.
  rowP[q] = rowQ[p] = 0
  const [vp, vq] = [vectors[p], vectors[q]]
  if (vp && vq) for (let k = 0; k < a.length; k++) turn(vp, k, vq, k, c, s)
}

function turn(first: Vector, i: number, second: Vector, j: number, c: number, s: number): void {
  const [x, y] = [first[i] ?? 0, second[j] ?? 0]
  first[i] = c * x - s * y
  second[j] = s * x + c * y
}
