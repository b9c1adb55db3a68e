import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, asking, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const nim = {
  code: 'NIM',
  name: { en: 'National Institute of Metrology', zh: '中国计量科学研究院' },
  legalIdentifier: '12100000400000000X',
  economy: 'CN',
  roles: ['national-metrology-institute'],
  sites: [{ code: 'heping', address: { zh: '北三环东路18号' } }],
}

describe('an organization', () => {
  const s = service()
  const admin = administrator(s)

  it('is found by its identifier and by its code, as it was stated', async () => {
    const made = must(await admin.post('/v1/organizations', nim))
    expect(made.status).toBe(201)
    expect(made.headers.get('etag')).toBe('"1"')
    expect(made.body).toMatchObject({
      ...nim,
      fictional: false,
      version: 1,
      recordedAt: '2026-03-02T08:00:00.000Z',
    })
    expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)
    expect((await admin.get('/v1/organizations/NIM')).body).toEqual(made.body)
  })

  it('has a code and a legal identifier of its own', async () => {
    const known = (await admin.get('/v1/organizations/NIM')).body
    const sameCode = await admin.post('/v1/organizations', { ...nim, legalIdentifier: 'other' })
    expect(sameCode.status).toBe(409)
    expect(sameCode.body).toMatchObject({
      code: 'organization.code-taken',
      pointer: '/code',
      organization: known.id,
    })
    const sameIdentity = await admin.post('/v1/organizations', { ...nim, code: 'NIM2' })
    expect(sameIdentity.body).toMatchObject({
      code: 'organization.legal-identifier-taken',
      organization: known.id,
    })
  })

  it('is registered once by four who ask at the same moment', async () => {
    const body = { ...nim, code: 'RACE', legalIdentifier: 'RACE' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post('/v1/organizations', body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
    const refused = answers.filter(({ status }) => status === 409)
    expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill('organization.code-taken'))
  })

  it('does not state a site twice', async () => {
    const sites = [nim.sites[0], nim.sites[0]]
    const answer = await admin.post('/v1/organizations', { ...nim, code: 'X', legalIdentifier: 'x', sites })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'organization.site-repeated', pointer: '/sites/1/code' })
  })

  it('is stated anew by who saw its version, and by nobody who saw an older one', async () => {
    await newOrganization(admin, 'LAB-1')
    const revision = { name: 'Laboratory one', economy: 'CN', roles: ['industry-test-centre'] }
    expect((await admin.put('/v1/organizations/LAB-1', revision)).status).toBe(428)
    const revised = await admin.put('/v1/organizations/LAB-1', revision, 1)
    expect(revised.body).toMatchObject({ ...revision, code: 'LAB-1', version: 2, sites: [] })
    expect(revised.headers.get('etag')).toBe('"2"')
    const stale = await admin.put('/v1/organizations/LAB-1', revision, 1)
    expect(stale.status).toBe(412)
    expect(stale.body.code).toBe('record.older-version')
  })

  it('is revised by its own quality manager and not by that of another', async () => {
    await newOrganization(admin, 'LAB-2')
    await newOrganization(admin, 'LAB-3')
    const manager = await newPerson(s, admin, { organization: 'LAB-2', roles: ['quality-manager'] })
    const revision = { name: 'Two', economy: 'CN', roles: [] }
    expect((await manager.put('/v1/organizations/LAB-2', revision, 1)).status).toBe(200)
    const foreign = await manager.put('/v1/organizations/LAB-3', revision, 1)
    expect(foreign.status).toBe(403)
    expect(foreign.body.code).toBe('access.not-your-organization')
    expect((await manager.post('/v1/organizations', { ...nim, code: 'Y' })).body.code).toBe(
      'request.role-missing',
    )
  })

  it('is listed in the order of the codes, page by page, by role, economy and words in either language', async () => {
    await newOrganization(admin, 'Z-1', { economy: 'DE', name: '德国 100% Kalibrier' })
    const first = await admin.get('/v1/organizations?limit=2')
    expect(first.body.items).toHaveLength(2)
    const second = await admin.get(`/v1/organizations?limit=500&cursor=${first.body.next}`)
    const codes = [...first.body.items, ...second.body.items].map(({ code }: { code: string }) => code)
    expect(codes).toEqual([...new Set(codes)])
    expect(codes).toContain('OPERATOR')
    expect(second.body.next).toBeNull()

    const listed = async (query: string) =>
      (await admin.get(`/v1/organizations?${query}`)).body.items.map(({ code }: { code: string }) => code)
    expect(await listed('economy=DE')).toEqual(['Z-1'])
    expect(await listed('role=national-metrology-institute')).toEqual(['NIM', 'RACE'])
    expect(await listed(`q=${encodeURIComponent('计量科学')}&economy=CN`)).toEqual(['NIM', 'RACE'])
    expect(await listed(`q=${encodeURIComponent('100% kal')}`)).toEqual(['Z-1'])
    expect(await listed('q=%25')).toEqual(['Z-1'])
  })

  it('that does not exist is absent, in the language of the reader', async () => {
    const answer = await admin.get('/v1/organizations/NOBODY')
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({ code: 'organization.unknown', pointer: '/id' })
  })

  it('is read by nobody without a key', async () => {
    const nobody = asking(s, undefined)
    expect((await nobody.get('/v1/organizations')).status).toBe(401)
    expect((await nobody.post('/v1/organizations', nim)).status).toBe(401)
  })
})
