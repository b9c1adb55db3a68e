import { addMultiple, dot, lengthOf, type Rows, type Vector } from './vectors.ts'

/**
 * A = Q·R·D by Householder's reflections; D are the lengths of the columns, so that columns of 1, 10⁶ and 10¹²
 * are as good as equal ones. `R` is upper triangular, row by row.
 */
export interface OrthogonalFactor {
  readonly reflectors: readonly Vector[]
  readonly R: Rows
  readonly scales: readonly number[]
  /** Which columns are combinations of those before them, to within rounding. */
  readonly dependentColumns: readonly number[]
}

/** What rounding may leave of a dependent column of unit length. */
const roundingOf = (rows: number) => 4 * Number.EPSILON * Math.max(10, Math.sqrt(rows) * 4)

/** The columns are not changed; there are at least as many rows as columns. */
export function orthogonalFactor(columns: readonly Vector[]): OrthogonalFactor {
  const scales = columns.map((column) => lengthOf(column))
  const work = columns.map((column, j) => column.map((x) => x / (scales[j] || 1)))
  const diagonal: number[] = []
  const reflectors = work.map((column, j) => {
    const { reflector, result } = reflectorOf(column, j)
    diagonal.push(result)
    for (const later of work.slice(j + 1)) reflect(later, reflector, j)
    return reflector
  })
  const R = work.map((_, i) =>
    Float64Array.from(work, (column, j) => (j < i ? 0 : j === i ? (diagonal[i] ?? 0) : (column[i] ?? 0))),
  )
  const rounding = roundingOf(columns[0]?.length ?? 0)
  const dependentColumns = diagonal.flatMap((d, j) => (Math.abs(d) <= rounding ? [j] : []))
  return { reflectors, R, scales, dependentColumns }
}

/** The reflection I − v·vᵀ that leaves of a column, from its element j on, only that element. */
function reflectorOf(column: Vector, j: number): { reflector: Vector; result: number } {
  const length = lengthOf(column, j)
  const reflector = new Float64Array(column.length)
  if (length === 0) return { reflector, result: 0 }
  const first = column[j] ?? 0
  const result = first > 0 ? -length : length
  for (let i = j; i < column.length; i++) reflector[i] = column[i] ?? 0
  reflector[j] = first - result
  const half = Math.sqrt(length * (length + Math.abs(first)))
  for (let i = j; i < column.length; i++) reflector[i] = (reflector[i] ?? 0) / half
  return { reflector, result }
}

function reflect(vector: Vector, reflector: Vector, j: number): void {
  addMultiple(vector, -dot(reflector, vector, j), reflector, j)
}

/** Qᵀ·vector. */
export function rotated({ reflectors }: OrthogonalFactor, vector: Vector): Vector {
  const turned = vector.slice()
  for (const [j, reflector] of reflectors.entries()) reflect(turned, reflector, j)
  return turned
}

/** Q·vector. */
export function rotatedBack({ reflectors }: OrthogonalFactor, vector: Vector): Vector {
  const turned = vector.slice()
  for (const [j, reflector] of [...reflectors.entries()].toReversed()) reflect(turned, reflector, j)
  return turned
}

/** R⁻¹·v for the first elements of v. */
export function solveUpper(R: Rows, v: Vector): Vector {
  const x = new Float64Array(R.length)
  for (const [i, row] of [...R.entries()].toReversed())
    x[i] = ((v[i] ?? 0) - dot(row, x, i + 1)) / (row[i] ?? 0)
  return x
}

/** R⁻ᵀ·v. */
export function solveUpperTransposed(R: Rows, v: Vector): Vector {
  const x = Float64Array.from(R, (_, i) => v[i] ?? 0)
  for (const [i, row] of R.entries()) {
    const solved = (x[i] ?? 0) / (row[i] ?? 0)
    addMultiple(x, -solved, row, i + 1)
    x[i] = solved
  }
  return x
}

/** (R·D)⁻¹ by its rows: the covariance of the coefficients is this matrix times its transpose. */
export function inverseFactor({ R, scales }: OrthogonalFactor): Vector[] {
  const columns = R.map((_, j) =>
    solveUpper(
      R,
      Float64Array.from(R, (_, i) => Number(i === j)),
    ),
  )
  return R.map((_, i) => Float64Array.from(columns, (column) => (column[i] ?? 0) / (scales[i] || 1)))
}
