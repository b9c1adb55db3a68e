import { setTimeout as delay } from 'node:timers/promises'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { mostSkewMs } from './clock-watch.ts'
import { migrationState } from './migrations.ts'

/** What was looked at, and what is wrong. */
export interface DatabaseReadiness {
  readonly checks: Readonly<Record<string, string>>
  readonly faults: readonly string[]
}

const patienceMs = 1_000

/** The database answers within a second, has the newest schema, loses nothing it has acknowledged, and knows the time. */
export async function databaseReadiness(orm: MikroORM, now: Date): Promise<DatabaseReadiness> {
  const late = delay(patienceMs, noAnswer('no answer within a second'), { ref: false })
  const looked = look(orm.em.fork(), now).catch((error: unknown) => noAnswer(whyOf(error)))
  return Promise.race([looked, late])
}

const whyOf = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)

const noAnswer = (why: string): DatabaseReadiness => ({
  checks: { database: why },
  faults: [`The database cannot be used: ${why}`],
})

async function look(em: EntityManager, now: Date): Promise<DatabaseReadiness> {
  const { pending, unknown } = await migrationState(em)
  const { lax, skewMs, checksums } = await settings(em, now)
  const faults = [
    pending.length > 0 && `The database lacks ${pending.length} migrations: ${pending.join(', ')}`,
    unknown.length > 0 && `The database was migrated by a newer Etalon: ${unknown.join(', ')}`,
    lax.length > 0 && `The database may lose what it has acknowledged: ${lax.join(', ')} off`,
    Math.abs(skewMs) > mostSkewMs &&
      `The clocks of node and database differ by ${Math.round(skewMs / 1000)} s`,
  ].filter((fault) => typeof fault === 'string')
  const checks = {
    database: 'answers',
    migrations: pending.length > 0 ? 'pending' : unknown.length > 0 ? 'newer' : 'up to date',
    durability: lax.length === 0 ? 'on' : `${lax.join(', ')} off`,
    checksums,
  }
  return { checks, faults }
}

async function settings(em: EntityManager, now: Date) {
  const durable = ['fsync', 'full_page_writes', 'synchronous_commit'] as const
  const rows = await em.execute<{ name: string; setting: string; at: string }[]>(
    `select name, setting, extract(epoch from clock_timestamp()) * 1000 as at from pg_settings where name in (?, ?, ?, ?)`,
    [...durable, 'data_checksums'],
  )
  const found = new Map(rows.map(({ name, setting }) => [name, setting]))
  return {
    lax: durable.filter((name) => found.get(name) === 'off'),
    checksums: found.get('data_checksums') ?? 'unknown',
    skewMs: now.getTime() - Number(rows[0]?.at),
  }
}
