import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateConformity } from '#metrology/conformity/evaluate-conformity.ts'
import type { ConformityData } from '#metrology/conformity/conformity-task.ts'
import { distributionOf } from '#metrology/distributions/stated-distribution.ts'
import { normalProbability } from '#metrology/distributions/normal-distribution.ts'

const evaluate = (method: string, data: ConformityData) => evaluateConformity({ method: [method], data })
const normal = (mean: number, standardDeviation: number) => ({ type: 'normal', mean, standardDeviation })

const sizes = fc.record({
  sigma: fc.double({ min: 0.2, max: 3, noNaN: true }),
  mean: fc.double({ min: -1, max: 1, noNaN: true }),
  u: fc.double({ min: 0.01, max: 1, noNaN: true }),
})

describe('global risks', () => {
  it('of normal items add up to the known share of accepted ones', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: -0.2, max: 0.9, noNaN: true }), ({ sigma, mean, u }, guardBand) => {
        const { withGuardBand: risk, priorProbabilityOutOfTolerance: out } = evaluate('global-risk', {
          prior: normal(mean, sigma),
          measurement: { standardUncertainty: u },
          lowerLimit: -1,
          upperLimit: 1,
          guardBand,
        })
        const spread = Math.hypot(sigma, u)
        const edge = 1 - guardBand
        const accepted =
          normalProbability((edge - mean) / spread) - normalProbability((-edge - mean) / spread)
        expect(1 - out! - risk!.producerRisk + risk!.consumerRisk).toBeCloseTo(accepted, 12)
        expect(risk!.conditionalConsumerRisk! * accepted).toBeCloseTo(risk!.consumerRisk, 12)
      }),
    )
  })

  it('shift from the consumer to the producer with a wider guard band', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.constantFrom('normal', 'gamma'),
        ({ sigma, mean, u }, guardBand, type) => {
          const prior = type === 'normal' ? normal(mean, sigma) : { type, shape: 0.3 + sigma, rate: 2 }
          const risk = evaluate('global-risk', {
            prior,
            measurement: { standardUncertainty: u },
            upperLimit: 1,
            guardBand,
          })
          expect(risk.withGuardBand!.consumerRisk).toBeLessThanOrEqual(risk.consumerRisk! + 1e-15)
          expect(risk.withGuardBand!.producerRisk).toBeGreaterThanOrEqual(risk.producerRisk! - 1e-15)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('vanish as the measurement gets better', () => {
    for (const prior of [
      normal(0, 1),
      { type: 'gamma', shape: 0.4, rate: 1 },
      { type: 'triangular', lower: -3, upper: 3 },
      { type: 't', center: 0, scale: 1, degreesOfFreedom: 3 },
    ]) {
      const { consumerRisk, producerRisk } = evaluate('global-risk', {
        prior,
        measurement: { standardUncertainty: 1e-9 },
        upperLimit: 1,
      })
      // Near the limit the risk is density · u/√(2π).
      const expected = (distributionOf(prior).density(1) * 1e-9) / Math.sqrt(2 * Math.PI)
      expect(Math.abs(consumerRisk! / expected - 1)).toBeLessThan(1e-7)
      expect(Math.abs(producerRisk! / expected - 1)).toBeLessThan(1e-7)
    }
  })

  it('meet their target exactly, for one limit and for two', () => {
    const measurement = { standardUncertainty: 0.25 }
    const two = {
      prior: normal(0.1, 0.6),
      measurement,
      lowerLimit: -1,
      upperLimit: 1,
      targetConsumerRisk: 0.002,
    }
    const { acceptanceLimitsForTarget, guardBandForTarget } = evaluate('global-risk', two)
    expect(acceptanceLimitsForTarget).toEqual({
      lower: expect.closeTo(-1 + guardBandForTarget!, 14),
      upper: expect.closeTo(1 - guardBandForTarget!, 14),
    })
    const again = evaluate('global-risk', { ...two, guardBand: guardBandForTarget! })
    expect(again.withGuardBand!.consumerRisk).toBeCloseTo(0.002, 14)
    const loose = evaluate('global-risk', { ...two, targetConsumerRisk: 0.06 })
    expect(loose.guardBandForTarget).toBeLessThan(0)
  })

  it('of items that cannot pass a limit do not count that limit', () => {
    const data = {
      prior: { type: 'gamma', shape: 4, rate: 4 },
      measurement: { standardUncertainty: 0.25 },
      upperLimit: 2,
    }
    expect(evaluate('global-risk', { ...data, lowerLimit: 0 })).toEqual(evaluate('global-risk', data))
  })

  it('by rows are those of the items they describe', () => {
    const { rows } = evaluate('global-risk-table', {
      rows: [{ specificationInSigma: 2, testUncertaintyRatio: 4 }],
    })
    const { consumerRisk, producerRisk, conditionalConsumerRisk } = evaluate('global-risk', {
      prior: normal(0, 1),
      measurement: { standardUncertainty: 0.25 },
      lowerLimit: -2,
      upperLimit: 2,
    })
    expect(rows).toEqual([
      {
        specificationInSigma: 2,
        testUncertaintyRatio: 4,
        guardBandFactor: 1,
        consumerRisk,
        producerRisk,
        conditional: conditionalConsumerRisk,
      },
    ])
  })

  it('stay below 2 % with the managed guard band, whatever the items are (M. Dobbert 2008)', () => {
    for (const testUncertaintyRatio of [1.5, 2, 3, 4]) {
      for (const inToleranceProbability of [0.6, 0.75, 0.9, 0.98]) {
        const { dobbertManagedRisk: factor = 1 } = evaluate('guard-band-rules', {
          testUncertaintyRatio,
          inToleranceProbability,
        })
        const sigma =
          1 /
          evaluate('guard-band-factor', { probabilities: [(1 + inToleranceProbability) / 2] }).factors![0]!
        const risk = evaluate('global-risk', {
          prior: normal(0, sigma),
          measurement: { standardUncertainty: 1 / (2 * testUncertaintyRatio) },
          lowerLimit: -1,
          upperLimit: 1,
          guardBand: 1 - factor,
        })
        expect(risk.withGuardBand!.consumerRisk).toBeLessThan(0.0205)
      }
    }
  })
})

