import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialProbability, clopperPearson } from '#metrology/distributions/binomial-distribution.ts'
import {
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from '#metrology/distributions/chi-squared-distribution.ts'
import { fUpperTail } from '#metrology/distributions/f-distribution.ts'
import { betaAbove, betaBelow } from '#metrology/distributions/incomplete-beta.ts'
import { gammaAbove, gammaBelow } from '#metrology/distributions/incomplete-gamma.ts'
import { logGamma } from '#metrology/distributions/log-gamma.ts'
import {
  studentProbabilityAbove,
  studentUpperQuantile,
} from '#metrology/distributions/student-distribution.ts'
import vectors from './probabilities.regression.json' with { type: 'json' }

const relativeError = (found: number, expected: string) =>
  Math.abs(found - Number(expected)) / Math.abs(Number(expected))

describe('special functions', () => {
  it.each(vectors.logGamma)('ln Γ($x) is exact to 1e-14', ({ x, value }) => {
    expect(relativeError(logGamma(x), value)).toBeLessThan(1e-14)
  })

  it.each(vectors.gamma)('the incomplete gamma function of $a and $x is exact to 5e-14', (v) => {
    expect(relativeError(gammaBelow(v.a, v.x), v.below)).toBeLessThan(5e-14)
    expect(relativeError(gammaAbove(v.a, v.x), v.above)).toBeLessThan(5e-14)
  })

  it.each(vectors.beta)('the incomplete beta function of $a, $b and $x is exact to 3e-14', (v) => {
    const portion = { x: v.x, rest: 1 - v.x }
    expect(relativeError(betaBelow(v.a, v.b, portion), v.below)).toBeLessThan(3e-14)
    expect(relativeError(betaAbove(v.a, v.b, portion), v.above)).toBeLessThan(3e-14)
  })

  it('Γ(x + 1) = x Γ(x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(
          1e-14 * (1 + x * Math.log(x + 2)),
        )
      }),
    )
  })
})

describe('the χ² distribution', () => {
  it.each(vectors.chiSquared)(
    'its quantile for $degreesOfFreedom degrees of freedom and a tail of $tail is exact to 3e-15',
    (v) => {
      expect(relativeError(chiSquaredUpperQuantile(v.tail, v.degreesOfFreedom), v.quantile)).toBeLessThan(
        3e-15,
      )
    },
  )

  it.each([
    [1, '3.841'],
    [4, '9.488'],
    [8, '15.507'],
    [30, '43.773'],
    [100, '124.342'],
  ])('for %i degrees of freedom a twentieth lies above %s (Abramowitz and Stegun, table 26.8)', (nu, x) => {
    expect(chiSquaredUpperQuantile(0.05, nu).toFixed(3)).toBe(x)
  })

  it('its quantile undoes its tail, down to 1e-200', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -200, max: -0.01, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (e, nu) => {
          const tail = 10 ** e
          expect(
            Math.abs(chiSquaredUpperTail(chiSquaredUpperQuantile(tail, nu), nu) / tail - 1),
          ).toBeLessThan(1e-11)
        },
      ),
    )
  })

  it('has its ends', () => {
    expect(chiSquaredUpperQuantile(1, 3)).toBe(0)
    expect(chiSquaredUpperQuantile(0, 3)).toBe(Infinity)
    expect(chiSquaredUpperQuantile(0.5, 0)).toBeNaN()
    expect(chiSquaredUpperTail(0, 3)).toBe(1)
    expect(gammaAbove(2, Infinity)).toBe(0)
  })
})

describe('the F distribution', () => {
  it.each([
    [161.45, 1, 1],
    [5.32, 1, 8],
    [2.98, 10, 10],
    [2.15, 9, 36],
  ])(
    'above %d for %i and %i degrees of freedom lies a twentieth (Abramowitz and Stegun, table 26.9)',
    (f, a, b) => {
      expect(fUpperTail(f, a, b)).toBeCloseTo(0.05, 3)
    },
  )

  it('of one degree of freedom is that of t²', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (t, nu) => {
          const both = 2 * studentProbabilityAbove(t, nu)
          expect(Math.abs(fUpperTail(t * t, 1, nu) / both - 1)).toBeLessThan(1e-11)
        },
      ),
    )
  })

  it('reaches from 1 at nothing to 0', () => {
    expect([fUpperTail(0, 2, 3), fUpperTail(Infinity, 2, 3)]).toEqual([1, 0])
  })
})

describe('the t-distribution', () => {
  it('its probability undoes its quantile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.4999, noNaN: true }),
        fc.double({ min: 0.5, max: 1e4, noNaN: true }),
        (tail, nu) => {
          expect(
            Math.abs(studentProbabilityAbove(studentUpperQuantile(tail, nu), nu) / tail - 1),
          ).toBeLessThan(1e-11)
        },
      ),
    )
  })
})

describe('the binomial distribution', () => {
  it('adds up single probabilities', () => {
    const n = 12
    const p = 0.3
    let sum = 0
    let term = (1 - p) ** n
    for (let x = 0; x < n; x++) {
      sum += term
      term *= ((n - x) / (x + 1)) * (p / (1 - p))
      expect(binomialProbability(x, n, p)).toBeCloseTo(sum, 14)
    }
    expect([binomialProbability(-1, n, p), binomialProbability(n, n, p)]).toEqual([0, 1])
  })

  it('an interval of Clopper and Pearson leaves half of the rest at each end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (n, k, confidence) => {
          const x = Math.min(k, n)
          const { lower, upper } = clopperPearson(x, n, confidence)
          const tail = (1 - confidence) / 2
          if (x > 0) expect(1 - binomialProbability(x - 1, n, lower)).toBeCloseTo(tail, 10)
          if (x < n) expect(binomialProbability(x, n, upper)).toBeCloseTo(tail, 10)
          expect(lower).toBeLessThanOrEqual(x / n)
          expect(upper).toBeGreaterThanOrEqual(x / n)
        },
      ),
    )
  })

  it('none of three: the upper end at 95 % is 0.7076 (Clopper and Pearson 1934)', () => {
    expect(clopperPearson(0, 3, 0.95)).toEqual({ lower: 0, upper: expect.closeTo(0.7076, 4) })
    expect(clopperPearson(3, 3, 0.95)).toEqual({ lower: expect.closeTo(0.2924, 4), upper: 1 })
  })
})
