import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { EntityManager } from '@mikro-orm/postgresql'
import { connect } from '#db/connection.ts'
import type { CopyingClient } from '#db/copy.ts'
import {
  applyMigrations,
  migrateWithin,
  migrationNames,
  migrationOptions,
  migrationState,
} from '#db/migrations.ts'
import { entities } from '#registry/entities.ts'
import { checkHeads, checkWhole } from './check-restored.ts'
import { fillTables, type Filled } from './fill-tables.ts'
import { type KeyFile, keepKeys } from './keep-keys.ts'
import * as manifests from './manifest.ts'
import { endSessions, isUsed, type Rows } from './tables.queries.ts'
import { tarEntries, type Entry } from './tar.ts'

export interface Restore {
  readonly url: string
  readonly file: string
  /** Where the keys of the node go, if the archive has any. */
  readonly keys: string
}

export interface Restored {
  readonly at: string
  readonly rows: number
  readonly heads: manifests.Heads
  readonly keys: number
  /** Migrations that the backup did not have yet. */
  readonly migrated: readonly string[]
}

const quiet = { debug: () => undefined }

/**
 * The registry as it was, in a database that nobody has used: schema of that time, rows, migrations since then, and everything verified,
 * in one transaction. Either all of it is there afterwards, or the database is as it was.
 */
export async function restore(asked: Restore): Promise<Restored> {
  const migrations = await migrationOptions()
  const clients: (CopyingClient & { readonly processID: number })[] = []
  const onConnection = (client: object) => void clients.push(client as (typeof clients)[number])
  const limits = { poolSize: 3, timeLimits: false }
  const orm = await connect({ url: asked.url, entities, log: quiet, ...limits, migrations, onConnection })
  try {
    const restored = await orm.em.fork().transactional(async (tx) => {
      const [backend] = await tx.execute<{ pid: number }[]>('select pg_backend_pid() as pid')
      const client = clients.find(({ processID }) => processID === backend?.pid)
      if (!client) throw new Error('The transaction has no connection')
      return restoreWithin(tx, client, asked)
    })
    // The tables of the queue are its own; what stood in it was not saved.
    await applyMigrations(asked.url, quiet)
    // Else the first questions would be planned as if the tables were empty.
    await orm.em.getConnection().execute('analyze')
    return restored
  } finally {
    await orm.close(true)
  }
}

async function restoreWithin(tx: EntityManager, client: CopyingClient, asked: Restore): Promise<Restored> {
  const rows: Rows = <Row>(sql: string) => tx.execute<Row[]>(sql)
  if (await isUsed(rows)) throw new Error('The database is not empty: a backup is restored into a new one')
  const entries = tarEntries(unpacked(asked.file))
  const first = await nextEntry(entries)
  if (first.name !== manifests.aboutFile) throw new Error('It is no backup of Etalon')
  const about = manifests.readAbout(first.bytes)
  await bringToLevel(tx, about)
  const filled = await fillTables({ rows, client, about, entries })
  const manifest = checkFilled(filled, first)
  const migrated = await migrateWithin(tx)
  checkHeads(manifest, filled.heads)
  await endSessions(rows)
  await checkWhole(tx)
  const keys = keepKeys(asked.keys, filled.keys)
  const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  const { audit, log } = manifest
  return { at: about.at, rows: total, heads: { audit, log }, keys, migrated }
}

async function nextEntry(entries: AsyncIterator<Entry>): Promise<Entry> {
  const { done, value } = await entries.next()
  if (done === true) throw new Error('The archive is empty')
  return value
}

/** Exactly the migrations of the backup: what came later finds the rows as it does in a registry that is updated. */
async function bringToLevel(tx: EntityManager, { migrations }: manifests.About): Promise<void> {
  const ours = migrationNames()
  const unknown = migrations.filter((name) => !ours.includes(name))
  if (unknown.length > 0) throw new Error(`The backup was made by a newer Etalon: ${unknown.join(', ')}`)
  const { pending } = await migrationState(tx)
  const ahead = ours.filter((name) => !pending.includes(name) && !migrations.includes(name))
  if (ahead.length > 0)
    throw new Error(`The database is newer than the backup (${ahead.join(', ')}): restore into a new one`)
  const missing = migrations.filter((name) => pending.includes(name))
  if (missing.length > 0) await migrateWithin(tx, missing)
}

/** All parts that were written, unchanged, and no others; as many rows as there were. */
function checkFilled(filled: Filled, first: Entry): manifests.Manifest {
  const { manifest } = filled
  if (manifest === undefined) throw new Error('The archive has no end: it is not complete')
  if (manifest.about !== manifests.digest(first.bytes)) throw new Error(`${manifests.aboutFile} was changed`)
  const keys = filled.keys.map((key: KeyFile) => manifests.partOf(`keys/${key.name}`, key.bytes))
  samePart(manifest.parts, filled.parts)
  samePart(manifest.keys, keys)
  for (const [table, count] of Object.entries(manifest.rows)) {
    const found = filled.counted[table] ?? 0
    if (found !== count) throw new Error(`${table} had ${count} rows, and has ${found}`)
  }
  for (const [table, sum] of Object.entries(manifest.sums))
    if (filled.sums[table] !== sum) throw new Error(`The rows of ${table} are not those that were saved`)
  return manifest
}

function samePart(stated: readonly manifests.Part[], found: readonly manifests.Part[]): void {
  const differing = stated.find(
    ({ file, sha256 }, i) => found[i]?.file !== file || found[i]?.sha256 !== sha256,
  )
  if (differing) throw new Error(`${differing.file} was changed, or is missing`)
  if (found.length !== stated.length) throw new Error('The archive holds parts that nobody wrote')
}

/** A pipe does not tell of a file that cannot be read: whoever reads from its end would wait, and the process would end. */
function unpacked(file: string) {
  const gunzip = createGunzip()
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  return gunzip
}
