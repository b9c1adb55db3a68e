import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coverageIntervals,
  medianOf,
  symmetricInterval,
} from '#metrology/monte-carlo/statistics/coverage-interval.ts'
import { ranksIn } from '#metrology/monte-carlo/statistics/order-statistics.ts'

const upTo = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1)
const both = (values: Float64Array, p: number) => coverageIntervals(ranksIn(values), values.length, p)

describe('coverage intervals of trials', () => {
  it('have the ranks of JCGM 101, 7.7.2: from r to r + q with q = pM', () => {
    // M = 1000, p = 0.95: q = 950, r = 25.
    expect(both(upTo(1000), 0.95).symmetric).toEqual([25, 975])
    // M = 1001: q = 951 (950.95 + ½), r = 25.
    expect(both(upTo(1001), 0.95).symmetric).toEqual([25, 976])
    expect(symmetricInterval(ranksIn(upTo(1000)), 1000, 0.95)).toEqual([25, 975])
  })

  it('are both the same few ends, computed from the tails or from all', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 20, maxLength: 300, noNaN: true, min: -1e6, max: 1e6 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (values, p) => {
          const sorted = values.slice().sort()
          const q = Math.floor(p * values.length + 0.5)
          const { symmetric, shortest } = both(values, p)
          expect(symmetricInterval(ranksIn(values), values.length, p)).toEqual(symmetric)
          const lengths = Array.from({ length: values.length - q }, (_, r) => sorted[r + q]! - sorted[r]!)
          expect(shortest[1] - shortest[0]).toBe(Math.min(...lengths))
          expect(shortest[1] - shortest[0]).toBeLessThanOrEqual(symmetric[1] - symmetric[0])
        },
      ),
    )
  })

  it('of a distribution that falls from its lower end: the shortest begins there', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => -Math.log((i + 0.5) / 20_000))
    const { shortest, symmetric } = both(values, 0.95)
    expect(shortest[0]).toBeLessThan(1e-4)
    expect(shortest[1]).toBeCloseTo(-Math.log(0.05), 2)
    expect(symmetric[0]).toBeCloseTo(-Math.log(0.975), 3)
  })

  it('have the median between them, of an odd and of an even number', () => {
    expect(medianOf(ranksIn(upTo(5)), 5)).toBe(3)
    expect(medianOf(ranksIn(upTo(6)), 6)).toBe(3.5)
    expect(medianOf(ranksIn(upTo(100_000)), 100_000)).toBe(50_000.5)
  })
})
