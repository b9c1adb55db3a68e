import { describe, expect, it } from 'vitest'
import {
  casesOf,
  comparisonTask,
  corpusIsHere,
  corpusNote,
} from '../../metrology/interlaboratory/comparison-corpus.ts'
import { disagreementsWith } from '../../metrology/stated-task/task-of-case.ts'
import { service } from '../../service.ts'
import { administrator, asking } from '../people-of-the-tests.ts'

const kinds = ['interlaboratory', 'calibration-interval', 'correlation-matrix'] as const

describe.skipIf(!corpusIsHere)(`published comparisons and intervals, asked over HTTP${corpusNote}`, () => {
  const s = service()
  const admin = administrator(s)
  const cases = kinds.flatMap((kind) => casesOf(kind).map(([id, c]) => [id, kind, c] as const))

  it.each(cases)('%s agrees within the tolerance of its source', async (_, kind, c) => {
    const answer = await admin.post(`/v1/evaluate/${kind}`, comparisonTask(c))
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(disagreementsWith(c, answer.body)).toEqual([])
  })

  it('none is left out', () => {
    expect(kinds.map((kind) => casesOf(kind).length)).toEqual([4, 4, 1])
  })
})

describe('a comparison that is evaluated and not stored', () => {
  const s = service()
  const admin = administrator(s)
  const values = ['10.02', '9.98', '10.40', '10.01']
  const standardUncertainties = [0.03, 0.03, 0.05, 0.04]
  const ask = async (kind: string, method: string[], data: object) =>
    (await admin.post(`/v1/evaluate/${kind}`, { method, data })).body

  const refused = async (kind: string, method: string[], data: object) => {
    const { code, status, pointer } = await ask(kind, method, data)
    return { code, status, pointer }
  }

  it('answers every method of a key comparison in one answer', async () => {
    const method = [
      'key-comparison',
      'bilateral-degrees-of-equivalence',
      'largest-consistent-subset',
      'median',
    ]
    const body = await ask('interlaboratory', method, {
      labels: ['A', 'B', 'C', 'D'],
      values,
      standardUncertainties,
    })
    expect(body.weightedMean.consistentAt5Percent).toBe(false)
    expect(body.largestConsistentSubset.members).toEqual([0, 1, 3])
    expect(body.bilateralDegreesOfEquivalence).toHaveLength(6)
    expect(body.median.value).toBeCloseTo(10.015, 12)
    expect(body.degreesOfEquivalenceToWeightedMean[2].label).toBe('C')
  })

  it('answers the methods of consensus, and the scores that are defined', async () => {
    const consensus = await ask('interlaboratory', ['dersimonian-laird'], { values, standardUncertainties })
    expect(consensus.betweenStandardDeviation).toBeGreaterThan(0)
    const { scores } = await ask('interlaboratory', ['scores'], {
      reference: 10,
      standardDeviationForProficiencyAssessment: '0.1',
      robustStandardDeviation: '0.2',
      numberOfParticipants: 25,
      results: [{ value: '10.2' }],
    })
    expect(scores).toEqual([
      { z: expect.closeTo(2, 12), zPrime: expect.closeTo(0.2 / Math.hypot(0.1, 0.05), 12) },
    ])
  })

  it('answers the methods of ILAC-G24/OIML D 10', async () => {
    const stairs = await ask('calibration-interval', ['staircase'], {
      assignedInterval: 12,
      errors: [0.1, 0.2, '1.2'],
      maximumPermissibleError: 1,
      shareOfLimit: '0.8',
      extension: 0.25,
      reduction: 0.5,
    })
    expect(stairs.intervals).toEqual([15, 18.75, 9.375])
    const chart = await ask('calibration-interval', ['control-chart'], {
      daysOfCalibration: [0, 365, 730, 1095],
      valuesFound: [0, 0.011, 0.019, 0.031],
      upperLimit: 0.06,
      targetReliability: 0.95,
    })
    expect(chart.interval).toBeGreaterThan(365)
  })

  it('is refused at the place where it cannot be meant', async () => {
    expect(
      await refused('interlaboratory', ['weighted-mean'], { values, standardUncertainties: [1] }),
    ).toEqual({
      code: 'task.lengths-differ',
      status: 422,
      pointer: '/data/standardUncertainties',
    })
    expect(await refused('interlaboratory', ['oracle'], { values })).toMatchObject({
      code: 'evaluation.method-not-supported',
      pointer: '/method/0',
    })
    expect(
      await refused('calibration-interval', ['rp1-a3'], {
        inToleranceCount: 5,
        totalCount: 4,
        assignedInterval: 365,
        targetReliability: 0.95,
        confidence: 0.5,
        maximumChangeFactor: 2,
      }),
    ).toEqual({ code: 'recalibration.count-impossible', status: 422, pointer: '/data/inToleranceCount' })
    expect(
      await refused('correlation-matrix', ['correlation-matrix-check'], {
        matrix: [
          [1, 2000],
          [2000, 1],
        ],
      }),
    ).toEqual({ code: 'correlation-matrix.element-beyond-sense', status: 422, pointer: '/data/matrix/0/1' })
    const huge = { values: ['1e300', '-1e300'].map(Number), standardUncertainties: [1e-300, 1e-300] }
    expect(await refused('interlaboratory', ['weighted-mean'], huge)).toMatchObject({
      code: 'uncertainty.not-finite',
      pointer: '/data',
    })
    expect(await refused('interlaboratory', ['median'], { values, oracle: 1 })).toMatchObject({
      status: 400,
      pointer: '/data/oracle',
    })
  })

  it('needs a key', async () => {
    const nobody = asking(s, undefined)
    for (const kind of kinds) expect((await nobody.post(`/v1/evaluate/${kind}`, {})).status).toBe(401)
  })

  it('leaves no line in the audit trail', async () => {
    const before = (await admin.get('/v1/audit-events')).body.items.length
    await ask('interlaboratory', ['median'], { values })
    expect((await admin.get('/v1/audit-events')).body.items).toHaveLength(before)
  })
})
