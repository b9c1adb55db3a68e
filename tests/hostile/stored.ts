import type { EntityManager } from '@mikro-orm/postgresql'
import { preparedRows } from '#db/prepared.ts'

/** What a table holds, and the last transaction that wrote a row. Whatever is stored changes it. */
interface TableState {
  readonly state: string
  readonly last: string
}

export type Stamp = Readonly<Record<string, TableState>>

const statements = new WeakMap<object, Promise<string>>()

/** When a key was last used is told of every request, whatever becomes of it. */
const contentOf = (table: string) =>
  table === 'api_keys'
    ? `md5(string_agg((to_jsonb(t) - 'last_used_at')::text, '' order by id))`
    : 'count(*)::text || max(xmin::text::bigint)'

const stateOf = (table: string) =>
  `select '${table}' as name, coalesce(${contentOf(table)}, '') as state,
          coalesce(max(xmin::text::bigint), 0) as last from "${table}" t`

async function statementFor(tx: EntityManager): Promise<string> {
  const tables = await tx.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  return tables.map(({ name }) => stateOf(name)).join(' union all ')
}

/** The state of every table, as this transaction sees it. */
export async function stampOf(tx: EntityManager): Promise<Stamp> {
  const driver = tx.getDriver()
  const statement = statements.get(driver) ?? statementFor(tx)
  statements.set(driver, statement)
  // Planning it takes much longer than carrying it out.
  const states = await preparedRows<TableState & { name: string }>(tx, await statement, [])
  return Object.fromEntries(states.map(({ name, state, last }) => [name, { state, last }]))
}

export const changedSince = (before: Stamp, now: Stamp): string[] =>
  Object.keys(now).filter((table) => now[table]?.state !== before[table]?.state)

/** The rows of these tables that were written since, as PostgreSQL writes rows. */
export async function writtenSince(
  before: Stamp,
  tables: readonly string[],
  tx: EntityManager,
): Promise<string> {
  const texts = []
  for (const table of tables) {
    const rows = await tx.execute<{ text: string }[]>(
      `select to_jsonb(t)::text as text from "${table}" t where xmin::text::bigint > ?`,
      [before[table]?.last ?? '0'],
    )
    texts.push(...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}
