import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveInput, type InputQuantity } from '#metrology/uncertainty/input-quantity.ts'
import { magnitude, value } from '../../arbitraries.ts'

describe('an input quantity', () => {
  it.each<[string, InputQuantity, number, number]>([
    ['without an uncertainty is an exact constant', { estimate: 5 }, 0, Infinity],
    ['states its standard uncertainty', { estimate: 5, standardUncertainty: 0.25 }, 0.25, Infinity],
    [
      'states U and k (GUM 4.3.3)',
      { estimate: 5, expandedUncertainty: 0.5, coverageFactor: 2 },
      0.25,
      Infinity,
    ],
    [
      'states U and k with its degrees of freedom',
      { estimate: 5, expandedUncertainty: 0.5, coverageFactor: 2, degreesOfFreedom: 9 },
      0.25,
      9,
    ],
    [
      'states U for a probability: normal, if its degrees of freedom are infinite (GUM 4.3.4)',
      { estimate: 5, expandedUncertainty: 1, coverageProbability: 0.95 },
      1 / 1.9599639845400545,
      Infinity,
    ],
    [
      'states U for a probability: the t quantile, if they are finite (GUM G.3.4)',
      { estimate: 5, expandedUncertainty: 1, coverageProbability: 0.95, degreesOfFreedom: 4 },
      1 / 2.7764451051977943,
      4,
    ],
    [
      'has a pooled standard deviation and a number of readings (GUM 4.2.4)',
      { estimate: 5, pooledStandardDeviation: 0.5, numberOfReadings: 4, degreesOfFreedom: 24 },
      0.25,
      24,
    ],
    ['is normal', { estimate: 5, distribution: { type: 'normal', standardDeviation: 0.25 } }, 0.25, Infinity],
    [
      'is rectangular (GUM 4.3.7)',
      { estimate: 5, distribution: { type: 'rectangular', halfWidth: 0.3 } },
      0.3 / Math.sqrt(3),
      Infinity,
    ],
    [
      'is triangular (GUM 4.3.9)',
      { estimate: 5, distribution: { type: 'triangular', halfWidth: 0.3 } },
      0.3 / Math.sqrt(6),
      Infinity,
    ],
    [
      'is U-shaped',
      { estimate: 5, distribution: { type: 'arcsine', halfWidth: 0.3 } },
      0.3 / Math.SQRT2,
      Infinity,
    ],
    [
      'is trapezoidal (GUM 4.3.9)',
      { estimate: 5, distribution: { type: 'trapezoidal', halfWidth: 0.3, topHalfWidth: 0.15 } },
      0.3 * Math.sqrt(1.25 / 6),
      Infinity,
    ],
    [
      'is a rectangle with uncertain ends (JCGM 101, 6.4.3)',
      {
        estimate: 5,
        distribution: { type: 'curvilinear-trapezoidal', halfWidth: 0.3, halfWidthUncertainty: 0.1 },
      },
      Math.sqrt(0.09 / 3 + 0.01 / 9),
      Infinity,
    ],
    [
      'is a t-distribution given by its scale (JCGM 101, 6.4.9)',
      { estimate: 5, distribution: { type: 't', scale: 0.2, degreesOfFreedom: 4 } },
      0.2 * Math.SQRT2,
      Infinity,
    ],
    [
      'is a t-distribution given by its standard deviation',
      { estimate: 5, distribution: { type: 't', standardDeviation: 0.25, degreesOfFreedom: 3 } },
      0.25,
      Infinity,
    ],
    [
      'has a distribution beside its standard uncertainty, for methods that need one',
      { estimate: 5, standardUncertainty: 0.25, distribution: { type: 'rectangular', halfWidth: 9 } },
      0.25,
      Infinity,
    ],
    [
      'has infinitely many degrees of freedom in words',
      { estimate: 5, standardUncertainty: 0.25, degreesOfFreedom: 'infinity' },
      0.25,
      Infinity,
    ],
    ['is stated in decimal text', { estimate: '5.000', standardUncertainty: '0.250 0' }, 0.25, Infinity],
  ])('%s', (_, input, standardUncertainty, degreesOfFreedom) => {
    const resolved = resolveInput(input)
    expect(resolved.estimate).toBe(5)
    expect(Math.abs(resolved.standardUncertainty - standardUncertainty)).toBeLessThanOrEqual(
      1e-14 * standardUncertainty,
    )
    expect(resolved.degreesOfFreedom).toBe(degreesOfFreedom)
  })

  it('has readings: their mean, s/√n and n - 1 (GUM 4.2)', () => {
    expect(resolveInput({ readings: ['10.001', 10.003, 10.005, 10.003] })).toEqual({
      estimate: 10.003,
      standardUncertainty: expect.closeTo(Math.sqrt(8e-6 / 3) / 2, 15) as number,
      degreesOfFreedom: 3,
    })
  })

  it('is in proportion to its unit: ten times the number is ten times the uncertainty', () => {
    fc.assert(
      fc.property(
        value,
        magnitude,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (estimate, u, factor) => {
          const here = resolveInput({ estimate, expandedUncertainty: u, coverageFactor: 2.5 })
          const there = resolveInput({
            estimate: estimate * factor,
            expandedUncertainty: u * factor,
            coverageFactor: 2.5,
          })
          expect(there.standardUncertainty / (here.standardUncertainty * factor)).toBeCloseTo(1, 14)
        },
      ),
    )
  })
})
