import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, asking, newOrganization, newPerson } from '../people-of-the-tests.ts'

const task = {
  method: ['gum'],
  model: { outputs: { y: 'a + b' } },
  inputs: {
    a: { estimate: 1, standardUncertainty: 0.3 },
    b: { readings: [2, 2.2, 1.8, 2.1], unit: 'V' },
  },
  coverage: { probability: 0.9545 },
}

describe('a task that is evaluated and not stored', () => {
  const s = service()
  const admin = administrator(s)

  it('gives the same bytes for the same body, whoever asks', async () => {
    await newOrganization(admin, 'LAB')
    const system = await newPerson(s, admin, { organization: 'LAB', roles: ['integration'] })
    const first = await admin.post('/v1/evaluate/measurement-model', task)
    const second = await system.post('/v1/evaluate/measurement-model', task)
    expect(first.status).toBe(200)
    expect(JSON.stringify(second.body)).toBe(JSON.stringify(first.body))
    expect(first.body.gum.outputs.y.value).toBeCloseTo(3.025, 12)
  })

  it('leaves no line in the audit trail', async () => {
    const before = (await admin.get('/v1/audit-events')).body.items.length
    await admin.post('/v1/evaluate/measurement-model', task)
    expect((await admin.get('/v1/audit-events')).body.items).toHaveLength(before)
  })

  it('is refused at the place where it cannot be meant', async () => {
    const refused = async (change: object) =>
      (await admin.post('/v1/evaluate/measurement-model', { ...task, ...change })).body
    expect(await refused({ model: { outputs: { y: 'a + c' } } })).toMatchObject({
      code: 'measurement-model.undeclared-input',
      status: 422,
      pointer: '/model/outputs/y',
    })
    expect(await refused({ method: ['gum', 'astrology'] })).toMatchObject({
      code: 'evaluation.method-not-supported',
    })
    expect(
      await refused({ inputs: { ...task.inputs, a: { estimate: 1, standardUncertainty: -1 } } }),
    ).toMatchObject({
      status: 422,
      pointer: expect.stringMatching(/^\/inputs\/a/),
    })
    expect(await refused({ seed: 1 })).toMatchObject({ status: 400, pointer: '/seed' })
  })

  it('of a kind that nobody knows is told which kinds there are', async () => {
    const unknown = await admin.post('/v1/evaluate/horoscope', {})
    expect(unknown.body).toMatchObject({
      status: 404,
      code: 'evaluation.kind-unknown',
      pointer: '/kind',
      kinds: expect.arrayContaining(['measurement-model', 'regression', 'conformity', 'interlaboratory']),
    })
    expect(unknown.body.kinds).toHaveLength(8)
  })

  it('needs a key', async () => {
    const nobody = asking(s, undefined)
    expect((await nobody.post('/v1/evaluate/measurement-model', task)).status).toBe(401)
    expect((await nobody.post('/v1/units/convert', { value: 1, from: 'm', to: 'km' })).status).toBe(401)
  })
})

describe('a quantity stated in another unit', () => {
  const s = service()
  const admin = administrator(s)
  const convert = async (body: object) => (await admin.post('/v1/units/convert', body)).body

  it('keeps the digits of a text, and says how SI, D-SI and UCUM write the unit', async () => {
    expect(
      await convert({ value: '10.000 25', from: 'V', to: 'mV', standardUncertainty: '0.000 01' }),
    ).toEqual({
      value: '10000.25',
      standardUncertainty: '0.01',
      unit: 'mV',
      dsi: String.raw`\milli\volt`,
      ucum: 'mV',
    })
  })

  it('never takes a difference or an uncertainty through the zero of a scale', async () => {
    expect(await convert({ value: 20, from: '°C', to: 'K', standardUncertainty: 0.02 })).toMatchObject({
      value: 293.15,
      standardUncertainty: 0.02,
    })
    expect(await convert({ value: 20, from: '°C', to: 'K', kind: 'difference' })).toMatchObject({ value: 20 })
  })

  it('is refused between dimensions, and in units that nobody knows', async () => {
    expect(await convert({ value: 1, from: 'm', to: 's' })).toMatchObject({
      code: 'unit.other-dimension',
      status: 422,
    })
    expect(await convert({ value: 1, from: 'cubit', to: 'm' })).toMatchObject({
      code: 'unit.unknown',
      status: 422,
    })
    expect(await convert({ value: 'one', from: 'm', to: 'm' })).toMatchObject({ status: 400 })
    expect(await convert({ value: 1, from: 'm', to: 'm', standardUncertainty: -1 })).toMatchObject({
      code: 'quantity.uncertainty-not-positive',
      pointer: '/standardUncertainty',
    })
  })
})
