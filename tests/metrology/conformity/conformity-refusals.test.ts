import { describe, expect, it } from 'vitest'
import type { ConformityData } from '#metrology/conformity/conformity-task.ts'
import { evaluateConformity } from '#metrology/conformity/evaluate-conformity.ts'
import { refused } from '../refused.ts'

const evaluate = (method: string, data: ConformityData) => evaluateConformity({ method: [method], data })

describe('what cannot be decided', () => {
  const prior = { type: 'normal', mean: 0, standardDeviation: 1 }
  const measurement = { standardUncertainty: 0.1 }
  it.each<[string, string, ConformityData, string, string | undefined]>([
    [
      'no limit',
      'conformance-probability',
      { estimate: 1, standardUncertainty: 1 },
      'conformity.no-limits',
      '/data',
    ],
    [
      'limits in reverse',
      'conformance-probability',
      { estimate: 1, standardUncertainty: 1, lowerLimit: 2, upperLimit: 1 },
      'conformity.limits-reversed',
      '/data',
    ],
    [
      'a negative uncertainty',
      'conformance-probability',
      { estimate: 1, standardUncertainty: -1, upperLimit: 1 },
      'task.number-negative',
      '/data/standardUncertainty',
    ],
    [
      'a rule that nobody knows',
      'guarded-limit',
      { upperLimit: 1, expandedUncertainty: 1, rule: 'feeling' },
      'conformity.rule-unknown',
      '/data/rule',
    ],
    [
      'a statement by another rule',
      'conformity-statement',
      { estimate: 1, standardUncertainty: 1, expandedUncertainty: 2, upperLimit: 1, rule: 'rU' },
      'conformity.rule-unknown',
      '/data/rule',
    ],
    [
      'a side that contradicts itself',
      'guarded-limit',
      {
        limit: 1,
        standardUncertainty: 1,
        probability: 0.9,
        rule: 'smallest indication v with P(V < limit) >= probability',
      },
      'conformity.rule-unknown',
      '/data/rule',
    ],
    [
      'a proof out of reach',
      'guarded-limit',
      {
        limit: 1,
        relativeStandardUncertainty: 0.5,
        probability: 0.999,
        rule: 'smallest indication v with P(V > limit) >= probability',
      },
      'conformity.target-unreachable',
      '/data/probability',
    ],
    [
      'a risk below that of the centre',
      'guarded-limit',
      { lowerLimit: -1, upperLimit: 1, standardUncertainty: 1, targetRisk: 0.01, rule: 'target-risk' },
      'conformity.target-unreachable',
      '/data/targetRisk',
    ],
    [
      'a certain probability',
      'guard-band-factor',
      { probabilities: [0.9, 1] },
      'task.number-out-of-range',
      '/data/probabilities/1',
    ],
    [
      'a ratio below one',
      'guard-band-rules',
      { testUncertaintyRatio: 0.9, inToleranceProbability: 0.9 },
      'task.number-out-of-range',
      '/data/testUncertaintyRatio',
    ],
    ['no prior', 'global-risk', { measurement, upperLimit: 1 }, 'task.member-missing', '/data/prior'],
    [
      'a prior without standard deviation',
      'global-risk',
      { prior: { type: 't', center: 0, scale: 1, degreesOfFreedom: 2 }, measurement, upperLimit: 1 },
      'distribution.no-moment',
      '/data/prior/degreesOfFreedom',
    ],
    [
      'a prior that is none',
      'global-risk',
      { prior: { type: 'normal', mean: 0, standardDeviation: 0 }, measurement, upperLimit: 1 },
      'distribution.parameter-impossible',
      '/data/prior/standardDeviation',
    ],
    [
      'a measurement without uncertainty',
      'global-risk',
      { prior, measurement: {}, upperLimit: 1 },
      'task.member-missing',
      '/data/measurement/standardUncertainty',
    ],
    [
      'a target that is always met',
      'global-risk',
      { prior, measurement, upperLimit: 3, targetConsumerRisk: 0.5 },
      'conformity.target-unreachable',
      '/data/targetConsumerRisk',
    ],
    [
      'an indication the prior excludes',
      'specific-risk-with-prior',
      {
        prior: { type: 'rectangular', lower: 0, upper: 1 },
        measurement: { standardUncertainty: 1e-200 },
        indication: 5,
        upperLimit: 1,
      },
      'conformity.prior-contradicted',
      '/data/indication',
    ],
    [
      'a row without ratio',
      'global-risk-table',
      { rows: [{ specificationInSigma: 1, testUncertaintyRatio: 0 }] },
      'task.number-not-positive',
      '/data/rows/0/testUncertaintyRatio',
    ],
  ])('%s is refused at its place', (_, method, data, code, pointer) => {
    expect(refused(() => evaluate(method, data))).toMatchObject({ code, pointer })
  })
})
