import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRound } from '#metrology/interlaboratory/score-round.ts'
import { magnitude } from '../../arbitraries.ts'

const reference = { estimate: 10, standardUncertainty: 0.3, coverageFactor: 2 }
const result = { estimate: 11, standardUncertainty: 0.4, coverageFactor: 2, covariance: 0 }

describe('the scores of a round', () => {
  it('are the difference over its expanded uncertainty (ISO 13528:2022, 9.7)', () => {
    expect(scoreRound(reference, [result])).toEqual([{ difference: 1, covariance: 0, normalizedError: 1 }])
  })

  it('are larger where a result rests on the same standards as the reference', () => {
    const [score] = scoreRound(reference, [{ ...result, covariance: 0.05 }])
    expect(score?.normalizedError).toBeCloseTo(1 / (2 * Math.sqrt(0.25 - 0.1)), 12)
  })

  it('take a covariance for at most what the stated uncertainties allow', () => {
    const [score] = scoreRound(reference, [{ ...result, covariance: 0.121 }])
    expect(score?.covariance).toBeCloseTo(0.12, 12)
    expect(score?.normalizedError).toBeCloseTo(1 / 0.2, 9)
  })

  it('do not depend on the unit of the round', () => {
    const factor = fc.constantFrom(1e-6, 1e-3, 1e3, 1e6)
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), magnitude, factor, (r, u, scale) => {
        const one = {
          estimate: 3 * u,
          standardUncertainty: u,
          coverageFactor: 2,
          covariance: r * u * u * 0.9,
        }
        const of = { estimate: u, standardUncertainty: 2 * u, coverageFactor: 2 }
        const times = <T extends { estimate: number; standardUncertainty: number }>(figures: T) => ({
          ...figures,
          estimate: figures.estimate * scale,
          standardUncertainty: figures.standardUncertainty * scale,
        })
        const [score] = scoreRound(of, [one])
        const [scaled] = scoreRound(times(of), [{ ...times(one), covariance: one.covariance * scale ** 2 }])
        expect(scaled?.normalizedError).toBeCloseTo(score?.normalizedError ?? Number.NaN, 9)
      }),
    )
  })
})
