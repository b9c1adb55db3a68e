import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

describe('a person', () => {
  const s = service()
  const admin = administrator(s)

  it('works for a registered organization and is found by code and identifier', async () => {
    await newOrganization(admin, 'LAB')
    const made = must(
      await admin.post('/v1/people', {
        code: 'wang',
        organization: 'LAB',
        name: '王工',
        email: 'wang@lab.example',
      }),
    )
    expect(made.body).toMatchObject({ code: 'wang', organization: 'LAB', name: '王工', version: 1 })
    expect((await admin.get('/v1/people/wang')).body).toEqual(made.body)
    expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)

    const nowhere = await admin.post('/v1/people', { code: 'li', organization: 'NOWHERE', name: 'Li' })
    expect(nowhere.status).toBe(422)
    expect(nowhere.body).toMatchObject({ code: 'organization.not-registered', pointer: '/organization' })
    const taken = await admin.post('/v1/people', { code: 'wang', organization: 'LAB', name: 'Other' })
    expect(taken.body).toMatchObject({ code: 'person.code-taken', person: made.body.id, pointer: '/code' })
  })

  it('keeps the organization under which they signed when they are stated anew', async () => {
    const revised = await admin.put('/v1/people/wang', { name: '王工程师' }, 1)
    expect(revised.body).toMatchObject({ code: 'wang', organization: 'LAB', name: '王工程师', version: 2 })
    expect(revised.body).not.toHaveProperty('email')
    expect((await admin.put('/v1/people/wang', { name: 'x' }, 1)).status).toBe(412)
    expect((await admin.put('/v1/people/nobody', { name: 'x' }, 1)).body.code).toBe('person.unknown')
  })

  it('is registered and revised by the quality manager of their own organization only', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    expect(
      (await manager.post('/v1/people', { code: 'own', organization: 'OTHER', name: 'Own' })).status,
    ).toBe(201)
    const foreign = await manager.post('/v1/people', { code: 'foreign', organization: 'LAB', name: 'F' })
    expect(foreign.status).toBe(403)
    expect(foreign.body).toMatchObject({ code: 'access.not-your-organization', pointer: '/organization' })
    expect((await manager.put('/v1/people/wang', { name: 'W' }, 2)).status).toBe(403)
    const technician = await newPerson(s, admin, { organization: 'OTHER', roles: ['technician'] })
    expect(
      (await technician.post('/v1/people', { code: 't', organization: 'OTHER', name: 'T' })).body.code,
    ).toBe('request.role-missing')
  })

  const listed = async (query: string) =>
    (await admin.get(`/v1/people?${query}`)).body.items.map(({ code }: { code: string }) => code)

  it('is listed by organization and by words of the name', async () => {
    expect(await listed('organization=LAB')).toEqual(['wang'])
    expect(await listed(`q=${encodeURIComponent('工程')}`)).toEqual(['wang'])
    expect(await listed('organization=NOWHERE')).toEqual([])
  })

  it('is reached by an address that only their own organization is shown', async () => {
    const colleague = await newPerson(s, admin, { organization: 'LAB', roles: ['technician'] })
    const stranger = await newPerson(s, admin, { organization: 'OTHER', roles: ['technician'] })
    must(
      await admin.post('/v1/people', {
        code: 'zhao',
        organization: 'LAB',
        name: 'Zhao',
        email: 'zhao@lab.example',
      }),
    )
    expect((await colleague.get('/v1/people/zhao')).body.email).toBe('zhao@lab.example')
    expect((await stranger.get('/v1/people/zhao')).body).not.toHaveProperty('email')
    expect(JSON.stringify((await stranger.get('/v1/people')).body)).not.toContain('lab.example')
    const moved = await admin.put('/v1/people/zhao', { name: 'Zhao', email: 'zhao@new.example' }, 1)
    expect(moved.body).toMatchObject({ email: 'zhao@new.example', version: 2 })
    expect((await colleague.get('/v1/people/zhao')).body).toMatchObject({
      email: 'zhao@new.example',
      version: 2,
    })
  })
})

describe('an authorization', () => {
  const s = service()
  const admin = administrator(s)
  const granted = {
    person: 'wang',
    activity: 'perform',
    measurandKind: 'mass.conventional',
    validFrom: '2025-01-01',
    evidence: 'Training record 2024-17',
  }

  it('names a person, an activity, a kind of measurand and its period', async () => {
    await newOrganization(admin, 'LAB')
    must(await admin.post('/v1/people', { code: 'wang', organization: 'LAB', name: 'Wang' }))
    const made = must(await admin.post('/v1/authorizations', granted))
    expect(made.body).toMatchObject({ ...granted, version: 1 })
    expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)
  })

  const refused = async (change: object) =>
    (await admin.post('/v1/authorizations', { ...granted, ...change })).body

  it('does not end before it begins, and names what is registered', async () => {
    expect(await refused({ validTo: '2024-12-31' })).toMatchObject({
      code: 'authorization.dates-reversed',
      pointer: '/validTo',
    })
    expect(await refused({ person: 'nobody' })).toMatchObject({
      code: 'person.not-registered',
      pointer: '/person',
    })
    expect(await refused({ measurandKind: 'mass.of-the-soul' })).toMatchObject({
      code: 'measurand-kind.not-registered',
      pointer: '/measurandKind',
    })
    expect(await refused({ validFrom: '2025-02-30' })).toMatchObject({ code: 'request.does-not-match' })
  })

  it('is ended by stating it anew, and is asked for as of a day', async () => {
    const [known] = (await admin.get('/v1/authorizations?person=wang')).body.items
    const { person: _, measurandKind: __, ...revision } = granted
    const ended = await admin.put(`/v1/authorizations/${known.id}`, { ...revision, validTo: '2025-12-31' }, 1)
    expect(ended.body).toMatchObject({ person: 'wang', validTo: '2025-12-31', version: 2 })
    expect(ended.body).not.toHaveProperty('measurandKind')
    expect((await admin.put(`/v1/authorizations/${known.id}`, revision, 1)).status).toBe(412)

    const on = async (day: string) =>
      (await admin.get(`/v1/authorizations?activity=perform&at=${day}`)).body.items
    expect(await on('2024-12-31')).toHaveLength(0)
    expect(await on('2025-12-31')).toHaveLength(1)
    expect(await on('2026-01-01')).toHaveLength(0)
  })

  it('is granted and ended by the quality manager of the organization of the person only', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    expect((await manager.post('/v1/authorizations', granted)).body.code).toBe('access.not-your-organization')
    const [known] = (await admin.get('/v1/authorizations?person=wang')).body.items
    const { person: _, ...revision } = granted
    expect((await manager.put(`/v1/authorizations/${known.id}`, revision, 2)).status).toBe(403)
    const unknown = '0190a000-0000-7000-8000-000000000000'
    expect((await manager.put(`/v1/authorizations/${unknown}`, revision, 2)).body.code).toBe(
      'authorization.unknown',
    )
    expect((await manager.get(`/v1/authorizations/${unknown}`)).status).toBe(404)
  })
})
