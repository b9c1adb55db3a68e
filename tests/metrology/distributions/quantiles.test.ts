import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  normalProbability,
  normalQuantile,
  normalUpperQuantile,
  normalUpperTail,
} from '#metrology/distributions/normal-distribution.ts'
import { studentQuantile, studentUpperQuantile } from '#metrology/distributions/student-distribution.ts'
import vectors from './quantiles.regression.json' with { type: 'json' }

const relativeError = (found: number, expected: number) => Math.abs(found - expected) / Math.abs(expected)

describe('the normal distribution', () => {
  it.each(vectors.normal)('its quantile for a tail of $tail is exact to 3e-15', ({ tail, quantile }) => {
    expect(relativeError(normalUpperQuantile(tail), Number(quantile))).toBeLessThan(3e-15)
  })

  it.each(vectors.normalTail)('its tail above $x is exact to 1e-14', ({ x, tail }) => {
    expect(relativeError(normalUpperTail(x), Number(tail))).toBeLessThan(1e-14)
  })

  it('covers 68.27 %, 95.45 % and 99.73 % within 1, 2 and 3 standard deviations (GUM table G.1)', () => {
    const covered = [1, 2, 3].map((k) => normalProbability(k) - normalProbability(-k))
    expect(covered.map((p) => (100 * p).toFixed(2))).toEqual(['68.27', '95.45', '99.73'])
  })

  it('is symmetric, and its ends are infinite', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75))
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  })

  it('its quantile undoes its probability', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalProbability(x)) - x)).toBeLessThan(1e-10)
      }),
    )
  })
})

describe('the t-distribution', () => {
  it.each(vectors.student)(
    'its quantile for $degreesOfFreedom degrees of freedom and a tail of $tail is exact to 1e-12',
    ({ degreesOfFreedom, tail, quantile }) => {
      expect(relativeError(studentUpperQuantile(tail, degreesOfFreedom), Number(quantile))).toBeLessThan(
        1e-12,
      )
    },
  )

  it.each([
    [1, '12.71', '13.97', '235.80'],
    [2, '4.30', '4.53', '19.21'],
    [5, '2.57', '2.65', '5.51'],
    [10, '2.23', '2.28', '3.96'],
    [20, '2.09', '2.13', '3.42'],
    [50, '2.01', '2.05', '3.16'],
    [100, '1.984', '2.025', '3.077'],
  ])('for %d degrees of freedom it is as printed in GUM table G.2', (nu, at95, at9545, at9973) => {
    const digits = at95.split('.')[1]!.length
    // 95.45 % and 99.73 % stand for what the normal distribution covers within 2 and 3 standard deviations.
    const tails = [0.025, normalUpperTail(2), normalUpperTail(3)]
    const printed = tails.map((tail) => studentUpperQuantile(tail, nu).toFixed(digits))
    expect(printed).toEqual([at95, at9545, at9973])
  })

  it('for one and two degrees of freedom it is the closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true, maxExcluded: true }), (tail) => {
        const cauchy = 1 / Math.tan(Math.PI * tail)
        const second = (1 - 2 * tail) * Math.sqrt(1 / (2 * tail * (1 - tail)))
        if (tail < 0.4) expect(relativeError(studentUpperQuantile(tail, 1), cauchy)).toBeLessThan(1e-13)
        expect(relativeError(studentUpperQuantile(tail, 2), second)).toBeLessThan(1e-13)
      }),
    )
  })

  it('falls towards the normal quantile as the degrees of freedom grow, and reaches it at infinity', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e7, noNaN: true }),
        fc.double({ min: 1.01, max: 10, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.45, noNaN: true }),
        (nu, more, tail) => {
          const t = studentUpperQuantile(tail, nu)
          expect(studentUpperQuantile(tail, nu * more)).toBeLessThanOrEqual(t * (1 + 1e-13))
          expect(normalUpperQuantile(tail)).toBeLessThanOrEqual(t * (1 + 1e-13))
        },
      ),
    )
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975))
    expect(studentQuantile(0.025, 9)).toBe(-studentUpperQuantile(0.025, 9))
  })

  it('has no quantile without degrees of freedom', () => {
    expect(studentQuantile(0.975, 0)).toBeNaN()
    expect(studentQuantile(0.975, Number.NaN)).toBeNaN()
  })
})
