import { readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'
import { format } from 'prettier'
import { readSchema, schemaDirectory, schemaNames } from './schema-files.ts'
import { withReadonly } from './readonly-types.ts'

const banner = '// Written by `npm run contract` from schemas/. Do not edit.'
const destination = new URL('./types.ts', import.meta.url)
const style = { semi: false, singleQuote: true, printWidth: 110, trailingComma: 'all' } as const

/** Words beside a `$ref` that say nothing about the type; left there they would double it under a second name. */
const besideTheType = new Set(['description', 'default', 'examples', 'deprecated', 'title'])

function bareReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bareReferences)
  if (typeof schema !== 'object' || schema === null) return schema
  const isReference = '$ref' in schema
  const kept = Object.entries(schema).filter(([word]) => !isReference || !besideTheType.has(word))
  return Object.fromEntries(kept.map(([word, value]) => [word, bareReferences(value)]))
}

const reader = {
  order: 1,
  canRead: true,
  read: ({ url }: { url: string }) => {
    const name = decodeURIComponent(url.replace(/^file:\/\//, '')).slice(schemaDirectory.length)
    const { $id: _, ...schema } = readSchema(name)
    return JSON.stringify(bareReferences(schema))
  },
}

/** One interface per title, and `SchemaTypes` that finds each by the path of its schema. */
export async function typesOfSchemas(): Promise<string> {
  const names = schemaNames()
  const root = {
    title: 'SchemaTypes',
    type: 'object',
    additionalProperties: false,
    required: names,
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `./${name}` }])),
  }
  const types = await compile(root as never, 'SchemaTypes', {
    cwd: schemaDirectory,
    $refOptions: { resolve: { file: reader } },
    bannerComment: banner,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    format: false,
  })
  const closing = 'export type SchemaName = keyof SchemaTypes\n'
  return format(`${withReadonly(types)}\n${closing}`, { parser: 'typescript', ...style })
}

if (import.meta.main) {
  const types = await typesOfSchemas()
  const changed = types !== readFileSync(destination, { encoding: 'utf8', flag: 'a+' })
  if (changed) writeFileSync(destination, types)
  console.log(changed ? 'src/contract/types.ts written' : 'src/contract/types.ts is up to date')
}
