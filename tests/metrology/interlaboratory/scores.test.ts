import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateInterlaboratory } from '#metrology/interlaboratory/evaluate-interlaboratory.ts'
import type { InterlaboratoryData, ScoredResult } from '#metrology/interlaboratory/interlaboratory-task.ts'
import { moderate } from '../../arbitraries.ts'
import { refused } from '../refused.ts'

const reference = { reference: 10, expandedUncertaintyOfReference: 0.6, coverageFactorOfReference: 2 }
const score = (result: ScoredResult, stated: InterlaboratoryData = reference) =>
  evaluateInterlaboratory({ method: ['scores'], data: { ...stated, results: [result] } }).scores![0]!

describe('a score', () => {
  it('E_n is half of ζ where everything is expanded by k = 2', () => {
    fc.assert(
      fc.property(moderate, moderate, (value, U) => {
        const { En, zeta } = score({ value, expandedUncertainty: U, coverageFactor: 2 })
        expect(Math.abs(2 * En! - zeta!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(zeta!)))
      }),
    )
  })

  it('E_n needs no coverage factor, ζ no expanded uncertainty', () => {
    const expanded = { reference: 10, expandedUncertaintyOfReference: 0.6 }
    expect(score({ value: 11, expandedUncertainty: 0.8 }, expanded)).toEqual({ En: expect.closeTo(1, 12) })
    const standard = { reference: 10, standardUncertaintyOfReference: 0.3 }
    expect(score({ value: 11, standardUncertainty: 0.4 }, standard)).toEqual({ zeta: expect.closeTo(2, 12) })
  })

  it('grows where result and reference stand on one standard', () => {
    const result = { value: 11, standardUncertainty: 0.4, coverageFactor: 2 }
    const { En, zeta } = score({ ...result, covarianceWithReference: 0.08 })
    expect(zeta).toBeCloseTo(1 / Math.sqrt(0.16 + 0.09 - 0.16), 12)
    expect(En).toBeCloseTo(1 / Math.sqrt(0.64 + 0.36 - 2 * 4 * 0.08), 12)
  })

  it('z′ takes the uncertainty of the assigned value into account, stated or of a robust mean', () => {
    const sigma = { standardDeviationForProficiencyAssessment: 0.4 }
    expect(score({ value: 11 }, { ...reference, ...sigma })).toEqual({
      z: expect.closeTo(2.5, 12),
      zPrime: expect.closeTo(2, 12),
    })
    const robust = { reference: 10, robustStandardDeviation: 1.2, numberOfParticipants: 25, ...sigma }
    expect(score({ value: 11 }, robust).zPrime).toBeCloseTo(2, 12)
  })

  it('is refused where nothing is stated to score with, or too much', () => {
    expect(refused(() => score({ value: 1 }))).toMatchObject({
      code: 'interlaboratory.no-score-stated',
      pointer: '/data/results/0',
    })
    expect(refused(() => score({ value: 1, coverageFactor: 2 })).code).toBe('task.member-missing')
    expect(refused(() => score({ value: 1, standardUncertainty: 1, expandedUncertainty: 2 }))).toMatchObject({
      code: 'task.members-exclusive',
    })
    const tooMuch = { value: 1, standardUncertainty: 0.1, covarianceWithReference: 0.04 }
    expect(refused(() => score(tooMuch))).toMatchObject({
      code: 'interlaboratory.covariance-impossible',
      pointer: '/data/results/0/covarianceWithReference',
    })
    const same = { value: 1, standardUncertainty: 0.3, covarianceWithReference: 0.09 }
    expect(refused(() => score(same)).code).toBe('interlaboratory.score-undefined')
    expect(
      refused(() =>
        score({ value: 1 }, { ...reference, robustStandardDeviation: 1, numberOfParticipants: 4 }),
      ).code,
    ).toBe('task.members-exclusive')
  })
})
