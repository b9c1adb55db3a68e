/** Number, mean, and sums of squares and products of the deviations from the means, of several quantities. */
export interface Moments {
  readonly count: number
  readonly means: readonly number[]
  /** `products[i][j]` for j <= i; the diagonal has the squares. */
  readonly products: readonly (readonly number[])[]
}

/** In two passes over columns of equal length, about the first value, so that small scatter keeps its digits. */
export function momentsOf(columns: readonly Float64Array[]): Moments {
  const count = columns[0]?.length ?? 0
  const means = columns.map(meanOf)
  const products = columns.map((column, i) =>
    columns.slice(0, i + 1).map((other, j) => sumOfProducts(column, means[i] ?? 0, other, means[j] ?? 0)),
  )
  return { count, means, products }
}

function meanOf(column: Float64Array): number {
  const about = column[0] ?? 0
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += (column[i] ?? 0) - about
  return column.length === 0 ? 0 : about + sum / column.length
}

function sumOfProducts(a: Float64Array, meanOfA: number, b: Float64Array, meanOfB: number): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - meanOfA) * ((b[i] ?? 0) - meanOfB)
  return sum
}

/** Of both together (Chan, Golub and LeVeque, 1983); in a fixed order the result is the same to the last bit. */
export function together(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const count = a.count + b.count
  const shift = a.means.map((mean, i) => (b.means[i] ?? 0) - mean)
  const weight = (a.count / count) * b.count
  return {
    count,
    means: a.means.map((mean, i) => mean + (shift[i] ?? 0) * (b.count / count)),
    products: a.products.map((row, i) =>
      row.map((sum, j) => sum + (b.products[i]?.[j] ?? 0) + (shift[i] ?? 0) * (shift[j] ?? 0) * weight),
    ),
  }
}

/** JCGM 101:2008, 7.6, eq. (16) and (17). */
export const standardDeviationIn = ({ count, products }: Moments, i: number): number =>
  count < 2 ? 0 : Math.sqrt((products[i]?.[i] ?? 0) / (count - 1))

/** JCGM 102:2011, 7.4; none where one of them does not scatter. */
export function correlationIn({ products }: Moments, i: number, j: number): number | undefined {
  const [high, low] = i > j ? [i, j] : [j, i]
  const scale = Math.sqrt(products[i]?.[i] ?? 0) * Math.sqrt(products[j]?.[j] ?? 0)
  if (!(scale > 0)) return undefined
  return Math.max(-1, Math.min(1, (products[high]?.[low] ?? 0) / scale)) + 0
}
