import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const comparison = {
  kind: 'comparison',
  description: 'BIPM.EM-K10.a',
  source: 'KCDB',
  validFrom: '2018-01-01',
  validTo: '2028-01-01',
}
const volt = {
  code: 'NIM-JVS',
  kind: 'intrinsic-standard',
  holder: 'NIM',
  name: { en: 'Josephson voltage standard', zh: '约瑟夫森电压基准' },
  measurandKind: 'voltage.dc',
  value: '10.000 000 000',
  standardUncertainty: '0.92e-9',
  unit: 'V',
  source: 'NIM–BIPM direct comparison',
  evidence: [comparison],
}

describe('a reference', () => {
  const s = service()
  const admin = administrator(s)

  it('is found with its figures, digit by digit, and its evidence', async () => {
    await newOrganization(admin, 'NIM', { roles: ['national-metrology-institute'] })
    const made = must(await admin.post('/v1/references', volt))
    expect(made.body).toMatchObject({
      ...volt,
      value: '10.000000000',
      standardUncertainty: '0.00000000092',
      degreesOfFreedom: 'infinity',
      evidence: [comparison],
      version: 1,
    })
    expect((await admin.get('/v1/references/NIM-JVS')).body).toEqual(made.body)
    expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)
    expect((await admin.get('/v1/references/none')).body.code).toBe('reference.unknown')
  })

  it('is refused without evidence, or with figures that are none', async () => {
    const refused = async (change: object) =>
      (await admin.post('/v1/references', { ...volt, code: 'NEW', ...change })).body
    expect(await refused({ code: 'NIM-JVS' })).toMatchObject({
      code: 'reference.code-taken',
      pointer: '/code',
    })
    expect(await refused({ evidence: [] })).toMatchObject({ status: 400, pointer: '/evidence' })
    expect(await refused({ standardUncertainty: 0 })).toMatchObject({
      code: 'reference.uncertainty-not-positive',
      pointer: '/standardUncertainty',
    })
    expect(await refused({ degreesOfFreedom: -1 })).toMatchObject({
      pointer: '/degreesOfFreedom',
      status: 422,
    })
    expect(await refused({ value: '1e999' })).toMatchObject({ pointer: '/value', status: 400 })
    expect(await refused({ unit: 'A' })).toMatchObject({
      code: 'measurand-kind.unit-of-other-dimension',
      pointer: '/unit',
    })
    expect(await refused({ holder: 'NOWHERE' })).toMatchObject({ pointer: '/holder' })
    expect(await refused({ measurandKind: 'nothing' })).toMatchObject({ pointer: '/measurandKind' })
    expect(await refused({ evidence: [comparison, { ...comparison, validTo: '2017-01-01' }] })).toMatchObject(
      {
        code: 'reference.evidence-dates-reversed',
        pointer: '/evidence/1/validTo',
      },
    )
    expect(await refused({ evidence: [{ ...comparison, competence: 'CMC-X' }] })).toMatchObject({
      code: 'competence.not-registered',
      pointer: '/evidence/0/competence',
    })
    expect((await admin.get('/v1/references/NEW')).status).toBe(404)
  })

  it('gains evidence that is never changed, not even in SQL', async () => {
    const later = { ...comparison, description: 'BIPM.EM-K10.b', validFrom: '2026-01-01' }
    const added = must(await admin.post('/v1/references/NIM-JVS/evidence', later))
    expect(added.body).toMatchObject(later)
    expect((await admin.get('/v1/references/NIM-JVS')).body.evidence).toHaveLength(2)
    expect((await admin.post('/v1/references/none/evidence', later)).status).toBe(404)
    await expect(s.orm.em.fork().execute(`update reference_evidence set source = 'x'`)).rejects.toThrow(
      'append only',
    )
  })

  it('keeps its figures when it is stated anew', async () => {
    const revised = await admin.put('/v1/references/NIM-JVS', { name: 'JVS', source: 'KCDB' }, 1)
    expect(revised.body).toMatchObject({ name: 'JVS', source: 'KCDB', value: '10.000000000', version: 2 })
    expect((await admin.put('/v1/references/NIM-JVS', { name: 'JVS', source: 'x' }, 1)).status).toBe(412)
    const figures = { name: 'JVS', source: 'KCDB', value: '10' }
    expect((await admin.put('/v1/references/NIM-JVS', figures, 2)).body).toMatchObject({
      status: 400,
      pointer: '/value',
    })
  })

  const listed = async (query: string) => (await admin.get(`/v1/references?${query}`)).body.items.length

  it('is listed by kind, holder and measurand', async () => {
    expect(await listed('kind=intrinsic-standard&holder=NIM&measurandKind=voltage.dc')).toBe(1)
    expect(await listed('kind=utc')).toBe(0)
  })

  it('is stated by its holder only', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    expect((await manager.post('/v1/references', { ...volt, code: 'X' })).body).toMatchObject({
      code: 'access.not-your-organization',
      pointer: '/holder',
    })
    expect((await manager.put('/v1/references/NIM-JVS', { name: 'x', source: 'x' }, 2)).status).toBe(403)
    expect((await manager.post('/v1/references/NIM-JVS/evidence', comparison)).status).toBe(403)
  })
})
