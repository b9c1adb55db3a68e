import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageFactor } from '#metrology/uncertainty/coverage.ts'
import { effectiveDegreesOfFreedom, truncated } from '#metrology/uncertainty/degrees-of-freedom.ts'
import { degreesOfFreedom } from '../../arbitraries.ts'

const independent = { correlations: [] }
const input = (symbol: string, share: number, nu: number) => ({ symbol, share, degreesOfFreedom: nu })

describe('effective degrees of freedom', () => {
  it('of a single input are its own, to the last digit', () => {
    fc.assert(
      fc.property(
        degreesOfFreedom,
        (nu) => effectiveDegreesOfFreedom([input('a', 1, nu)], independent) === nu,
      ),
    )
  })

  it('lie between the smallest of the inputs and their sum (GUM G.4.1, eq. (G.2c))', () => {
    fc.assert(
      fc.property(
        degreesOfFreedom,
        degreesOfFreedom,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, s) => {
          const nu = effectiveDegreesOfFreedom([input('a', s, a), input('b', 1 - s, b)], independent)!
          expect(nu).toBeGreaterThanOrEqual(Math.min(a, b) * (1 - 1e-12))
          if (a + b < Infinity) expect(nu).toBeLessThanOrEqual((a + b) * (1 + 1e-12))
        },
      ),
    )
  })

  it('are infinite if those of all inputs are', () => {
    expect(
      effectiveDegreesOfFreedom([input('a', 0.3, Infinity), input('b', 0.7, Infinity)], independent),
    ).toBe(Infinity)
  })

  it('are not known where inputs with finite ones are correlated, and are where those have infinite ones', () => {
    const correlated = { correlations: [{ between: ['a', 'b'] as const, r: 0.4 }] }
    const others = [input('b', 0.3, Infinity), input('c', 0.4, 9)]
    expect(effectiveDegreesOfFreedom([input('a', 0.3, 20), ...others], correlated)).toBeUndefined()
    expect(effectiveDegreesOfFreedom([input('a', 0.3, Infinity), ...others], correlated)).toBeCloseTo(
      9 / 0.16,
      10,
    )
  })

  it('are n - 1 for readings that were taken together, alone or as one of several independent parts', () => {
    const dependence = {
      correlations: [{ between: ['a', 'b'] as const, r: -0.4 }],
      joint: { inputs: ['a', 'b'], n: 5 },
    }
    const together = (share: number) => [input('a', 2 * share, 4), input('b', -share, 4)]
    expect(effectiveDegreesOfFreedom(together(1), dependence)).toBe(4)
    expect(effectiveDegreesOfFreedom([...together(0.5), input('c', 0.5, 12)], dependence)).toBeCloseTo(12, 10)
  })

  it('are truncated to the next lower whole number, and 19 after arithmetic is 19', () => {
    expect([18.9987, 19, 19 * (1 - 2e-16), 20, 1.5].map(truncated)).toEqual([18, 19, 19, 20, 1])
    expect([0.4, Infinity].map(truncated)).toEqual([0.4, Infinity])
  })
})

const interpolated = { probability: 0.95, degreesOfFreedomRule: 'interpolate' } as const

describe('the coverage factor', () => {
  it('for 18.9987 degrees of freedom is 2.093 interpolated and 2.101 truncated', () => {
    const rules = ['interpolate', 'truncate'] as const
    const factors = rules.map((degreesOfFreedomRule) =>
      coverageFactor({ probability: 0.95, degreesOfFreedomRule }, 18.9987)?.toFixed(3),
    )
    expect(factors).toEqual(['2.093', '2.101'])
  })

  it('for one degree of freedom is 12.706, and for infinitely many 1.960', () => {
    const factors = [1, Infinity].map((nu) => coverageFactor(interpolated, nu)?.toFixed(3))
    expect(factors).toEqual(['12.706', '1.960'])
  })

  it('is not invented where the degrees of freedom are unknown, unless it was given', () => {
    expect(coverageFactor(interpolated, undefined)).toBeUndefined()
    expect(coverageFactor({ k: 2 }, undefined)).toBe(2)
  })
})
