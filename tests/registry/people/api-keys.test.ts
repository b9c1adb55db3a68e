import { describe, expect, it } from 'vitest'
import { authenticate } from '#registry/people/authenticate.ts'
import { hasFalseChecksum, newKeyText } from '#registry/people/key-text.ts'
import { service } from '../../service.ts'
import { administrator, asking, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

describe('a key', () => {
  const s = service()
  const admin = administrator(s)

  it('is shown once, and neither the database nor the audit trail has it', async () => {
    await newOrganization(admin, 'LAB')
    must(await admin.post('/v1/people', { code: 'wang', organization: 'LAB', name: 'Wang' }))
    const body = { person: 'wang', roles: ['technician'] }
    const issued = must(await admin.post('/v1/api-keys', body, { 'idempotency-key': 'one-key' }))
    const { key, ...shown } = issued.body
    expect(key).toMatch(/^etl_live_[0-9A-Za-z]{49}$/)
    expect(shown).toMatchObject({ person: 'wang', organization: 'LAB', roles: ['technician'] })
    expect(key.startsWith(shown.prefix)).toBe(true)
    expect((await admin.get('/v1/api-keys?person=wang')).body.items).toEqual([shown])

    const tables = ['api_keys', 'audit_events', 'idempotency_keys']
    for (const table of tables) {
      const rows = await s.orm.em
        .fork()
        .execute(`select count(*)::int as n from ${table} t where t::text like ?`, [`%${key}%`])
      expect(rows, table).toEqual([{ n: 0 }])
    }
    expect((await asking(s, key).get('/v1/people/wang')).status).toBe(200)
  })

  it('opens nothing from the moment it is revoked', async () => {
    const person = await newPerson(s, admin, { organization: 'LAB', roles: ['auditor'] })
    expect((await person.get('/v1/people')).status).toBe(200)
    const [known] = (await admin.get(`/v1/api-keys?person=${person.code}`)).body.items
    const revoked = await admin.post(`/v1/api-keys/${known.id}/revoke`)
    expect(revoked.body).toMatchObject({ id: known.id, revokedAt: '2026-03-02T08:00:00.000Z', version: 2 })
    expect((await person.get('/v1/people')).status).toBe(401)
    s.clock.moveTo('2026-03-02T09:00:00Z')
    const again = () => admin.post(`/v1/api-keys/${known.id}/revoke`)
    expect((await Promise.all([again(), again()])).map(({ status }) => status)).toEqual([200, 200])
    expect((await admin.post(`/v1/api-keys/${known.id}/revoke`)).body.revokedAt).toBe(
      '2026-03-02T08:00:00.000Z',
    )
    expect((await admin.post('/v1/api-keys/0190a000-0000-7000-8000-000000000000/revoke')).status).toBe(404)
  })

  const ask = (expiresAt: string) =>
    admin.post('/v1/api-keys', { person: 'wang', roles: ['auditor'], expiresAt })

  it('opens nothing from the moment it expires, and is not issued expired', async () => {
    const { key } = must(await ask('2026-03-02T10:00:00Z')).body
    expect((await asking(s, key).get('/v1/people')).status).toBe(200)
    s.clock.moveTo('2026-03-02T10:00:00Z')
    expect((await asking(s, key).get('/v1/people')).status).toBe(401)
    expect((await ask('2026-03-02T10:00:00Z')).body).toMatchObject({
      code: 'api-key.already-expired',
      pointer: '/expiresAt',
    })
  })

  it('never joins administration with review or release', async () => {
    const both = await admin.post('/v1/api-keys', { person: 'wang', roles: ['administrator', 'signatory'] })
    expect(both.status).toBe(422)
    expect(both.body).toMatchObject({ code: 'api-key.roles-exclude-each-other', pointer: '/roles' })
  })

  it('of an administrator is issued by administrators, and any other by the manager of the organization', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    must(await admin.post('/v1/people', { code: 'li', organization: 'OTHER', name: 'Li' }))
    const ask = async (person: string, role: string) =>
      (await manager.post('/v1/api-keys', { person, roles: [role] })).body.code ?? 'issued'
    expect(await ask('li', 'administrator')).toBe('api-key.administrators-only')
    expect(await ask('wang', 'technician')).toBe('access.not-your-organization')
    expect(await ask('nobody', 'technician')).toBe('person.not-registered')
    const technician = await newPerson(s, admin, { organization: 'OTHER', roles: ['technician'] })
    expect((await technician.post('/v1/api-keys', { person: 'li', roles: ['technician'] })).status).toBe(403)
    expect((await technician.get('/v1/api-keys')).status).toBe(403)

    const foreign = (await admin.get('/v1/api-keys?person=wang')).body.items[0]
    // Alike to one that does not exist: PostgreSQL shows it to nobody else.
    expect((await manager.post(`/v1/api-keys/${foreign.id}/revoke`)).body.code).toBe('api-key.unknown')
    const seen = (await manager.get('/v1/api-keys')).body.items
    expect(new Set(seen.map((k: { organization: string }) => k.organization))).toEqual(new Set(['OTHER']))
  })

  const rotated = async (id: string, stated: object = {}) => admin.post(`/v1/api-keys/${id}/rotate`, stated)

  it('gets a new secret, beside which the former one opens for the hours stated, and no older one', async () => {
    const issued = must(await admin.post('/v1/api-keys', { person: 'wang', roles: ['technician'] })).body
    const opens = async (key: string) => (await asking(s, key).get('/v1/people')).status === 200
    const first = must(await rotated(issued.id, { overlapHours: 2 })).body
    expect(first).toMatchObject({
      id: issued.id,
      roles: ['technician'],
      formerUntil: '2026-03-02T12:00:00.000Z',
    })
    expect([await opens(issued.key), await opens(first.key)]).toEqual([true, true])
    s.clock.moveTo('2026-03-02T12:00:00Z')
    expect([await opens(issued.key), await opens(first.key)]).toEqual([false, true])

    const second = must(await rotated(issued.id)).body
    const third = must(await rotated(issued.id, { overlapHours: 0 })).body
    expect([await opens(first.key), await opens(second.key), await opens(third.key)]).toEqual([
      false,
      false,
      true,
    ])
    const fourth = must(await rotated(issued.id)).body
    must(await admin.post(`/v1/api-keys/${issued.id}/revoke`))
    expect([await opens(third.key), await opens(fourth.key)]).toEqual([false, false])
    expect((await rotated(issued.id)).body.code).toBe('api-key.no-longer-valid')
    expect((await rotated('0190a000-0000-7000-8000-000000000000')).status).toBe(404)

    const trail = await s.orm.em
      .fork()
      .execute(`select count(*)::int as n from audit_events t where t::text like any(array[?, ?])`, [
        `%${first.key}%`,
        `%${third.key}%`,
      ])
    expect(trail).toEqual([{ n: 0 }])
  })

  it('does what its scopes say and its roles may, and nothing else', async () => {
    const body = { person: 'wang', roles: ['technician'], scopes: ['registry.read'] }
    const { key, scopes } = must(await admin.post('/v1/api-keys', body)).body
    expect(scopes).toEqual(['registry.read'])
    expect((await asking(s, key).get('/v1/people')).status).toBe(200)
    expect((await asking(s, key).get('/v1/calibrations')).body.code).toBe('request.role-missing')
    const beyond = await admin.post('/v1/api-keys', {
      ...body,
      scopes: ['registry.read', 'calibration.authorise'],
    })
    expect(beyond.body).toMatchObject({ code: 'api-key.scope-beyond-roles', pointer: '/scopes/1' })
  })

  it('opens nothing from another address than those stated', async () => {
    const body = { person: 'wang', roles: ['technician'], addresses: ['192.0.2.0/24'] }
    const { key } = must(await admin.post('/v1/api-keys', body)).body
    const from = async (address: string | undefined) =>
      (await authenticate(s.orm.em.fork(), key, s.clock.now(), address))?.person.code
    expect([await from('192.0.2.9'), await from('::ffff:192.0.2.9')]).toEqual(['wang', 'wang'])
    expect([await from('198.51.100.1'), await from(undefined)]).toEqual([undefined, undefined])
    expect((await asking(s, key).get('/v1/people')).status).toBe(401)
    const wrong = await admin.post('/v1/api-keys', { ...body, addresses: ['192.0.2.0/40'] })
    expect(wrong.body).toMatchObject({ code: 'api-key.no-such-network', pointer: '/addresses/0' })
  })

  it('tells when it was used last, to the hour', async () => {
    const person = await newPerson(s, admin, { organization: 'LAB', roles: ['auditor'] })
    const used = async () => (await admin.get(`/v1/api-keys?person=${person.code}`)).body.items[0].lastUsedAt
    expect(await used()).toBeUndefined()
    for (const [time, told] of [
      ['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
      ['2026-03-03T10:59:59Z', '2026-03-03T10:00:00.000Z'],
      ['2026-03-03T11:00:00Z', '2026-03-03T11:00:00.000Z'],
    ] as const) {
      s.clock.moveTo(time)
      await person.get('/v1/people')
      expect(await used()).toBe(told)
    }
  })

  it('is answered for in one statement', async () => {
    const person = await newPerson(s, admin, { organization: 'LAB', roles: ['reviewer', 'auditor'] })
    const actor = await authenticate(s.orm.em.fork(), person.key, s.clock.now())
    expect(actor).toMatchObject({
      person: { code: person.code },
      organization: { code: 'LAB' },
      roles: ['reviewer', 'auditor'],
    })
    expect(await authenticate(s.orm.em.fork(), `${person.key}x`, s.clock.now())).toBeNull()
    expect(await authenticate(s.orm.em.fork(), 'x'.repeat(10_000), s.clock.now())).toBeNull()
    expect(await authenticate(s.orm.em.fork(), '', s.clock.now())).toBeNull()
  })
})

describe('the text of a key', () => {
  it('is never the same twice and carries its own checksum', () => {
    const keys = Array.from({ length: 200 }, newKeyText)
    expect(new Set(keys).size).toBe(200)
    for (const key of keys) {
      expect(hasFalseChecksum(key)).toBe(false)
      const at = 9 + (key.charCodeAt(20) % 40)
      const changed = key.slice(0, at) + (key[at] === 'a' ? 'b' : 'a') + key.slice(at + 1)
      expect(hasFalseChecksum(changed)).toBe(true)
    }
    expect(hasFalseChecksum('a key of another form has none')).toBe(false)
  })
})
