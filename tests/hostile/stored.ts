import type { EntityManager } from '@mikro-orm/postgresql'

/** What a table holds: how many rows, and the last transaction that wrote one. Whatever is stored changes it. */
interface TableState {
  readonly rows: string
  readonly last: string
}

export type Stamp = Readonly<Record<string, TableState>>

const statements = new WeakMap<object, Promise<string>>()

const stateOf = (table: string) =>
  `select '${table}' as name, count(*) as rows, coalesce(max(xmin::text::bigint), 0) as last from "${table}"`

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
  const states = await tx.execute<(TableState & { name: string })[]>(await statement)
  return Object.fromEntries(states.map(({ name, rows, last }) => [name, { rows, last }]))
}

export const changedSince = (before: Stamp, now: Stamp): string[] =>
  Object.keys(now).filter(
    (table) => now[table]?.rows !== before[table]?.rows || now[table]?.last !== before[table]?.last,
  )

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
