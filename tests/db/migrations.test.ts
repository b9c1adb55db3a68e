import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { applyMigrations, migrationNames, migrationState } from '#db/migrations.ts'
import { database, type Database } from '../database.ts'

const quiet = { debug: () => undefined }

/** The ORM reads triggers from information_schema, which does not know those on TRUNCATE: it misses them always. */
const isAboutTruncate = (line: string) => line.includes('never_truncated')

/** Whose rows they are is said in tables of protection, not in entities: `tests/db/tenancy` asks whether it stands. */
const isAboutRows = (line: string) =>
  /row level security|policy|is_party_to_recall|certificate_documents|comparison_figures/.test(line)

const checksOf = async (d: Database): Promise<ReadonlyMap<string, string>> => {
  const rows = await d.orm.em
    .fork()
    .execute<{ name: string; text: string }[]>(
      `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c'`,
    )
  return new Map(rows.map(({ name, text }) => [name, text]))
}

const plain = (text: unknown) =>
  String(text)
    .toLowerCase()
    .replaceAll(/::double precision|check|[() ]/g, '')

/** The ORM reads `0::double precision` as `0 precision`: such checks are compared in a test of their own. */
const checksWithCasts = async (d: Database): Promise<readonly string[]> =>
  [...(await checksOf(d))].flatMap(([name, text]) => (text.includes('::double precision') ? [name] : []))

describe('the migrations', () => {
  const d = database()

  it('build exactly the tables that the entities describe', async () => {
    const difference = await d.orm.schema.getUpdateSchemaSQL({ wrap: false })
    const casts = await checksWithCasts(d)
    const isMisread = (line: string) => casts.some((name) => line.includes(`constraint "${name}"`))
    const meant = difference.split('\n').filter((line) => line !== '')
    expect(meant.filter((line) => ![isAboutTruncate, isMisread, isAboutRows].some((is) => is(line)))).toEqual(
      [],
    )
  })

  it('state every check of a computed number as its entity does', async () => {
    const found = await checksOf(d)
    const stated = d.orm.getMetadata().getAll()
    for (const name of await checksWithCasts(d)) {
      const check = [...stated.values()].flatMap(({ checks }) => checks).find((one) => one.name === name)
      expect(plain(found.get(name))).toBe(plain(check?.expression))
    }
  })

  it('let nobody empty a table that is only appended to', async () => {
    const found = await d.orm.em
      .fork()
      .execute<{ name: string }[]>(
        `select tgrelid::regclass as name from pg_trigger where tgname = 'never_truncated' order by 1`,
      )
    expect(found.map(({ name }) => name)).toContain('audit_events')
    await expect(d.orm.em.fork().execute('truncate audit_events')).rejects.toThrow('append only')
  })

  it('have nothing left to do on a database that has them all', async () => {
    expect(await applyMigrations(d.url, quiet)).toEqual([])
    expect(await migrationState(d.orm.em.fork())).toEqual({ pending: [], unknown: [] })
  })

  it('tell a database that a newer Etalon has changed', async () => {
    const em = d.orm.em.fork()
    await em.execute(`insert into mikro_orm_migrations (name) values ('20991231000000_of_the_future')`)
    expect(await migrationState(em)).toEqual({ pending: [], unknown: ['20991231000000_of_the_future'] })
  })
})

describe('an empty database', () => {
  const name = `empty_${process.pid}`
  const url = () => Object.assign(new URL(inject('postgres').url), { pathname: `/${name}` }).href
  let admin: Client

  beforeAll(async () => {
    admin = new Client({ connectionString: inject('postgres').adminUrl })
    await admin.connect()
    await admin.query(`create database ${name} owner etalon`)
  })
  afterAll(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })

  it('gets every migration once, although three start at once', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url(), quiet)))
    expect(applied.flat().toSorted()).toEqual(migrationNames())
  })
})
