import { describe, expect, it } from 'vitest'
import { resolveInput, type InputQuantity } from '#metrology/uncertainty/input-quantity.ts'
import { refused } from '../refused.ts'

describe('an input quantity', () => {
  it.each<[string, InputQuantity, string, string | undefined]>([
    ['nothing at all', {}, 'estimate-missing', '/estimate'],
    ['only an uncertainty', { standardUncertainty: 1 }, 'estimate-missing', '/estimate'],
    ['a negative u', { estimate: 1, standardUncertainty: -1 }, 'negative', '/standardUncertainty'],
    ['u = 0', { estimate: 1, standardUncertainty: 0 }, 'zero', '/standardUncertainty'],
    [
      'a negative U',
      { estimate: 1, expandedUncertainty: -1, coverageFactor: 2 },
      'negative',
      '/expandedUncertainty',
    ],
    [
      'U = 0',
      { estimate: 1, expandedUncertainty: '0.00', coverageFactor: 2 },
      'zero',
      '/expandedUncertainty',
    ],
    ['U without k', { estimate: 1, expandedUncertainty: 1 }, 'coverage-factor-missing', '/coverageFactor'],
    [
      'k without U',
      { estimate: 1, coverageFactor: 2 },
      'expanded-uncertainty-missing',
      '/expandedUncertainty',
    ],
    [
      'p without U',
      { estimate: 1, coverageProbability: 0.95 },
      'expanded-uncertainty-missing',
      '/expandedUncertainty',
    ],
    [
      'k beside u',
      { estimate: 1, standardUncertainty: 1, coverageFactor: 2 },
      'expanded-uncertainty-missing',
      '/expandedUncertainty',
    ],
    [
      'k = 0',
      { estimate: 1, expandedUncertainty: 1, coverageFactor: 0 },
      'coverage-factor-not-positive',
      '/coverageFactor',
    ],
    [
      'k < 0',
      { estimate: 1, expandedUncertainty: 1, coverageFactor: -2 },
      'coverage-factor-not-positive',
      '/coverageFactor',
    ],
    [
      'p = 95',
      { estimate: 1, expandedUncertainty: 1, coverageProbability: 95 },
      'coverage-probability-out-of-range',
      '/coverageProbability',
    ],
    [
      'k and p',
      { estimate: 1, expandedUncertainty: 1, coverageFactor: 2, coverageProbability: 0.95 },
      'conflicting-forms',
      '/coverageProbability',
    ],
    [
      'u and U',
      { estimate: 1, standardUncertainty: 1, expandedUncertainty: 2, coverageFactor: 2 },
      'conflicting-forms',
      '/standardUncertainty',
    ],
    ['readings and an estimate', { estimate: 1, readings: [1, 2] }, 'conflicting-forms', '/estimate'],
    [
      'readings and u',
      { readings: [1, 2], standardUncertainty: 1 },
      'conflicting-forms',
      '/standardUncertainty',
    ],
    [
      'U and a distribution',
      {
        estimate: 1,
        expandedUncertainty: 1,
        coverageFactor: 2,
        distribution: { type: 'normal', standardDeviation: 1 },
      },
      'conflicting-forms',
      '/distribution',
    ],
    ['one reading', { readings: [1] }, 'too-few-readings', '/readings'],
    ['no reading', { readings: [] }, 'too-few-readings', '/readings'],
    ['a reading that is none', { readings: [1, 'one'] }, '', '/readings/1'],
    ['readings beyond any double', { readings: [1.5e308, 1.7e308, 1.6e308] }, 'not-finite', undefined],
    [
      'a pooled deviation alone',
      { estimate: 1, pooledStandardDeviation: 1 },
      'number-of-readings-missing',
      '/numberOfReadings',
    ],
    [
      'half a reading',
      { estimate: 1, pooledStandardDeviation: 1, numberOfReadings: 0.5 },
      'number-of-readings-missing',
      '/numberOfReadings',
    ],
    [
      'a number of readings alone',
      { estimate: 1, numberOfReadings: 3 },
      'number-of-readings-missing',
      '/pooledStandardDeviation',
    ],
    [
      'ν = 0',
      { estimate: 1, standardUncertainty: 1, degreesOfFreedom: 0 },
      'degrees-of-freedom-not-positive',
      '/degreesOfFreedom',
    ],
    [
      'an unknown distribution',
      { estimate: 1, distribution: { type: 'cauchy' } },
      'distribution-unknown',
      '/distribution/type',
    ],
    [
      'a rectangle without width',
      { estimate: 1, distribution: { type: 'rectangular' } },
      'distribution-incomplete',
      '/distribution',
    ],
    [
      'a rectangle with a standard deviation',
      { estimate: 1, distribution: { type: 'rectangular', halfWidth: 1, standardDeviation: 1 } },
      'distribution-incomplete',
      '/distribution',
    ],
    [
      'a half-width of zero',
      { estimate: 1, distribution: { type: 'rectangular', halfWidth: 0 } },
      'half-width-not-positive',
      '/distribution/halfWidth',
    ],
    [
      'a negative half-width',
      { estimate: 1, distribution: { type: 'arcsine', halfWidth: -1 } },
      'half-width-not-positive',
      '/distribution/halfWidth',
    ],
    [
      'a trapezoid wider above than below',
      { estimate: 1, distribution: { type: 'trapezoidal', halfWidth: 1, topHalfWidth: 2 } },
      'distribution-impossible',
      '/distribution/topHalfWidth',
    ],
    [
      'a t-distribution with two degrees of freedom',
      { estimate: 1, distribution: { type: 't', scale: 1, degreesOfFreedom: 2 } },
      'no-standard-deviation',
      '/distribution/degreesOfFreedom',
    ],
    [
      'a distribution that is wrong beside a standard uncertainty',
      { estimate: 1, standardUncertainty: 1, distribution: { type: 'normal', standardDeviation: -1 } },
      'negative',
      '/distribution/standardDeviation',
    ],
    ['text that is no number', { estimate: 'about 5' }, '', '/estimate'],
    ['a number beyond any double', { estimate: '1e400' }, '', '/estimate'],
  ])('is refused with %s, and the place is told', (_, input, code, pointer) => {
    const refusal = refused(() => resolveInput(input))
    if (code) expect(refusal.code).toBe(`uncertainty.${code}`)
    expect(refusal.pointer).toBe(pointer)
  })
})
