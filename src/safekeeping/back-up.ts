import { createReadStream, createWriteStream, linkSync, rmSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createHash } from 'node:crypto'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { type CopyingClient, copiedOut } from '#db/copy.ts'
import * as manifests from './manifest.ts'
import { headsOf, mustHoldRegistry, type Rows, sumOf, tablesToSave } from './tables.queries.ts'
import { tarEnd, tarEntry } from './tar.ts'

export interface BackUp {
  readonly url: string
  readonly file: string
  /** The directory of the node's keys, if they are to be in the archive. */
  readonly keys: string | undefined
}

export interface BackedUp {
  readonly at: string
  readonly rows: number
  readonly tables: number
  readonly heads: manifests.Heads
  readonly sha256: string
}

/**
 * Everything the registry holds, as of one moment, in one file: complete, or not there. Whoever writes meanwhile is not held up, because
 * a snapshot of PostgreSQL shows what was committed when it was taken, and nothing later.
 */
export async function backUp(asked: BackUp): Promise<BackedUp> {
  const { url, file } = asked
  const client = new Client({
    connectionString: url,
    application_name: 'etalon backup',
    options: '-c TimeZone=UTC',
  })
  await client.connect()
  const unfinished = `${file}.unfinished`
  const made: { manifest?: manifests.Manifest; about?: manifests.About } = {}
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    // Rows that a policy would hide must not be missing: PostgreSQL then refuses.
    await client.query('set row_security = off')
    await client.query('begin isolation level repeatable read read only')
    await mustHoldRegistry(rowsOf(client))
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(archive(client, asked, made)), createGzip({ level: 5 }), target)
    // A link and not a new name: a file that is there already is not replaced.
    linkSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
    await client.end().catch(() => undefined)
  }
  const { manifest, about } = made
  if (!manifest || !about) throw new Error('The archive has no end')
  const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0)
  const { audit, log } = manifest
  return {
    at: about.at,
    rows,
    tables: about.tables.length,
    heads: { audit, log },
    sha256: await hashOfFile(file),
  }
}

async function* archive(
  client: Client,
  { keys }: BackUp,
  made: { manifest?: manifests.Manifest; about?: manifests.About },
): AsyncGenerator<Uint8Array> {
  const rows = rowsOf(client)
  const about = await aboutNow(rows)
  const at = new Date(about.at)
  const first = manifests.jsonBytes(about)
  yield tarEntry({ name: manifests.aboutFile, bytes: first }, at)
  const counted: Record<string, number> = {}
  const sums: Record<string, string> = {}
  const parts: manifests.Part[] = []
  for (const table of about.tables) {
    const { found, chunks } = copiedOut(client as unknown as CopyingClient, copyStatement(table))
    for await (const bytes of inParts(chunks)) {
      const name = `tables/${table.name}/${String(parts.length + 1).padStart(6, '0')}.copy`
      parts.push(manifests.partOf(name, bytes))
      yield tarEntry({ name, bytes }, at)
    }
    counted[table.name] = found.rows
    sums[table.name] = await sumOf(rows, table)
  }
  const heads = await headsOf(rows)
  const kept: manifests.Part[] = []
  for (const name of keys === undefined ? [] : await keyFiles(keys)) {
    const bytes = await readFile(join(keys ?? '', name))
    kept.push(manifests.partOf(`keys/${name}`, bytes))
    yield tarEntry({ name: `keys/${name}`, bytes }, at)
  }
  made.about = about
  made.manifest = { about: manifests.digest(first), rows: counted, sums, parts, keys: kept, ...heads }
  yield tarEntry({ name: manifests.manifestFile, bytes: manifests.jsonBytes(made.manifest) }, at)
  yield tarEnd()
}

const rowsOf =
  (client: Client): Rows =>
  async <Row>(sql: string) =>
    (await client.query(sql)).rows as Row[]

async function aboutNow(rows: Rows): Promise<manifests.About> {
  const [moment] = await rows<{ at: Date }>('select now() as at')
  const applied = await rows<{ name: string }>('select name from mikro_orm_migrations order by name')
  const at = (moment?.at ?? new Date(0)).toISOString()
  const migrations = applied.map(({ name }) => name)
  return { format: manifests.format, at, migrations, tables: await tablesToSave(rows) }
}

const copyStatement = ({ name, columns }: manifests.SavedTable): string =>
  `copy "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) to stdout`

const keyFiles = async (directory: string): Promise<readonly string[]> =>
  (await readdir(directory)).filter((name) => /^[\w-]+\.pem$/.test(name)).toSorted()

const partSize = 1024 * 1024

/** Whole rows, about a mebibyte at a time. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    gathered.push(chunk)
    length += chunk.length
    if (length < partSize) continue
    yield Buffer.concat(gathered)
    gathered = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(gathered)
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) hash.update(chunk)
  return hash.digest('hex')
}
