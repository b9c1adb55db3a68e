import type { Heads, SavedTable } from './manifest.ts'

/** A connection of `pg`, or what asks one. */
export type Rows = <Row>(sql: string) => Promise<readonly Row[]>

/** What migrations write, and counters that last for minutes, are not part of a registry. */
const notKept = `'mikro_orm_migrations', 'rate_limits'`

/** A session that has ended since would be open again, if it came back with the rest. */
const sessions = 'page_sessions'

export const tablesToSave = async (rows: Rows): Promise<readonly SavedTable[]> =>
  (await tablesOf(rows)).filter(({ name }) => name !== sessions)

/** People sign in again: archives of before hold sessions. */
export const endSessions = (rows: Rows): Promise<readonly unknown[]> => rows(`truncate ${sessions}`)

/** Also those that archives of before may hold. */
export const tablesOf = (rows: Rows): Promise<readonly SavedTable[]> =>
  rows(
    `select c.relname as name, json_agg(a.attname order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in (${notKept})
      group by c.relname order by c.relname`,
  )

/** A sum over all rows, in whatever order, made by PostgreSQL itself: what a copy has changed on its way does not add up. */
export async function sumOf(rows: Rows, { name, columns }: SavedTable): Promise<string> {
  const row = `row(${columns.map((column) => `"${column}"`).join(', ')})::text`
  const [found] = await rows<{ sum: string }>(
    `select coalesce(sum(('x' || left(md5(${row}), 15))::bit(60)::bigint), 0)::text as sum from "${name}"`,
  )
  return found?.sum ?? ''
}

export async function headsOf(rows: Rows): Promise<Heads> {
  const [audit] = await rows<{ size: string; hash: string }>('select size, hash from audit_head where id = 1')
  const [log] = await rows<{ size: string; root: string }>(
    `select size, encode(root, 'hex') as root from log_head where id = 1`,
  )
  return {
    audit: { size: Number(audit?.size ?? 0), hash: audit?.hash ?? '' },
    log: { size: Number(log?.size ?? 0), root: log?.root ?? '' },
  }
}

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export const foreignKeys = (rows: Rows): Promise<readonly ForeignKey[]> =>
  rows(
    `select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
      order by 1, 2`,
  )

/** A database that was made and never migrated has nothing to keep. */
export async function mustHoldRegistry(rows: Rows): Promise<void> {
  const [found] = await rows<{ is: boolean }>(
    `select to_regclass('public.mikro_orm_migrations') is not null as "is"`,
  )
  if (found?.is !== true)
    throw new Error('The database holds no registry: run `etalon migrate`, or name another in DATABASE_URL')
}

/** Whether anybody has used the database: a person, an act or an entry of the log. */
export async function isUsed(rows: Rows): Promise<boolean> {
  for (const table of ['people', 'audit_events', 'log_entries']) {
    const [found] = await rows<{ is: boolean }>(`select to_regclass('public.${table}') is not null as "is"`)
    if (found?.is !== true) continue
    const [used] = await rows<{ is: boolean }>(`select exists (select 1 from ${table}) as "is"`)
    if (used?.is === true) return true
  }
  return false
}
