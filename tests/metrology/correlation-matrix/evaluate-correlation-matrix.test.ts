import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateCorrelationMatrix } from '#metrology/correlation-matrix/evaluate-correlation-matrix.ts'
import { positivePart, spectrumOf } from '#metrology/correlation-matrix/spectrum.ts'
import { smallestEigenvalue } from '#metrology/uncertainty/symmetric-eigenvalues.ts'
import { casesOf, comparisonTask, corpusIsHere, corpusNote } from '../interlaboratory/comparison-corpus.ts'
import { refused } from '../refused.ts'
import { shortestTime } from '../shortest-time.ts'
import { disagreementsWith } from '../stated-task/task-of-case.ts'

type Matrix = readonly (readonly number[])[]
const check = (matrix: Matrix) =>
  evaluateCorrelationMatrix({ method: ['correlation-matrix-check'], data: { matrix } })

const symmetric = (n: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n })
    .map((r) =>
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => (i === j ? 1 : r[Math.min(i, j) * n + Math.max(i, j)]!)),
      ),
    )
const matrices = fc.integer({ min: 2, max: 7 }).chain(symmetric)

/** Higham's own algorithm: alternating projections with Dykstra's correction. Slow, and therefore a witness only. */
function byAlternatingProjections(matrix: Matrix): Matrix {
  const zeros = matrix.map(() => 0)
  let correction = matrix.map((row) => row.map(() => 0))
  let Y: Matrix = matrix
  for (let n = 0; n < 3000; n++) {
    const R = Y.map((row, i) => Float64Array.from(row, (y, j) => y - correction[i]![j]!))
    const X = positivePart(spectrumOf(R, zeros))
    correction = X.map((row, i) => Array.from(row, (x, j) => x - R[i]![j]!))
    Y = X.map((row, i) => Array.from(row, (x, j) => (i === j ? 1 : x)))
  }
  return Y
}

const distance = (a: Matrix, b: Matrix) =>
  Math.hypot(...a.flatMap((row, i) => row.map((x, j) => x - b[i]![j]!)))

describe.skipIf(!corpusIsHere)(`the published matrix${corpusNote}`, () => {
  it.each(casesOf('correlation-matrix'))('%s is met within the tolerance of its source', (_, c) => {
    expect(disagreementsWith(c, evaluateCorrelationMatrix(comparisonTask(c) as never))).toEqual([])
  })
})

describe('the nearest correlation matrix', () => {
  it('is a correlation matrix, and never farther away than another one', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { nearestCorrelationMatrix: nearest, distance: d } = check(matrix)
        expect(smallestEigenvalue(nearest)).toBeGreaterThan(-1e-9)
        expect(nearest.every((row, i) => row[i] === 1)).toBe(true)
        expect(nearest.every((row, i) => row.every((r, j) => r === nearest[j]![i] && Math.abs(r) <= 1))).toBe(
          true,
        )
        const identity = matrix.map((row, i) => row.map((_, j) => Number(i === j)))
        for (const part of [0.001, 0.1, 1]) {
          const other = nearest.map((row, i) => row.map((r, j) => r + part * (identity[i]![j]! - r)))
          expect(distance(matrix, other)).toBeGreaterThanOrEqual(d - 1e-12)
        }
      }),
    )
  })

  it('is the one that alternating projections converge to (Higham 2002)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }).chain(symmetric), (matrix) => {
        const witness = byAlternatingProjections(matrix)
        const { nearestCorrelationMatrix: nearest, distance: d } = check(matrix)
        expect(distance(matrix, witness)).toBeGreaterThanOrEqual(d - 1e-9)
        expect(distance(nearest, witness)).toBeLessThan(1e-3)
      }),
      { numRuns: 20 },
    )
  })

  it('of a correlation matrix is itself, to the last digit', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const { nearestCorrelationMatrix: nearest } = check(matrix)
        const again = check(nearest)
        expect(again).toMatchObject({ isCorrelationMatrix: true, distance: 0 })
        expect(again.nearestCorrelationMatrix).toEqual(nearest)
      }),
    )
  })

  it('follows when the quantities are named in another order', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const reversed = matrix.toReversed().map((row) => row.toReversed())
        const one = check(matrix).nearestCorrelationMatrix
        const other = check(reversed)
          .nearestCorrelationMatrix.toReversed()
          .map((row) => row.toReversed())
        expect(distance(one, other)).toBeLessThan(1e-9)
      }),
    )
  })

  it('is found for coefficients far beyond 1, and for a diagonal that is not of ones', () => {
    expect(
      check([
        [1, 5],
        [5, 1],
      ]).nearestCorrelationMatrix[0]![1],
    ).toBeCloseTo(1, 9)
    const { nearestCorrelationMatrix: nearest, unitDiagonal } = check([
      [-900, 3],
      [3, 4],
    ])
    expect(unitDiagonal).toBe(false)
    expect(nearest[0]![1]).toBeCloseTo(1, 9)
  })

  it('of fifty quantities is found within a second', () => {
    const matrix = Array.from({ length: 50 }, (_, i) =>
      Array.from({ length: 50 }, (_, j) => (i === j ? 1 : Math.sin(1 + (i + j) * Math.abs(i - j)))),
    )
    expect(shortestTime(() => check(matrix))).toBeLessThan(1000)
    expect(smallestEigenvalue(check(matrix).nearestCorrelationMatrix)).toBeGreaterThan(-1e-11)
  })
})

describe('the check of a matrix', () => {
  it('takes perfect correlations for possible', () => {
    expect(
      check([
        [1, -1],
        [-1, 1],
      ]),
    ).toMatchObject({ isCorrelationMatrix: true, distance: 0 })
  })

  it('tells apart what is wrong with it', () => {
    expect(
      check([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toMatchObject({ symmetric: false, positiveSemidefinite: true, unitDiagonal: true })
    expect(
      check([
        [1, 0.5],
        [0.5, 2],
      ]),
    ).toMatchObject({ symmetric: true, unitDiagonal: false, isCorrelationMatrix: false })
    expect(
      check([
        [1, 0.9, 0.9],
        [0.9, 1, -0.9],
        [0.9, -0.9, 1],
      ]),
    ).toMatchObject({ positiveSemidefinite: false })
  })

  it('is refused where the matrix is not square, or no matrix of correlations at all', () => {
    expect(refused(() => check([[1, 0], [0]]))).toMatchObject({
      code: 'task.lengths-differ',
      pointer: '/data/matrix/1',
    })
    expect(
      refused(() =>
        check([
          [1, 1e6],
          [1e6, 1],
        ]),
      ),
    ).toMatchObject({
      code: 'correlation-matrix.element-beyond-sense',
      pointer: '/data/matrix/0/1',
    })
  })
})
