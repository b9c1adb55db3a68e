import { describe, expect, it } from 'vitest'
import { conform } from '#contract/schemas.ts'
import { evaluateConformity } from '#metrology/conformity/evaluate-conformity.ts'
import { evaluateDistribution } from '#metrology/distributions/evaluate-distribution.ts'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import { evaluateStatistics } from '#metrology/statistics/evaluate-statistics.ts'
import { corpus, corpusIsHere, corpusNote } from '../uncertainty/corpus.ts'
import { answerToCase, disagreementsWith } from './task-of-case.ts'

/** Asked and answered in the shapes of the contract. */
const kinds: Readonly<Record<string, (task: unknown) => unknown>> = {
  conformity: (task) =>
    conform(
      'evaluation/conformity-evaluation.json',
      evaluateConformity(conform('evaluation/conformity.json', task)),
    ),
  distribution: (task) =>
    conform(
      'evaluation/distribution-evaluation.json',
      evaluateDistribution(conform('evaluation/distribution.json', task)),
    ),
  regression: (task) =>
    conform(
      'evaluation/regression-evaluation.json',
      evaluateRegression(conform('evaluation/regression.json', task)),
    ),
  statistics: (task) =>
    conform(
      'evaluation/statistics-evaluation.json',
      evaluateStatistics(conform('evaluation/statistics.json', task)),
    ),
}

const cases = corpus.filter(({ kind }) => Object.hasOwn(kinds, kind))

describe.skipIf(!corpusIsHere)(
  `published curves, statistics, distributions and decisions${corpusNote}`,
  () => {
    it.each(cases.map((c) => [c.id, c] as const))(
      '%s agrees within the tolerance of its source',
      async (_, c) => {
        const evaluate = kinds[c.kind]!
        const once = await answerToCase(c, evaluate)
        expect(disagreementsWith(c, once)).toEqual([])
        expect(JSON.stringify(await answerToCase(c, evaluate))).toBe(JSON.stringify(once))
      },
    )

    it('none is left out', () => {
      const counts = Map.groupBy(cases, ({ kind }) => kind)
      expect(Object.fromEntries([...counts].map(([kind, list]) => [kind, list.length]))).toEqual({
        conformity: 6,
        distribution: 1,
        regression: 11,
        statistics: 11,
      })
    })
  },
)
