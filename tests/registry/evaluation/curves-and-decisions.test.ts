import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, asking } from '../people-of-the-tests.ts'

describe('data that are evaluated and not stored', () => {
  const s = service()
  const admin = administrator(s)
  const post = (kind: string, body: object) => admin.post(`/v1/evaluate/${kind}`, body)
  const refused = async (kind: string, body: object) => {
    const { status, code, pointer } = (await post(kind, body)).body
    return { status, code, pointer }
  }
  const line = { method: ['least-squares'], model: { form: 'straight-line' } }

  it('answer a curve with what is read from it, in both directions', async () => {
    const answer = await post('regression', {
      ...line,
      data: {
        x: [1, 2, 3, 4, 5, 6],
        y: ['3.3', '5.6', '7.1', '9.3', '10.7', '12.1'],
        standardUncertaintyOfY: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        prediction: { at: '3.5' },
        inversePrediction: { y: '10.5', standardUncertaintyOfY: '0.5' },
        table: { at: [1, 6] },
      },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      prediction: { at: 3.5, degreesOfFreedom: 'infinity' },
      inversePrediction: { y: 10.5, x: expect.closeTo(4.913279, 6) },
      table: { at: [1, 6] },
    })
    expect(answer.body.residuals).toHaveLength(6)
  })

  it('give the same bytes for the same body', async () => {
    const task = {
      method: ['global-risk'],
      data: {
        prior: { type: 'normal', mean: 0, standardDeviation: 1 },
        measurement: { standardUncertainty: 0.2 },
        lowerLimit: -2,
        upperLimit: 2,
        targetConsumerRisk: '0.001',
      },
    }
    const [one, other] = [await post('conformity', task), await post('conformity', task)]
    expect(one.status).toBe(200)
    expect(JSON.stringify(one.body)).toBe(JSON.stringify(other.body))
  })

  it('state a result with four outcomes, and a mean beside a pooled deviation', async () => {
    const statement = await post('conformity', {
      method: ['conformity-statement'],
      data: {
        estimate: '0.97',
        standardUncertainty: '0.02',
        expandedUncertainty: '0.04',
        upperLimit: 1,
        rule: 'guarded-U',
      },
    })
    expect(statement.body.statement).toMatchObject({ outcome: 'fail', zone: 'conditional-pass' })
    const both = await post('statistics', {
      method: ['algorithm-a', 'pooled-standard-deviation'],
      data: {
        values: [1, 2, 4],
        groups: [
          [1, 2],
          [3, 5],
        ],
      },
    })
    expect(both.body).toMatchObject({
      robustMean: expect.any(Number),
      pooledStandardDeviation: expect.any(Number),
    })
    const density = await post('distribution', {
      method: ['distribution-density'],
      data: { distribution: { type: 'triangular', lower: 0, upper: 2 }, at: [1] },
    })
    expect(density.body).toEqual({ density: [1] })
  })

  it('take ten thousand points, and no more', async () => {
    const x = Array.from({ length: 10_000 }, (_, i) => i)
    const many = await post('regression', { ...line, data: { x, y: x.map((i) => 2 * i + 1) } })
    expect(many.status).toBe(200)
    expect(many.body.coefficients.slope).toBeCloseTo(2, 12)
    expect(await refused('regression', { ...line, data: { x: [...x, 1], y: [...x, 1] } })).toMatchObject({
      status: 400,
    })
  })

  it('are refused at the place where they cannot be meant', async () => {
    expect(await refused('regression', { ...line, data: { x: [1, 1, 1], y: [1, 2, 3] } })).toEqual({
      status: 422,
      code: 'regression.rank-deficient',
      pointer: '/data',
    })
    expect(
      await refused('regression', {
        ...line,
        data: { x: [1, 2, 3], y: [1, 2, 3], standardUncertaintyOfY: [1, 0, 1] },
      }),
    ).toEqual({
      status: 422,
      code: 'task.number-not-positive',
      pointer: '/data/standardUncertaintyOfY/1',
    })
    expect(
      await refused('statistics', { method: ['one-way-anova'], data: { groups: [[1], [2]] } }),
    ).toMatchObject({
      status: 422,
      code: 'statistics.no-replication',
    })
    expect(
      await refused('conformity', {
        method: ['conformance-probability'],
        data: { estimate: 1, standardUncertainty: 1 },
      }),
    ).toMatchObject({
      status: 422,
      code: 'conformity.no-limits',
    })
    expect(
      await refused('distribution', {
        method: ['distribution-moments'],
        data: { distributions: [{ type: 'normal', lower: 1 }] },
      }),
    ).toEqual({
      status: 422,
      code: 'distribution.parameters-wrong',
      pointer: '/data/distributions/0',
    })
    expect(
      await refused('statistics', {
        method: ['summary-statistics'],
        data: { readings: [1, 2], values: [1] },
      }),
    ).toEqual({
      status: 422,
      code: 'task.member-not-used',
      pointer: '/data/values',
    })
    expect(await refused('statistics', { method: ['astrology'], data: {} })).toMatchObject({
      code: 'evaluation.method-not-supported',
    })
    expect(
      await refused('statistics', {
        method: ['one-way-anova'],
        data: {
          groups: [
            [1e200, 3e200],
            [2e200, 5e200],
          ],
        },
      }),
    ).toEqual({ status: 422, code: 'uncertainty.not-finite', pointer: '/data' })
    expect(
      await refused('conformity', { method: ['conformance-probability'], data: { secret: 1 } }),
    ).toMatchObject({ status: 400 })
  })

  it('need a key', async () => {
    const nobody = asking(s, undefined)
    for (const kind of ['conformity', 'regression', 'statistics', 'distribution']) {
      expect((await nobody.post(`/v1/evaluate/${kind}`, {})).status).toBe(401)
    }
  })
})
