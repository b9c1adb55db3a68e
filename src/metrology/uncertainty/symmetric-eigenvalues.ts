/** The eigenvalues of a symmetric matrix, by Jacobi's rotations: slow for large ones, exact for small ones. */
export function symmetricEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const a = matrix.map((row) => Float64Array.from(row))
  const n = a.length
  for (let sweep = 0; sweep < 60 && offDiagonal(a) > 1e-32 * n; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, p, q)
  }
  return a.map((row, i) => row[i] ?? 0)
}

export const smallestEigenvalue = (matrix: readonly (readonly number[])[]): number =>
  Math.min(...symmetricEigenvalues(matrix))

const offDiagonal = (a: readonly Float64Array[]) =>
  a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => (i === j ? s : s + x * x), 0), 0)

/** The rotation in the plane of p and q that makes the element between them zero. */
function rotate(a: readonly Float64Array[], p: number, q: number): void {
  const element = (i: number, j: number) => a[i]?.[j] ?? 0
  const set = (i: number, j: number, x: number) => {
    const row = a[i]
    if (row) row[j] = x
  }
  const between = element(p, q)
  if (between === 0) return
  const theta = (element(q, q) - element(p, p)) / (2 * between)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [element(k, p), element(k, q)]
    set(k, p, c * x - s * y)
    set(k, q, s * x + c * y)
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [element(p, k), element(q, k)]
    set(p, k, c * x - s * y)
    set(q, k, s * x + c * y)
  }
}
