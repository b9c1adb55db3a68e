import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { forgetAnswers } from '#registry/audit/forget-answers.ts'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

describe('the audit trail', () => {
  const s = service()
  const admin = administrator(s)
  const fork = () => s.orm.em.fork()
  const verified = () => verifyAuditTrail(fork())

  it('holds who did what when, with the record before and after, and the id of the request', async () => {
    const made = await newOrganization(admin, 'LAB')
    const subject = `/v1/organizations/${made.body.id}`
    const revision = { name: 'Renamed', economy: 'CN', roles: ['enterprise'] }
    const revised = must(await admin.put('/v1/organizations/LAB', revision, 1))
    const { items } = (await admin.get(`/v1/audit-events?subject=${subject}`)).body
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({
      operation: 'register-organization',
      person: 'administrator',
      after: made.body,
    })
    expect(items[0]).not.toHaveProperty('before')
    expect(items[1]).toMatchObject({
      operation: 'revise-organization',
      organization: 'OPERATOR',
      at: '2026-03-02T08:00:00.000Z',
      subject,
      before: made.body,
      after: revised.body,
      previousHash: items[0].hash,
      requestId: revised.headers.get('x-request-id'),
    })
  })

  const size = async () => {
    const verdict = await verified()
    return verdict.intact ? Number(verdict.size) : -1
  }

  it('has a line for every act and none for what was refused', async () => {
    const before = await size()
    await admin.post('/v1/organizations', { code: 'LAB', name: 'again', economy: 'CN', roles: [] })
    await admin.get('/v1/organizations')
    expect(await size()).toBe(before)
    await newOrganization(admin, 'MORE')
    expect(await size()).toBe(before + 1)
  })

  it('is kept whole where first answers are forgotten after a month, and none before', async () => {
    const before = await size()
    const keyed = { 'idempotency-key': 'of-the-second-of-march' }
    const [entry, again] = ['ONCE', 'ONCE'].map((code) => ({
      code,
      name: code,
      economy: 'CN',
      roles: ['enterprise'],
    }))
    must(await admin.post('/v1/organizations', entry, keyed))
    expect(await forgetAnswers(fork, new Date('2026-04-01T07:59:59Z'))).toBe(0)
    expect((await admin.post('/v1/organizations', again, keyed)).headers.get('idempotency-replayed')).toBe(
      'true',
    )
    expect(await forgetAnswers(fork, new Date('2026-04-01T08:00:01Z'))).toBe(1)
    expect((await admin.post('/v1/organizations', again, keyed)).status).toBe(409)
    expect(await size()).toBe(before + 1)
  })

  it('grows without gap and without fork, however many write at once', async () => {
    const many = Array.from({ length: 20 }, (_, i) => newOrganization(admin, `MANY-${i}`))
    await Promise.all(many)
    const verdict = await verified()
    expect(verdict.intact).toBe(true)
    const { items, next } = (await admin.get('/v1/audit-events?limit=500')).body
    expect(next).toBeNull()
    expect(items.map(({ sequence }: { sequence: string }) => sequence)).toEqual(
      items.map((_: unknown, i: number) => `${i + 1}`),
    )
    const first = (await admin.get('/v1/audit-events?limit=3')).body
    const second = (await admin.get(`/v1/audit-events?limit=3&cursor=${first.next}`)).body
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 6))
  })

  it('is read by auditors, each of what their organization did', async () => {
    const auditor = await newPerson(s, admin, { organization: 'LAB', roles: ['auditor'] })
    const manager = await newPerson(s, admin, { organization: 'LAB', roles: ['quality-manager'] })
    must(await manager.post('/v1/people', { code: 'somebody', organization: 'LAB', name: 'Somebody' }))
    const { items } = (await auditor.get('/v1/audit-events')).body
    expect(items.map(({ operation, person }: Record<string, string>) => [operation, person])).toEqual([
      ['register-person', manager.code],
    ])
    const technician = await newPerson(s, admin, { organization: 'LAB', roles: ['technician'] })
    expect((await technician.get('/v1/audit-events')).status).toBe(403)
  })

  const sql = (text: string) => s.orm.em.fork().execute(text)

  it('is not changed, deleted or truncated by SQL', async () => {
    await expect(sql(`update audit_events set operation = 'nothing'`)).rejects.toThrow('append only')
    await expect(sql('delete from audit_events where sequence = 1')).rejects.toThrow('append only')
    await expect(sql('truncate audit_events')).rejects.toThrow('append only')
    expect(await verified()).toMatchObject({ intact: true })
  })

  it('names the line that even a superuser has changed, taken out or cut off', async () => {
    const superuser = new Client({ connectionString: s.adminUrl })
    await superuser.connect()
    const tamper = async (...statements: string[]) => {
      await superuser.query('begin; set local session_replication_role = replica')
      for (const statement of statements) await superuser.query(statement)
      await superuser.query('commit')
    }
    await tamper('create table kept as select * from audit_events')
    const restore = () => tamper('delete from audit_events', 'insert into audit_events select * from kept')

    for (const column of ['subject', 'operation', 'request_id', 'after']) {
      await tamper(`update audit_events set ${column} = ${column} || ' ' where sequence = 7`)
      expect(await verified(), column).toEqual({ intact: false, brokenAt: 7n, because: 'changed' })
      await restore()
    }
    await tamper(`update audit_events set at = at + interval '1 millisecond' where sequence = 3`)
    expect(await verified()).toEqual({ intact: false, brokenAt: 3n, because: 'changed' })
    await restore()
    await tamper('delete from audit_events where sequence = 5')
    expect(await verified()).toEqual({ intact: false, brokenAt: 5n, because: 'missing' })
    await restore()
    await tamper('delete from audit_events where sequence = (select max(sequence) from audit_events)')
    expect(await verified()).toMatchObject({ intact: false, because: 'missing' })
    await restore()
    expect(await verified()).toMatchObject({ intact: true })
    await superuser.end()
  })
})
