import { describe, expect, it } from 'vitest'
import { evaluateInterlaboratory } from '#metrology/interlaboratory/evaluate-interlaboratory.ts'
import { disagreementsWith } from '../stated-task/task-of-case.ts'
import { casesOf, comparisonTask, corpusIsHere, corpusNote } from './comparison-corpus.ts'

describe.skipIf(!corpusIsHere)(`the published comparisons${corpusNote}`, () => {
  const cases = casesOf('interlaboratory')

  it('are all here', () => {
    expect(cases.length).toBeGreaterThanOrEqual(4)
  })

  it.each(cases)('%s is met within the tolerance of its source', (_, c) => {
    expect(disagreementsWith(c, evaluateInterlaboratory(comparisonTask(c)))).toEqual([])
  })
})
