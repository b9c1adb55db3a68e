import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConformityData } from '#metrology/conformity/conformity-task.ts'
import { evaluateConformity } from '#metrology/conformity/evaluate-conformity.ts'

const evaluate = (method: string, data: ConformityData) => evaluateConformity({ method: [method], data })

const proof = (rule: string, more: ConformityData) =>
  evaluate('guarded-limit', { limit: 100, probability: 0.999, rule, ...more }).acceptanceLimit

describe('a conformance probability', () => {
  it('and its complement keep their digits, within two limits and within one', () => {
    expect(
      evaluate('conformance-probability', {
        estimate: 0,
        standardUncertainty: 1,
        lowerLimit: -40,
        upperLimit: 10,
      }),
    ).toEqual({
      conformanceProbability: 1,
      nonconformanceProbability: expect.closeTo(7.619853024160527e-24, 36),
    })
    const one = evaluate('conformance-probability', {
      estimate: '2.7',
      standardUncertainty: '0.2',
      upperLimit: 3,
    })
    expect(one.conformanceProbability! + one.nonconformanceProbability!).toBeCloseTo(1, 15)
  })
})

describe('a statement of conformity', () => {
  const data = { standardUncertainty: 0.1, expandedUncertainty: 0.2, upperLimit: 1 }
  it.each([
    [0.79, 'pass'],
    [0.9, 'conditional-pass'],
    [1.1, 'conditional-fail'],
    [1.21, 'fail'],
  ] as const)('at %d is a %s (ILAC-G8:09/2019, 4.2.3)', (estimate, zone) => {
    const { statement } = evaluate('conformity-statement', { ...data, estimate, rule: 'guarded-U' })
    expect(statement).toMatchObject({ zone, outcome: zone === 'pass' ? 'pass' : 'fail', guardBand: 0.2 })
  })
})

describe('a guard band', () => {
  it('has the factors of JCGM 106:2012, table 1', () => {
    const { factors } = evaluate('guard-band-factor', { probabilities: [0.8, 0.9, 0.95, 0.99, 0.999, 0.5] })
    expect(factors!.map((g) => g.toFixed(2))).toEqual(['0.84', '1.28', '1.64', '2.33', '3.09', '0.00'])
  })

  it.each([
    ['simple', {}, 0],
    ['guarded-U', {}, 0.02],
    ['0.83U', {}, 0.0166],
    ['rU', { guardBandFactor: 1.5 }, 0.03],
  ])('of the rule %s stands within both limits, on the printed digits', (rule, more, guardBand) => {
    const answer = evaluate('guarded-limit', {
      lowerLimit: '-0.2',
      upperLimit: '0.2',
      expandedUncertainty: '0.02',
      rule,
      ...more,
    })
    expect(answer.guardBand).toBeCloseTo(guardBand, 15)
    expect(answer.acceptanceLimits).toEqual({
      lower: Number((guardBand - 0.2).toFixed(4)),
      upper: Number((0.2 - guardBand).toFixed(4)),
    })
    expect(answer.isEmpty).toBe(false)
  })

  it('that is wider than the tolerance leaves nothing to accept, and says so', () => {
    const answer = evaluate('guarded-limit', {
      lowerLimit: 0,
      upperLimit: 1,
      expandedUncertainty: 0.6,
      rule: 'guarded-U',
    })
    expect(answer.isEmpty).toBe(true)
  })

  it('for a target risk makes a result on the acceptance limit wrong with just this probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.3, noNaN: true }),
        fc.double({ min: 0.01, max: 0.25, noNaN: true }),
        (targetRisk, u) => {
          const two = { lowerLimit: -1, upperLimit: 1, standardUncertainty: u }
          const atCentre = evaluate('conformance-probability', {
            ...two,
            estimate: 0,
          }).nonconformanceProbability!
          fc.pre(atCentre < targetRisk / 2)
          const { acceptanceLimits } = evaluate('guarded-limit', { ...two, targetRisk, rule: 'target-risk' })
          const risk = evaluate('conformance-probability', {
            ...two,
            estimate: acceptanceLimits!.upper!,
          }).nonconformanceProbability!
          expect(Math.abs(risk / targetRisk - 1)).toBeLessThan(1e-9)
        },
      ),
    )
    const one = evaluate('guarded-limit', {
      upperLimit: 1,
      standardUncertainty: 0.1,
      targetRisk: 0.05,
      rule: 'target-risk',
    })
    expect(one.acceptanceLimit).toBeCloseTo(1 - 0.16448536269514724, 14)
  })

  it('proves on one side of a limit, with u of the limit or of the indication (JCGM 106:2012, 8.3.3)', () => {
    const z = 3.090232306167813
    expect(
      proof('smallest indication v with P(V > limit) >= probability', { standardUncertainty: 2 }),
    ).toBeCloseTo(100 + 2 * z, 10)
    expect(
      proof('largest indication v with P(V < limit) >= probability', { standardUncertainty: 2 }),
    ).toBeCloseTo(100 - 2 * z, 10)
    expect(
      proof('largest indication v with P(V < limit) >= probability, u = 0.02 v', {
        relativeStandardUncertainty: 0.02,
      }),
    ).toBeCloseTo(100 / (1 + 0.02 * z), 10)
  })
})

describe('factors by test uncertainty ratio', () => {
  it('never accept outside of the tolerance, and let more through the better the measurement is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 20, noNaN: true }),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        (testUncertaintyRatio, inToleranceProbability) => {
          const { falseAcceptAt4to1: _, ...factors } = evaluate('guard-band-rules', {
            testUncertaintyRatio,
            inToleranceProbability,
          })
          for (const factor of Object.values(factors)) {
            expect(factor).toBeLessThanOrEqual(1)
            expect(factor).toBeGreaterThanOrEqual(0)
          }
          const better = evaluate('guard-band-rules', {
            testUncertaintyRatio: testUncertaintyRatio * 1.1,
            inToleranceProbability,
          })
          expect(better.sameFalseAcceptAs4to1).toBeGreaterThanOrEqual(factors.sameFalseAcceptAs4to1! - 1e-12)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('are what RP-10 and ILAC-G8 say at 2:1', () => {
    const rules = evaluate('guard-band-rules', { testUncertaintyRatio: 2, inToleranceProbability: 0.9 })
    expect(rules).toMatchObject({
      rootSumSquare: expect.closeTo(Math.sqrt(0.75), 14),
      expandedUncertainty: 0.5,
      rp10: 0.75,
    })
  })
})

describe('a process', () => {
  it('is judged against one limit if there is one', () => {
    const { rows } = evaluate('process-capability', { upperLimit: 3, standardDeviation: 1, means: [0] })
    expect(rows).toEqual([
      {
        mean: 0,
        cpk: 1,
        below: 0,
        above: expect.closeTo(0.0013498980316301, 16),
        outOfTolerance: expect.closeTo(0.00134989803, 10),
      },
    ])
  })
})
