import type { Vector } from '#metrology/numerics/vectors.ts'
import type { Basis } from './curve.ts'

/**
 * Polynomials by those of Chebyshev in t = (x − c)/h, whose columns are nearly at right angles to each other. c and
 * h are round numbers, so that t is exact where x has few digits: powers of 0 to 20 then have exact values.
 */
export function polynomialBasis(degree: number, x: ArrayLike<number>): Basis {
  const { centre, half } = roundFrame(x)
  const tOf = (at: number) => (at - centre) / half
  return {
    dimension: 1,
    row: ([at = 0]) => chebyshev(degree, tOf(at)),
    slopeRow: (at) => chebyshevSlopes(degree, tOf(at)).map((slope) => slope / half),
    toStated: powersOfX(degree, centre, half),
  }
}

/** The middle of the points and a power of two that is at least half of their range. */
function roundFrame(x: ArrayLike<number>): { centre: number; half: number } {
  let [from, to] = [Infinity, -Infinity]
  for (let i = 0; i < x.length; i++) [from, to] = [Math.min(from, x[i] ?? from), Math.max(to, x[i] ?? to)]
  const width = to / 2 - from / 2
  const half = width > 0 ? 2 ** Math.ceil(Math.log2(width)) : 1
  const grid = half / 1024
  return { centre: Math.round((from + width) / grid) * grid, half }
}

/** T₀ … T_degree at t. */
function chebyshev(degree: number, t: number): Vector {
  const values = new Float64Array(degree + 1)
  let [before, now] = [t, 1]
  for (let k = 0; k <= degree; k++) {
    values[k] = now
    ;[before, now] = [now, 2 * t * now - before]
  }
  return values
}

function chebyshevSlopes(degree: number, t: number): Vector {
  const values = chebyshev(degree, t)
  const slopes = new Float64Array(degree + 1)
  for (let k = 1; k <= degree; k++) {
    const two = k === 1 ? 1 : 2
    slopes[k] =
      two * (values[k - 1] ?? 0) + two * t * (slopes[k - 1] ?? 0) - (k > 1 ? (slopes[k - 2] ?? 0) : 0)
  }
  return slopes
}

/** Row j, column k: the coefficient of xʲ in Tₖ((x − c)/h). */
function powersOfX(degree: number, centre: number, half: number): Vector[] {
  const rows = Array.from({ length: degree + 1 }, () => new Float64Array(degree + 1))
  const of = (j: number, k: number) => rows[j]?.[k] ?? 0
  for (let k = 0; k <= degree; k++) {
    const two = k === 1 ? 1 : 2
    for (const [j, row] of rows.entries()) {
      if (k === 0) row[0] = Number(j === 0)
      else row[k] = (two * (of(j - 1, k - 1) - centre * of(j, k - 1))) / half - (k > 1 ? of(j, k - 2) : 0)
    }
  }
  return rows
}

/** A line through the origin. */
export const originBasis: Basis = {
  dimension: 1,
  row: ([at = 0]) => Float64Array.of(at),
  slopeRow: () => Float64Array.of(1),
  toStated: [Float64Array.of(1)],
}

/** A constant and the columns of a design, as they are. */
export const linearBasis = (columns: number): Basis => ({
  dimension: columns,
  row: (point) => Float64Array.of(1, ...point),
  toStated: Array.from({ length: columns + 1 }, (_, j) =>
    Float64Array.from({ length: columns + 1 }, (_, k) => Number(j === k)),
  ),
})
