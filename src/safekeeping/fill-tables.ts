import { type CopyingClient, copyIn } from '#db/copy.ts'
import type { KeyFile } from './keep-keys.ts'
import * as manifests from './manifest.ts'
import { foreignKeys, headsOf, type Rows, sumOf, tablesOf } from './tables.queries.ts'
import type { Entry } from './tar.ts'

export interface Filling {
  readonly rows: Rows
  readonly client: CopyingClient
  readonly about: manifests.About
  readonly entries: AsyncGenerator<Entry>
}

export interface Filled {
  readonly parts: readonly manifests.Part[]
  readonly counted: Readonly<Record<string, number>>
  readonly keys: readonly KeyFile[]
  readonly manifest: manifests.Manifest | undefined
  readonly sums: Readonly<Record<string, string>>
  readonly heads: manifests.Heads
}

/**
 * Empties what migrations have filled, and copies the rows of the archive. Foreign keys are made again afterwards and so hold for every
 * row; triggers rest meanwhile, because they speak of acts and not of what was done long ago.
 */
export async function fillTables({ rows, client, about, entries }: Filling): Promise<Filled> {
  const ours = await tablesOf(rows)
  const keys = await foreignKeys(rows)
  const names = ours.map(({ name }) => `"${name}"`)
  const missing = about.tables.find(({ name }) => !ours.some((table) => table.name === name))
  if (missing)
    throw new Error(`The archive has a table “${missing.name}”, and the schema of its time has not`)
  for (const { table, name } of keys) await rows(`alter table ${table} drop constraint ${name}`)
  for (const name of names) await rows(`alter table ${name} disable trigger user`)
  if (names.length > 0) await rows(`truncate ${names.join(', ')}`)

  const filled = await copyAll(client, about, entries)

  for (const { table, name, definition } of keys)
    await rows(`alter table ${table} add constraint ${name} ${definition}`)
  for (const name of names) await rows(`alter table ${name} enable trigger user`)
  const sums: Record<string, string> = {}
  for (const table of about.tables) sums[table.name] = await sumOf(rows, table)
  return { ...filled, sums, heads: await headsOf(rows) }
}

async function copyAll(
  client: CopyingClient,
  about: manifests.About,
  entries: AsyncGenerator<Entry>,
): Promise<Omit<Filled, 'heads' | 'sums'>> {
  const statements = new Map(about.tables.map((table) => [table.name, copyStatement(table)]))
  const parts: manifests.Part[] = []
  const counted: Record<string, number> = {}
  const keys: KeyFile[] = []
  let manifest: manifests.Manifest | undefined
  for await (const { name, bytes } of entries) {
    const table = manifests.tableOfPart(name)
    const statement = statements.get(table ?? '')
    if (name === manifests.manifestFile)
      manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as manifests.Manifest
    else if (/^keys\/[\w-]+\.pem$/.test(name)) keys.push({ name: name.slice('keys/'.length), bytes })
    else if (table === undefined || statement === undefined)
      throw new Error(`Nobody here writes “${name}” into an archive`)
    else {
      parts.push(manifests.partOf(name, bytes))
      counted[table] = (counted[table] ?? 0) + (await copyIn(client, statement, inPieces(bytes)))
    }
  }
  return { parts, counted, keys, manifest }
}

const copyStatement = ({ name, columns }: manifests.SavedTable): string =>
  `copy "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`

const pieceSize = 64 * 1024

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize)
}
