import { describe, expect, it } from 'vitest'
import {
  corpus,
  corpusIsHere,
  corpusNote,
  disagreements,
  type Case,
} from '../../metrology/uncertainty/corpus.ts'
import { answerToCase, disagreementsWith } from '../../metrology/stated-task/task-of-case.ts'
import { service } from '../../service.ts'
import { administrator } from '../people-of-the-tests.ts'

/** What of a case states the task; the rest documents it. */
const stating = [
  'model',
  'inputs',
  'correlations',
  'correlationsFromReadings',
  'readingsDerivation',
  'coverage',
]

const taskOf = (c: Case) => ({
  method: ['gum'],
  ...Object.fromEntries(stating.filter((m) => c[m] !== undefined).map((m) => [m, c[m]])),
})

/** Figures that a document prints on the way are no part of the answer. */
const withoutIntermediates = (c: Case): Case => {
  const { intermediate: _, ...gum } = c.expected['gum'] as Record<string, unknown>
  return { ...c, expected: { gum } }
}

describe.skipIf(!corpusIsHere)(`the published examples, asked over HTTP${corpusNote}`, () => {
  const s = service()
  const admin = administrator(s)
  const cases = corpus.filter((c) => c.kind === 'measurement-model' && c.method.includes('gum'))

  it.each(cases.map((c) => [c.id, c] as const))(
    '%s agrees within the tolerance of its source',
    async (_, c) => {
      const answer = await admin.post('/v1/evaluate/measurement-model', taskOf(c))
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      expect(disagreements(withoutIntermediates(c), 'gum', answer.body.gum)).toEqual([])
    },
  )

  it('none of the method gum is left out', () => {
    expect(cases.length).toBe(corpus.filter((c) => c.method.includes('gum')).length)
  })
})

const kinds = ['conformity', 'regression', 'statistics', 'distribution']

describe.skipIf(!corpusIsHere)(
  `published curves, statistics and decisions, asked over HTTP${corpusNote}`,
  () => {
    const s = service()
    const admin = administrator(s)
    const cases = corpus.filter(({ kind }) => kinds.includes(kind))

    it.each(cases.map((c) => [c.id, c] as const))(
      '%s agrees within the tolerance of its source',
      async (_, c) => {
        const answer = await answerToCase(c, async (task) => {
          const { status, body } = await admin.post(`/v1/evaluate/${c.kind}`, task)
          expect(status, JSON.stringify(body)).toBe(200)
          return body
        })
        expect(disagreementsWith(c, answer)).toEqual([])
      },
    )

    it('no kind of task is left out, here or where comparisons and intervals are asked for', () => {
      const elsewhere = ['measurement-model', 'interlaboratory', 'calibration-interval', 'correlation-matrix']
      expect(corpus.filter(({ kind }) => ![...kinds, ...elsewhere].includes(kind))).toEqual([])
      expect(cases.length).toBe(29)
    })
  },
)
