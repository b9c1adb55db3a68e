import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateDistribution } from '#metrology/distributions/evaluate-distribution.ts'
import { distributionOf, type DistributionStatement } from '#metrology/distributions/stated-distribution.ts'
import { integrate } from '#metrology/numerics/quadrature.ts'
import { refused } from '../refused.ts'

const stated: DistributionStatement[] = [
  { type: 'rectangular', lower: 1, upper: 3 },
  { type: 'rectangular', center: 1, halfWidth: '0.5' },
  { type: 'triangular', lower: -3, upper: 3 },
  { type: 'trapezoidal', lower: -1, upper: 1, topHalfWidth: 0.5 },
  { type: 'curvilinear-trapezoidal', center: 0, halfWidth: 2, halfWidthUncertainty: 0.5 },
  { type: 'normal', center: 5, standardDeviation: 2 },
  { type: 'exponential', mean: 2.5 },
  { type: 'gamma', shape: 8, rate: 1 },
  { type: 't', center: 1, scale: 0.5, degreesOfFreedom: 40 },
]

const densityAtZero = (shape: number) => distributionOf({ type: 'gamma', shape, rate: 2 }).density(0)

describe('a stated distribution', () => {
  it.each(stated.map((each) => [each.type, each] as const))(
    '%s: its density integrates to its probability and its moments',
    (_, each) => {
      const d = distributionOf(each)
      const lower = Math.max(d.support.lower, d.mean - 40 * d.standardDeviation)
      const upper = Math.min(d.support.upper, d.mean + 40 * d.standardDeviation)
      const ends = [lower, ...d.corners, d.mean, upper]
      expect(integrate(d.density, ends)).toBeCloseTo(1, 12)
      expect(integrate((x) => x * d.density(x), ends)).toBeCloseTo(d.mean, 11)
      expect(Math.sqrt(integrate((x) => (x - d.mean) ** 2 * d.density(x), ends))).toBeCloseTo(
        d.standardDeviation,
        11,
      )
      for (const share of [0.47, 0.5, 0.52]) {
        const x = lower + share * (upper - lower)
        expect(d.below(x)).toBeCloseTo(integrate(d.density, [...ends.filter((end) => end < x), x]), 12)
        expect(d.below(x) + d.above(x)).toBeCloseTo(1, 14)
      }
    },
  )

  it('of the arcsine has most of its density at its ends', () => {
    const d = distributionOf({ type: 'arcsine', lower: -5, upper: 5 })
    expect(d.standardDeviation).toBeCloseTo(5 / Math.SQRT2, 14)
    expect(d.below(0)).toBeCloseTo(0.5, 15)
    expect(d.above(5 * Math.cos(0.3))).toBeCloseTo(0.3 / Math.PI, 14)
    expect(d.density(0)).toBeCloseTo(1 / (5 * Math.PI), 15)
    expect([d.density(5.1), d.below(-6), d.below(6)]).toEqual([0, 0, 1])
  })

  it('with a half-width that is known exactly is a rectangle', () => {
    const exact = distributionOf({
      type: 'curvilinear-trapezoidal',
      center: 0,
      halfWidth: 2,
      halfWidthUncertainty: 0,
    })
    const vague = distributionOf({
      type: 'curvilinear-trapezoidal',
      center: 0,
      halfWidth: 2,
      halfWidthUncertainty: 1e-9,
    })
    for (const x of [-1.9, -1, 0.3, 1.5]) {
      expect(exact.density(x)).toBe(0.25)
      expect(vague.density(x)).toBeCloseTo(0.25, 8)
      expect(vague.below(x)).toBeCloseTo(exact.below(x), 8)
    }
  })

  it('whose half-width may be zero has a peak and still a probability of one', () => {
    const d = distributionOf({
      type: 'curvilinear-trapezoidal',
      center: 0,
      halfWidth: 1,
      halfWidthUncertainty: 1,
    })
    expect([d.below(0), d.above(0), d.below(2)]).toEqual([0.5, 0.5, 1])
  })

  it('moves with its centre and stretches with its width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rectangular', 'triangular', 'arcsine'),
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        (type, center, halfWidth, z) => {
          const unit = distributionOf({ type, center: 0, halfWidth: 1 })
          const moved = distributionOf({ type, center, halfWidth })
          const x = center + halfWidth * z
          expect(moved.density(x) * halfWidth).toBeCloseTo(unit.density(z), 10)
          expect(moved.below(x)).toBeCloseTo(unit.below(z), 10)
        },
      ),
    )
  })

  it('of counts without any: a gamma density is infinite at zero below shape 1, finite at 1, zero above', () => {
    expect([densityAtZero(0.5), densityAtZero(1), densityAtZero(2)]).toEqual([Infinity, 2, 0])
    expect(distributionOf({ type: 'gamma', shape: 2, rate: 2 }).density(-1)).toBe(0)
  })
})

