import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Migration20261126000610 } from '../../../migrations/20261126000610_log_of_the_past.ts'
import { Certificate } from '#registry/certificates/certificate.entity.ts'
import { appendStatements } from '#registry/log/append-statement.ts'
import { sayingOfVersion } from '#registry/log/log-certificate.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { service } from '../../service.ts'
import { laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
/** More than a tile holds, of every visibility, with numbers that are no plain ASCII. */
const manyCertificates = `
  insert into certificates
  select (jsonb_populate_record(v, jsonb_build_object(
            'id', gen_random_uuid(), 'number', '中SOME-' || n || '(é)〔2026〕',
            'visibility', (array['public', 'status', 'parties', 'private'])[1 + n % 4]))).*
    from certificates v, generate_series(0, 299) n where v.edition = 1 limit 300`
const open: { superuser?: Client } = {}
beforeAll(async () => {
  await s.orm.em.fork().transactional(async (tx) => {
    await tx.execute(manyCertificates)
    const written = await tx.find(
      Certificate,
      { number: { $like: '%SOME%' } },
      { populate: ['issuer'], orderBy: { id: 'asc' } },
    )
    await appendStatements(tx, written.map(sayingOfVersion))
  })
  open.superuser = new Client({ connectionString: s.adminUrl })
  await open.superuser.connect()
})
afterAll(async () => open.superuser?.end())

/** As somebody who owns the server, and switches off what refuses. */
const asOwner = async (...statements: readonly string[]) => {
  const sql = `begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`
  await open.superuser!.query(sql)
}
const found = async (sql: string) => (await open.superuser!.query<Record<string, unknown>>(sql)).rows

const copyOf = (change: string) =>
  `insert into certificates select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'number', 'COPY') || '${change}')).*
       from certificates v where edition = 1 limit 1`
const entry = (certificate: string) =>
  `insert into log_entries (index, kind, leaf, leaf_hash, certificate_id, at)
         select 99999, 'issued', '{}', sha256(''), ${certificate}, now()`
const bySaid = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => JSON.stringify({ ...row, index: 0 })).toSorted()
const bytea = (hex: string) => `'\\x${hex}'`

describe('nothing is committed', () => {
  it('of which the log does not know: neither a certificate nor what happened to one, whoever writes', async () => {
    const event = `insert into certificate_events (id, certificate_id, kind, cause, recorded_by_id, recorded_at)
      select gen_random_uuid(), id, 'revoked', 'Silently', recorded_by_id, recorded_at from certificates limit 1`
    await expect(open.superuser!.query(copyOf('{}'))).rejects.toThrow(
      'certificate COPY has no entry in the log',
    )
    await expect(open.superuser!.query(event)).rejects.toThrow('has no entry in the log')
    await expect(s.orm.em.fork().execute(copyOf('{}'))).rejects.toThrow('has no entry in the log')
  })

  it('by the log that is about nothing, or about another certificate', async () => {
    await expect(open.superuser!.query(entry('gen_random_uuid()'))).rejects.toThrow('foreign key')
    await expect(open.superuser!.query(entry('null'))).rejects.toThrow('log_entries_subject_check')
    // The entry of another certificate does not count for one with another hash.
    const stolen = `begin; ${copyOf(`{"sha256": "${'0'.repeat(64)}"}`)};
      insert into log_entries (index, kind, leaf, leaf_hash, certificate_id, at)
        select 99999, 'recorded', e.leaf, e.leaf_hash, v.id, e.at
          from certificates v, log_entries e where v.number = 'COPY' and e.index = 0; commit`
    await expect(open.superuser!.query(stolen)).rejects.toThrow('certificate COPY has no entry in the log')
    await open.superuser!.query('rollback')
  })
})

describe('the log of what was issued before there was one', () => {
  it('is the log that would have been written: the same entries, tiles and head, and openings that open', async () => {
    const statement = `select index, kind, case when opening is null then leaf else (opening::json -> 'statement')::text end as said,
                              certificate_id, certificate_event_id from log_entries order by index`
    const before = await found(statement)
    const [head] = await found('select size, frontier, root from log_head')
    expect(before.length).toBeGreaterThan(300)

    await asOwner(
      'delete from log_entries',
      'delete from log_tiles',
      `update log_head set size = 0, frontier = '', root = sha256('')`,
    )
    const [enterThePast] = queriesOf(
      new Migration20261126000610(
        ...([] as unknown as ConstructorParameters<typeof Migration20261126000610>),
      ),
    )
    await open.superuser!.query(enterThePast!)

    const after = await found(statement)
    expect(bySaid(after)).toEqual(bySaid(before))
    expect((await found('select size from log_head'))[0]!['size']).toBe(head!['size'])
    expect(await found('select level, index from log_tiles')).toEqual([{ level: 0, index: '0' }])
    expect(await verifyLog(s.orm.em.fork())).toEqual({ intact: true, size: before.length })
    expect(await logFault(s.orm.em.fork())).toBeUndefined()
  })

  it('goes on as any other', async () => {
    must(await lab.technician.post('/v1/certificates', standardTranscription({ number: 'AFTER-1' })))
    expect(await verifyLog(s.orm.em.fork())).toMatchObject({ intact: true })
    expect(s.complaints).toEqual([])
  })
})

