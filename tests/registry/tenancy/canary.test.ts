import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { standingOf, nobody, within, type Standing } from '#db/tenancy/standing.ts'
import { protectedTables } from '#registry/tenancy/protected-tables.queries.ts'
import { sharedTables } from '#registry/tenancy/shared-tables.ts'
import { exampleRegistry } from '../../hostile/example-registry.ts'
import {
  administratorKey,
  asking,
  must,
  newOrganization,
  newPerson,
  type Asking,
} from '../people-of-the-tests.ts'
import { service } from '../../service.ts'

type Row = Readonly<Record<string, unknown>>

/** Rows that everybody may see, because they belong to something that is issued. */
const issued: Readonly<Record<string, string>> = {
  calibrations: `t.state = 'authorised'`,
  calibration_results: `exists (select 1 from certificates c where c.calibration_id = t.calibration_id)`,
  result_links: `exists (select 1 from calibration_results r join certificates c on c.calibration_id = r.calibration_id where r.id = t.result_id)`,
  signature_acts: `exists (select 1 from certificates c where c.calibration_id = t.calibration_id)`,
  attachments: `exists (select 1 from certificates c where c.calibration_id = t.calibration_id)`,
  attachment_contents: `exists (select 1 from attachments a join certificates c on c.calibration_id = a.calibration_id where a.content_sha256 = t.sha256)`,
  certificate_imports: `exists (select 1 from imported_certificates i where i.import_id = t.id)`,
}