const task = (distribution: DistributionStatement, at = [0]) => ({
  method: ['distribution-density'],
  data: { distribution, at },
})

describe('a task about distributions', () => {
  it('answers density and probability together, point by point', () => {
    const answer = evaluateDistribution({
      method: ['distribution-density', 'distribution-probability'],
      data: {
        distribution: { type: 'normal', center: 0, standardDeviation: 1 },
        at: [0, '1.959963984540054'],
      },
    })
    expect(answer.density).toEqual([expect.closeTo(0.3989422804014327, 15), expect.closeTo(0.05844507, 8)])
    expect(answer.probability).toEqual([0.5, expect.closeTo(0.975, 15)])
  })

  it.each([
    ['an unknown type', { type: 'sinc' }, 'distribution.type-unknown', '/data/distribution/type'],
    [
      'a missing parameter',
      { type: 'gamma', shape: 1 },
      'distribution.parameters-wrong',
      '/data/distribution',
    ],
    [
      'a strange parameter',
      { type: 'exponential', mean: 1, rate: 1 },
      'distribution.parameters-wrong',
      '/data/distribution',
    ],
    [
      'limits in reverse',
      { type: 'rectangular', lower: 2, upper: 1 },
      'distribution.parameter-impossible',
      '/data/distribution/upper',
    ],
    [
      'no width',
      { type: 'triangular', center: 0, halfWidth: 0 },
      'distribution.parameter-impossible',
      '/data/distribution/halfWidth',
    ],
    [
      'a top wider than its base',
      { type: 'trapezoidal', center: 0, halfWidth: 1, topHalfWidth: 2 },
      'distribution.parameter-impossible',
      '/data/distribution/topHalfWidth',
    ],
    [
      'a standard deviation that does not exist',
      { type: 't', center: 0, standardDeviation: 1, degreesOfFreedom: 2 },
      'distribution.parameter-impossible',
      '/data/distribution/degreesOfFreedom',
    ],
    ['NaN', { type: 'exponential', mean: NaN }, 'quantity.not-a-number', '/data/distribution/mean'],
  ])('refuses %s at its place', (_, distribution, code, pointer) => {
    expect(refused(() => evaluateDistribution(task(distribution)))).toMatchObject({ code, pointer })
  })

  it('refuses a density that is infinite, and moments that do not exist', () => {
    expect(
      refused(() => evaluateDistribution(task({ type: 'arcsine', lower: -1, upper: 1 }, [0, 1]))),
    ).toMatchObject({
      code: 'distribution.density-infinite',
      pointer: '/data/at/1',
    })
    const cauchy = { type: 't', center: 0, scale: 1, degreesOfFreedom: 1 }
    expect(
      refused(() =>
        evaluateDistribution({ method: ['distribution-moments'], data: { distributions: [cauchy] } }),
      ),
    ).toMatchObject({
      code: 'distribution.no-moment',
      pointer: '/data/distributions/0/degreesOfFreedom',
    })
  })
})
