/** 2²⁷ + 1 splits a double into two halves whose products are exact (Veltkamp). */
const splitter = 134_217_729

/** A sum that keeps what rounding takes away (Ogita, Rump and Oishi 2005, algorithm Dot2). */
export interface ExactSum {
  readonly sum: number
  readonly rest: number
}

/** Σ a(k)·b(k) for k < n, rounded once: as if computed with twice the digits of a double. */
export function exactSumOfProducts(n: number, a: (k: number) => number, b: (k: number) => number): number {
  let sum = 0
  let rest = 0
  for (let k = 0; k < n; k++) {
    const x = a(k)
    const y = b(k)
    const product = x * y
    const total = sum + product
    const shift = total - sum
    rest += productError(x, y, product) + (sum - (total - shift) + (product - shift))
    sum = total
  }
  // Where the sum has no finite rest the plain sum is all there is.
  return Number.isFinite(rest) ? sum + rest : sum
}

/** Σ x, rounded once. */
export function exactSum(values: ArrayLike<number>): number {
  let sum = 0
  let rest = 0
  for (let k = 0; k < values.length; k++) {
    const x = values[k] ?? 0
    const total = sum + x
    const shift = total - sum
    rest += sum - (total - shift) + (x - shift)
    sum = total
  }
  return Number.isFinite(rest) ? sum + rest : sum
}

/** x·y − fl(x·y), exactly (Dekker). */
function productError(x: number, y: number, product: number): number {
  const [xc, yc] = [splitter * x, splitter * y]
  const [xh, yh] = [xc - (xc - x), yc - (yc - y)]
  const [xl, yl] = [x - xh, y - yh]
  return xl * yl - (product - xh * yh - xl * yh - xh * yl)
}
