import { describe, expect, it } from 'vitest'
import { evaluateRecalibration } from '#metrology/recalibration/evaluate-recalibration.ts'
import { disagreementsWith } from '../stated-task/task-of-case.ts'
import { casesOf, comparisonTask, corpusIsHere, corpusNote } from '../interlaboratory/comparison-corpus.ts'

describe.skipIf(!corpusIsHere)(`the published intervals${corpusNote}`, () => {
  const cases = casesOf('calibration-interval')

  it('are all here', () => {
    expect(cases.length).toBeGreaterThanOrEqual(4)
  })

  it.each(cases)('%s is met within the tolerance of its source', (_, c) => {
    expect(disagreementsWith(c, evaluateRecalibration(comparisonTask(c)))).toEqual([])
  })
})
