import { describe, expect, it } from 'vitest'
import { evaluateWithMonteCarlo } from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import { corpus, corpusIsHere, corpusNote } from '../uncertainty/corpus.ts'
import { monteCarloDisagreements, monteCarloTaskOf } from './corpus-of-monte-carlo.ts'

const cases = corpus.filter((c) => c.method.includes('monte-carlo'))

describe.skipIf(!corpusIsHere)(`the published examples of Monte Carlo${corpusNote}`, () => {
  it.each(cases.map((c) => [c.id, c] as const))(
    '%s: every figure lies within six standard deviations of the exact one',
    (_, c) => {
      const { monteCarlo } = evaluateWithMonteCarlo(monteCarloTaskOf(c))
      expect(monteCarloDisagreements(c, monteCarlo)).toEqual([])
    },
    30_000,
  )

  it('are all of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(14)
  })
})
