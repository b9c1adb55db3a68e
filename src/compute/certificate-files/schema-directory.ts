import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaFiles } from '#exchange/dcc/schema-check/check-against-schemas.ts'

const mostBytes = 4_000_000
const mostFiles = 200

/** Every schema in a directory and the folders right below it. A directory that holds none is a mistake, and is said at once. */
export function readSchemas(directory: string): SchemaFiles {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xsd') && name.split(/[\\/]/).length <= 2)
    .slice(0, mostFiles)
  const files = names.filter((name) => statSync(join(directory, name)).size <= mostBytes)
  if (!files.some((name) => /^v[\d.]+[\\/]dcc\.xsd$/.test(name)))
    throw new Error(`${directory} holds no v<release>/dcc.xsd`)
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(directory, name))]))
}