describe('a specific risk with a prior', () => {
  it('of a normal prior is that of the weighted mean (JCGM 106:2012, 6.2, A.4)', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: -5, max: 5, noNaN: true }), ({ sigma, mean, u }, indication) => {
        const weight = sigma ** 2 / (sigma ** 2 + u ** 2)
        const estimate = mean + weight * (indication - mean)
        const standardUncertainty = u * Math.sqrt(weight)
        const limits = { lowerLimit: -1, upperLimit: 1 }
        const found = evaluate('specific-risk-with-prior', {
          prior: normal(mean, sigma),
          measurement: { standardUncertainty: u },
          indication,
          ...limits,
        })
        const known = evaluate('conformance-probability', { estimate, standardUncertainty, ...limits })
        expect(found.posterior!.mean).toBeCloseTo(estimate, 10)
        expect(found.posterior!.standardDeviation).toBeCloseTo(standardUncertainty, 9)
        expect(found.conformanceProbability).toBeCloseTo(known.conformanceProbability!, 11)
        expect(Math.abs(found.nonconformanceProbability! - known.nonconformanceProbability!)).toBeLessThan(
          1e-9 * known.nonconformanceProbability! + 1e-250,
        )
      }),
    )
  })

  it('of a flat prior is that of the measurement', () => {
    const prior = { type: 'rectangular', lower: -1000, upper: 1000 }
    const found = evaluate('specific-risk-with-prior', {
      prior,
      measurement: { standardUncertainty: 0.1 },
      indication: 0.9,
      upperLimit: 1,
    })
    expect(found.conformanceProbability).toBeCloseTo(
      evaluate('conformance-probability', { estimate: 0.9, standardUncertainty: 0.1, upperLimit: 1 })
        .conformanceProbability!,
      12,
    )
  })

  it('is small where the quantity cannot be what was indicated', () => {
    const prior = { type: 'gamma', shape: 4, rate: 4 }
    const found = evaluate('specific-risk-with-prior', {
      prior,
      measurement: { standardUncertainty: 0.25 },
      indication: -1,
      lowerLimit: 0,
      upperLimit: 2,
    })
    expect(found.posterior!.mean).toBeGreaterThan(0)
    expect(found.nonconformanceProbability).toBeLessThan(1e-6)
  })
})
