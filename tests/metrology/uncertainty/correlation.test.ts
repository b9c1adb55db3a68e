import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlationFactor } from '#metrology/uncertainty/correlation-factor.ts'
import type { Correlation } from '#metrology/uncertainty/correlation.ts'
import { smallestEigenvalue, symmetricEigenvalues } from '#metrology/uncertainty/symmetric-eigenvalues.ts'
import { refused } from '../refused.ts'

const names = ['a', 'b', 'c', 'd', 'e']

/** Every pair of a matrix that is given by unit vectors, one for each input: such a matrix is always possible. */
const unitVectors = fc
  .array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((rows) =>
    rows.map((row) => {
      const length = Math.hypot(...row)
      return length < 1e-3 ? [1, 0, 0] : row.map((x) => x / length)
    }),
  )

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

const pairs = (matrix: (i: number, j: number) => number): Correlation[] =>
  names.flatMap((a, i) =>
    names.slice(i + 1).map((b, k): Correlation => ({ between: [a, b], r: matrix(i, i + 1 + k) })),
  )

describe('correlation coefficients', () => {
  it('are those of their factor, also where the matrix is singular', () => {
    fc.assert(
      fc.property(unitVectors, (vectors) => {
        const r = (i: number, j: number) => Math.max(-1, Math.min(1, dot(vectors[i]!, vectors[j]!)))
        const { rows } = correlationFactor(names, pairs(r))
        for (const i of names.keys())
          for (const j of names.keys())
            expect(dot([...rows[i]!], [...rows[j]!])).toBeCloseTo(i === j ? 1 : r(i, j), 6)
      }),
    )
  })

  it('of 1 and -1 are possible, and add nothing of their own', () => {
    const { members, rows } = correlationFactor(names, [
      { between: ['a', 'c'], r: 1 },
      { between: ['a', 'e'], r: -1 },
      { between: ['c', 'e'], r: -1 },
    ])
    expect(members).toEqual([0, 2, 4])
    expect(rows.map((row) => [...row])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [-1, 0, 0],
    ])
  })

  it('that no quantities can have are refused, with the smallest eigenvalue', () => {
    const refusal = refused(() =>
      correlationFactor(names, [
        { between: ['a', 'b'], r: 0.9 },
        { between: ['b', 'c'], r: 0.9 },
        { between: ['a', 'c'], r: -0.9 },
      ]),
    )
    expect(refusal).toMatchObject({ code: 'uncertainty.correlations-impossible', pointer: '/correlations' })
    expect(refusal.detail).toContain('-0.800000')
  })

  it('that are impossible only through the rounding of their statement are accepted', () => {
    // Four quantities whose sum is constant have r = -1/3; ten digits of it are a little too much.
    const four = names.slice(0, 4)
    const stated = (r: number) =>
      pairs(() => r).filter(({ between }) => between.every((n) => four.includes(n)))
    expect(() => correlationFactor(names, stated(-0.3333333334))).not.toThrow()
    expect(refused(() => correlationFactor(names, stated(-0.3334))).code).toBe(
      'uncertainty.correlations-impossible',
    )
  })
})

describe('the eigenvalues of a symmetric matrix', () => {
  it('are known for two equal correlations, and add up to the trace', () => {
    const [low, high] = symmetricEigenvalues([
      [1, 0.5],
      [0.5, 1],
    ])
    expect([low, high].map((x) => x?.toFixed(14))).toEqual(['0.50000000000000', '1.50000000000000'])
    expect(
      smallestEigenvalue([
        [1, 1, 0],
        [1, 1, 1],
        [0, 1, 1],
      ]),
    ).toBeCloseTo(1 - Math.SQRT2, 14)
    fc.assert(
      fc.property(unitVectors, (vectors) => {
        const values = symmetricEigenvalues(vectors.map((a) => vectors.map((b) => dot(a, b))))
        expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(5, 10)
        expect(Math.min(...values)).toBeGreaterThan(-1e-12)
      }),
    )
  })
})
