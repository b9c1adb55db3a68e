import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Migration, Migrator } from '@mikro-orm/migrations'
import type { EntityManager, MigrationObject } from '@mikro-orm/postgresql'
import { connect } from './connection.ts'
import { migrateJobs } from './jobs.ts'

const directory = new URL('../../migrations/', import.meta.url)
const tableName = 'mikro_orm_migrations'
/** Any number, as long as every Etalon uses the same. */
const advisoryLock = 7_014_236_801
/** Two that start at once take turns; the second finds nothing left to do. */
const whileNobodyElseMigrates = `set lock_timeout = 0; select pg_advisory_lock(${advisoryLock})`

/** In the order in which they are applied: the names begin with the time they were written. */
export const migrationNames = (): readonly string[] =>
  readdirSync(fileURLToPath(directory))
    .filter((file) => /^\d{14}_\w+\.ts$/.test(file))
    .map((file) => basename(file, '.ts'))
    .toSorted()

export const migrationOptions = async () => ({
  tableName,
  migrationsList: await loadMigrations(),
  snapshot: false,
  allOrNothing: true,
  // Switching them off takes a superuser, and would let a migration leave dangling rows.
  disableForeignKeys: false,
})

/** Brings the database to the newest schema; returns the names of what was applied. */
export async function applyMigrations(
  url: string,
  log: { debug(message: string): void },
): Promise<readonly string[]> {
  const migrations = await migrationOptions()
  const orm = await connect({ url, entities: [], log, poolSize: 3, timeLimits: false, migrations })
  try {
    const pool = await orm.em.getConnection().getNativeClient()
    const turn = await pool.connect()
    try {
      await turn.query(whileNobodyElseMigrates)
      const applied = (await new Migrator(orm.em).up()).map(({ name }) => name)
      await migrateJobs(url, log)
      return applied
    } finally {
      // Ending the session gives the lock back, also when the statement has failed.
      turn.release(true)
    }
  } finally {
    await orm.close(true)
  }
}

/** The same as part of a transaction: all that are missing, or those that are named. */
export async function migrateWithin(
  tx: EntityManager,
  names?: readonly string[],
): Promise<readonly string[]> {
  await tx.execute(`select pg_advisory_xact_lock(${advisoryLock})`)
  const transaction = tx.getTransactionContext()
  const chosen = names === undefined ? {} : { migrations: [...names] }
  return (await new Migrator(tx).up({ transaction, ...chosen })).map(({ name }) => name)
}

const loadMigrations = (): Promise<MigrationObject[]> => Promise.all(migrationNames().map(loadMigration))

async function loadMigration(name: string): Promise<MigrationObject> {
  const module = (await import(new URL(`${name}.ts`, directory).href)) as Record<string, unknown>
  const found = Object.values(module).find((value) => isMigration(value))
  if (found === undefined) throw new Error(`migrations/${name}.ts exports no migration`)
  return { name, class: found }
}

const isMigration = (value: unknown): value is MigrationObject['class'] =>
  typeof value === 'function' && value.prototype instanceof Migration

/** What this program has and the database has not, and the reverse: written by a newer Etalon. */
export interface MigrationState {
  readonly pending: readonly string[]
  readonly unknown: readonly string[]
}

export async function migrationState(em: EntityManager): Promise<MigrationState> {
  const ours = migrationNames()
  const [found] = await em.execute<[{ exists: boolean }]>(`select to_regclass(?) is not null as "exists"`, [
    tableName,
  ])
  if (!found.exists) return { pending: ours, unknown: [] }
  const rows = await em.execute<{ name: string }[]>(`select name from ${tableName} order by name`)
  const applied = rows.map(({ name }) => name)
  return {
    pending: ours.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !ours.includes(name)),
  }
}
