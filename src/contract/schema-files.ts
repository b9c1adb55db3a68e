import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The base of every `$id`; the rest is the path of the file. */
export const schemaBase = 'https://etalon.example/schemas/'

export const schemaDirectory = fileURLToPath(new URL('../../schemas/', import.meta.url))

export type JsonSchema = { readonly [keyword: string]: unknown }

/** `room/file.json` of every schema, in the order of the alphabet. */
export function schemaNames(): string[] {
  return readdirSync(schemaDirectory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort()
}

export function readSchema(name: string): JsonSchema {
  return JSON.parse(readFileSync(`${schemaDirectory}${name}`, 'utf8')) as JsonSchema
}