describe('what belongs to an organization', () => {
  const s = service()
  const registry = exampleRegistry(s)
  const standings: Record<'stranger' | 'owner', Standing> = { stranger: nobody, owner: nobody }

  const standingIn = async (organization: string, key: string): Promise<Standing> => {
    const [row] = await s.orm.em.fork().execute<{ person: string; organization: string }[]>(
      `select p.id as person, o.id as organization from people p join organizations o on o.id = p.organization_id
        where o.code = ? and p.code = ?`,
      [organization, key],
    )
    if (!row) throw new Error(`${key} works for ${organization}`)
    return standingOf({ person: { id: row.person }, organization: { id: row.organization } }, false)
  }
  const asks = (standing: Standing, sql: string) =>
    within(standing, () => s.orm.em.fork().execute<Row[]>(sql))

  beforeAll(async () => {
    const admin = asking(s, administratorKey)
    await newOrganization(admin, 'STRANGER')
    const stranger = await newPerson(s, admin, { organization: 'STRANGER', roles: ['quality-manager'] })
    standings.stranger = await standingIn('STRANGER', stranger.code)
    standings.owner = await standingIn('EX-LAB', 'EX-LAB.T1')
    const technician = await newPerson(s, admin, { organization: 'EX-LAB', roles: ['technician'] })
    await attach(technician)
    must(await admin.post(`/v1/recalls/${registry.ids['decidedRecall']}/acknowledge`, {}))
    const headers = { 'idempotency-key': 'the-only-one' }
    must(await technician.post('/v1/usages', { ...usage, operator: 'EX-LAB.T1' }, headers))
  }, 60_000)
  const attach = async (technician: Asking) => {
    const draft = `/v1/calibrations/${registry.ids['draft']}`
    const tag = must(await technician.get(draft)).headers.get('etag') ?? ''
    const bytes = 'n,g\n2,0.02\n'
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const headers = { 'if-match': tag, 'content-type': 'text/csv' }
    must(
      await technician.send('POST', `${draft}/attachments?name=draft.csv&sha256=${sha256}`, bytes, headers),
    )
  }
  const usage = { equipment: 'EX-STANDARD', usedAt: '2026-02-01T08:00:00Z', job: 'CANARY', despite: 'a test' }

  it.each(protectedTables.map(({ table }) => table))(
    'is not shown to others by a select of everything from %s',
    async (table) => {
      const open = issued[table] ?? 'false'
      const [found] = await asks('node', `select count(*)::int as n from ${table} t where not (${open})`)
      expect(Number(found?.['n']), 'there is something to hide').toBeGreaterThan(0)
      // The stranger has a key, and has done something, too.
      const own = {
        api_keys: 'organization_id',
        audit_events: 'organization',
        event_parties: 'organization_id',
      }[table]
      for (const standing of [standings.stranger, nobody]) {
        const others = own && standing !== nobody ? `t.${own} <> '${organizationOf(standing)}'` : 'true'
        const hidden = await asks(standing, `select * from ${table} t where not (${open}) and ${others}`)
        expect(hidden).toEqual([])
        const shown = await asks(standing, `select * from ${table} t where ${others}`)
        const sql = `select count(*)::int as n from ${table} t where (${open}) and ${others}`
        expect(shown.length).toBe((await asks('node', sql))[0]?.['n'])
      }
    },
  )

  it('is there for the organization itself', async () => {
    // Keyed answers are another person's, webhooks and calendars those of the node's operator, and what recalls told is the owners'.
    const elsewhere = [
      'idempotency_keys',
      'webhooks',
      'webhook_deliveries',
      'feed_keys',
      'recall_notices',
      'recall_acknowledgements',
    ]
    for (const { table } of protectedTables.filter((one) => !elsewhere.includes(one.table))) {
      expect((await asks(standings.owner, `select 1 from ${table}`)).length, table).toBeGreaterThan(0)
    }
  })

  it('is neither changed, nor removed, nor added by others', async () => {
    const before = await asks('node', 'select id, version from api_keys order by id')
    await asks(standings.stranger, `update api_keys set revoked_at = now()`)
    await asks(standings.stranger, `delete from idempotency_keys`)
    await asks(standings.stranger, `update calibrations set place = 'elsewhere'`)
    const revoked = `select organization_id as organization from api_keys where revoked_at is not null`
    expect(await asks('node', revoked)).toEqual([{ organization: organizationOf(standings.stranger) }])
    expect(await asks('node', 'select id, version from api_keys order by id')).toEqual(before)
    expect((await asks('node', 'select 1 from idempotency_keys')).length).toBeGreaterThan(0)
    expect(await asks('node', `select 1 from calibrations where place = 'elsewhere'`)).toEqual([])
    const smuggled = `insert into person_contacts (person_id, organization_id, email)
      select id, organization_id, 'x@example.org' from people where code = 'EX-LAB.S1'`
    await expect(asks(standings.stranger, smuggled)).rejects.toThrow('row-level security')
  })

  it('cannot be had by undoing the protection from within a request', async () => {
    for (const sql of [
      'alter table api_keys disable row level security',
      'drop policy seen_by_requests on api_keys',
      'truncate idempotency_keys',
      'create policy more on api_keys using (true)',
    ])
      await expect(asks(standings.stranger, sql), sql).rejects.toThrow(/must be owner|permission denied/)
    await expect(
      asks(standings.stranger, `set local row_security = off; select * from api_keys`),
    ).rejects.toThrow('row-level security')
  })

  const count = async (standing: Standing) => {
    const rows = await asks(standing, `select count(*)::int as n from usages`)
    return rows[0]?.['n']
  }

  it('does not leak through a pool that many use at once, with errors among them', async () => {
    const own = await count(standings.owner)
    const tasks = Array.from({ length: 300 }, (_, i) => async () => {
      if (i % 7 === 0) await asks(standings.owner, 'select 1 / 0').catch(() => undefined)
      if (i % 5 === 0)
        await within(standings.owner, () =>
          s.orm.em
            .fork()
            .transactional((tx) => tx.execute('select no_such_function()'))
            .catch(() => undefined),
        )
      const standing = [standings.owner, standings.stranger, nobody][i % 3] ?? nobody
      return [standing === standings.owner ? own : 0, await count(standing)]
    })
    for (let start = 0; start < tasks.length; start += 30) {
      const answers = await Promise.all(tasks.slice(start, start + 30).map((task) => task()))
      for (const [expected, seen] of answers) expect(seen).toBe(expected)
    }
  })

  it('is asked about for every table: each is protected, or shared for a reason', async () => {
    const tables = await asks(
      'node',
      `select relname as name, relrowsecurity as protected from pg_class
        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
    const stated = new Set(protectedTables.map(({ table }) => table))
    for (const { name, protected: isProtected } of tables) {
      expect(isProtected, `${String(name)} is protected as it says`).toBe(stated.has(String(name)))
      expect(stated.has(String(name)) !== Object.hasOwn(sharedTables, String(name)), String(name)).toBe(true)
    }
    const known = new Set(tables.map(({ name }) => String(name)))
    expect([...stated, ...Object.keys(sharedTables)].filter((name) => !known.has(name))).toEqual([])
  })

  it('is asked for by roles that own nothing, open no session and bypass nothing', async () => {
    const roles = await asks(
      'node',
      `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole,
              exists (select 1 from pg_class c where c.relowner = r.oid) as owns
         from pg_roles r where rolname like 'etalon\\_%' order by 1`,
    )
    const bare = {
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      owns: false,
    }
    expect(roles).toEqual(['etalon_chain', 'etalon_request'].map((rolname) => ({ rolname, ...bare })))
  })
})

const organizationOf = (standing: Standing) => (standing === 'node' ? null : standing.organization)
