import type { EntityManager } from '@mikro-orm/postgresql'

/** How many rows each table holds and by which transaction it was last changed: whatever is stored changes it. */
export type Stamp = Readonly<Record<string, string>>

const statements = new WeakMap<object, Promise<string>>()

async function statementFor(tx: EntityManager): Promise<string> {
  const tables = await tx.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  return tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, last by ' || coalesce(max(xmin::text::bigint), 0) as stamp from "${name}"`,
    )
    .join(' union all ')
}

/** The state of every table, as this transaction sees it. */
export async function stampOf(tx: EntityManager): Promise<Stamp> {
  const driver = tx.getDriver()
  const statement = statements.get(driver) ?? statementFor(tx)
  statements.set(driver, statement)
  const rows = await tx.execute<{ name: string; stamp: string }[]>(await statement)
  return Object.fromEntries(rows.map(({ name, stamp }) => [name, stamp]))
}
