import { createHash } from 'node:crypto'

export const format = 'etalon-backup/1'
export const aboutFile = 'about.json'
export const manifestFile = 'manifest.json'

export interface SavedTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The first entry of an archive: what has to be known before anything else is read. */
export interface About {
  readonly format: typeof format
  /** When the one moment was that all tables show. */
  readonly at: string
  /** The migrations the database had: its level. */
  readonly migrations: readonly string[]
  readonly tables: readonly SavedTable[]
}

export interface Part {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

export interface Heads {
  readonly audit: { readonly size: number; readonly hash: string }
  readonly log: { readonly size: number; readonly root: string }
}

/** The last entry: what was written, so that whoever reads it knows that nothing is missing. */
export interface Manifest extends Heads {
  readonly about: string
  readonly rows: Readonly<Record<string, number>>
  /** Of each table, what its rows add up to. */
  readonly sums: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  readonly keys: readonly Part[]
}

export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const partOf = (file: string, bytes: Uint8Array): Part => ({
  file,
  bytes: bytes.length,
  sha256: digest(bytes),
})

export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

const name = /^[a-z][a-z0-9_]{0,62}$/

/** Names go into statements: an archive is a file that anybody may have written. */
export function readAbout(bytes: Uint8Array): About {
  const about = JSON.parse(Buffer.from(bytes).toString('utf8')) as About
  if (about.format !== format) throw new Error(`It is no archive of the form ${format}`)
  const names = about.tables.flatMap((table) => [table.name, ...table.columns])
  const strange = names.find((each) => !name.test(each))
  if (strange !== undefined) throw new Error('The archive names a table or a column as nobody here would')
  return about
}

export const tableOfPart = (file: string): string | undefined =>
  /^tables\/([a-z0-9_]+)\/\d{6}\.copy$/.exec(file)?.[1]
