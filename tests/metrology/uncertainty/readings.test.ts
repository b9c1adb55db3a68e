import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { norm, sampleCorrelation, sampleOf } from '#metrology/uncertainty/readings.ts'

const alternating = (centre: number, step: number) => [
  centre,
  ...Array.from({ length: 500 }, () => [centre - step, centre + step]).flat(),
]

describe('repeated readings', () => {
  it('that differ in the last digits only keep their scatter (NIST StRD NumAcc3 and NumAcc4)', () => {
    for (const [centre, step, digits] of [
      [1000000.2, 0.1, 9],
      [10000000.2, 0.1, 8],
    ] as const) {
      const { mean, standardDeviation } = sampleOf(alternating(centre, step))
      expect(mean).toBe(centre)
      expect(standardDeviation).toBeCloseTo(0.1, digits)
    }
  })

  it('that are equal do not scatter, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 2, max: 50 }),
        (x, n) => {
          expect(sampleOf(Array.from({ length: n }, () => x))).toMatchObject({
            mean: x + 0,
            standardDeviation: 0,
          })
        },
      ),
    )
  })

  it('as small as 1e-200 or as large as 1e200 have a standard deviation', () => {
    expect(sampleOf([1e-200, 3e-200]).standardDeviation / 1e-200).toBeCloseTo(Math.SQRT2, 14)
    expect(sampleOf([1e200, 3e200]).standardDeviation / 1e200).toBeCloseTo(Math.SQRT2, 14)
  })

  it('taken together are fully correlated where one follows from the other, and not at all where one is constant', () => {
    const x = sampleOf([1, 2, 4, 3])
    expect(sampleCorrelation(x, sampleOf([2, 4, 8, 6]))).toBeCloseTo(1, 15)
    expect(sampleCorrelation(x, sampleOf([-1, -2, -4, -3]))).toBeCloseTo(-1, 15)
    expect(sampleCorrelation(x, sampleOf([7, 7, 7, 7]))).toBe(0)
  })
})

describe('the root of a sum of squares', () => {
  it('is the value itself for a single one, and neither overflows nor vanishes', () => {
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => norm([0, -x]) === x))
    expect(norm([3e-300, 4e-300])).toBeCloseTo(5e-300, 310)
    expect(norm([3e300, 4e300]) / 1e300).toBeCloseTo(5, 14)
    expect(norm([])).toBe(0)
  })
})