/** What a migration would have carried out. */
function queriesOf(migration: Migration20261126000610): readonly string[] {
  const queries: string[] = []
  Object.assign(migration, { addSql: (sql: string) => queries.push(sql) })
  migration.up()
  return queries
}

describe('whoever changes the log past every trigger', () => {
  const zeros = bytea('00'.repeat(32))
  const damages = [
    [
      'an entry',
      `update log_entries set leaf = leaf || ' ' where index = 7`,
      { brokenAt: 7, because: 'changed' },
    ],
    [
      'an entry with its hash',
      `update log_entries set leaf = '{}', leaf_hash = sha256('\\x00'::bytea || '{}'), opening = null where index = 7`,
      { brokenAt: 7, because: 'certificate-differs' },
    ],
    [
      'an opening',
      `update log_entries set opening = '{}' where index = (select min(index) from log_entries where opening is not null)`,
      { because: 'not-opened' },
    ],
    [
      'a hash',
      `update log_entries set leaf_hash = ${zeros} where index = 9`,
      { brokenAt: 9, because: 'changed' },
    ],
    [
      'that there is an entry',
      `delete from log_entries where index = 11`,
      { brokenAt: 11, because: 'missing' },
    ],
    [
      'a tile',
      `update log_tiles set hashes = overlay(hashes placing ${zeros}::bytea from 65)`,
      { brokenAt: 0, because: 'tile-differs' },
    ],
    ['the root', `update log_head set root = ${zeros}`, { because: 'head-differs' }],
    [
      'a certificate',
      `update certificates set document = document || ' ' where id = (select certificate_id from log_entries where index = 13)`,
      { brokenAt: 13, because: 'certificate-differs' },
    ],
  ] as const

  it.each(damages)('%s, is found, and where', async (_, statement, fault) => {
    await asOwner(
      'create table kept_entries as table log_entries',
      'create table kept_tiles as table log_tiles',
      'create table kept_head as table log_head',
      'create table kept_certificates as table certificates',
    )
    try {
      await asOwner(statement)
      expect(await verifyLog(s.orm.em.fork())).toMatchObject({ intact: false, ...fault })
    } finally {
      await asOwner(
        ...['entries', 'tiles', 'head'].flatMap((name) => [
          `delete from log_${name}`,
          `insert into log_${name} table kept_${name}`,
          `drop table kept_${name}`,
        ]),
        'update certificates c set document = k.document from kept_certificates k where k.id = c.id and k.document <> c.document',
        'drop table kept_certificates',
      )
    }
    expect(await verifyLog(s.orm.em.fork())).toMatchObject({ intact: true })
  })

  it.each([
    [
      'the last entry',
      `delete from log_entries where index = (select max(index) from log_entries)`,
      'its head counts',
    ],
    [
      'the bytes of the last entry',
      `update log_entries set leaf = leaf || ' ' where index = (select max(index) from log_entries)`,
      'was changed',
    ],
    ['the root', `update log_head set root = ${zeros}`, 'its root is not that of its frontier'],
    ['the frontier', `update log_head set frontier = substring(frontier from 33)`, 'bytes of frontier'],
    ['the tile', `delete from log_tiles`, 'No tile has the subtree'],
  ])('%s, is not allowed to start', async (_, statement, fault) => {
    await asOwner(
      'create table kept_entries as table log_entries',
      'create table kept_tiles as table log_tiles',
      'create table kept_head as table log_head',
    )
    try {
      await asOwner(statement)
      const told = await logFault(s.orm.em.fork())
      expect(told).toContain(fault)
    } finally {
      await asOwner(
        ...['entries', 'tiles', 'head'].flatMap((name) => [
          `delete from log_${name}`,
          `insert into log_${name} table kept_${name}`,
          `drop table kept_${name}`,
        ]),
      )
    }
  })
})
