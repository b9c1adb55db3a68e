/** A column of numbers; typed, because factorisations go over it again and again. */
export type Vector = Float64Array

/** Rows of a matrix. */
export type Rows = readonly Vector[]

/** Σ aᵢbᵢ from the element `from` on. */
export function dot(a: Vector, b: Vector, from = 0): number {
  let sum = 0
  for (let i = from; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** target += factor·source from the element `from` on; the only function here that changes what it is given. */
export function addMultiple(target: Vector, factor: number, source: Vector, from = 0): void {
  for (let i = from; i < target.length; i++) target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0)
}

/** Length of the part of a vector from the element `from` on, also where its squares would overflow. */
export function lengthOf(a: Vector, from = 0): number {
  let largest = 0
  for (let i = from; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] ?? 0))
  if (largest === 0 || !Number.isFinite(largest)) return largest
  let sum = 0
  for (let i = from; i < a.length; i++) sum += ((a[i] ?? 0) / largest) ** 2
  return largest * Math.sqrt(sum)
}

/** Rows · vector. */
export const timesVector = (rows: Rows, v: Vector): Vector => Float64Array.from(rows, (row) => dot(row, v))

/** A·Aᵀ. */
export const timesItsTranspose = (rows: Rows): Vector[] =>
  rows.map((row) => Float64Array.from(rows, (other) => dot(row, other)))
