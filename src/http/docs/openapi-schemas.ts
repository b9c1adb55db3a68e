import { readSchema, schemaBase, schemaNames, type JsonSchema } from '#contract/schema-files.ts'

export type Components = Readonly<Record<string, JsonSchema>>

const titleOf = (schema: JsonSchema): string => String(schema['title'])

/** `$id` and `$schema` are dropped: with them an inward `$ref` would be resolved against the address of the file. */
const dropped = new Set(['$id', '$schema'])

const titlesByName = (): ReadonlyMap<string, string> =>
  new Map(schemaNames().map((name) => [name, titleOf(readSchema(name))]))

/** Where a `$ref` of the schema `name` points to inside the document. */
function inward(ref: string, name: string, titles: ReadonlyMap<string, string>): string {
  const { pathname, hash } = new URL(ref, schemaBase + name)
  const target = decodeURIComponent(pathname).slice(new URL(schemaBase).pathname.length)
  const title = titles.get(target)
  if (title === undefined) throw new Error(`${name} refers to ${ref}, which does not exist`)
  return `#/components/schemas/${title}${decodeURIComponent(hash).slice(1)}`
}

function rewritten(value: unknown, name: string, titles: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => rewritten(each, name, titles))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([word]) => !dropped.has(word))
  return Object.fromEntries(
    members.map(([word, inner]) => [
      word,
      word === '$ref' && typeof inner === 'string'
        ? inward(inner, name, titles)
        : rewritten(inner, name, titles),
    ]),
  )
}

/** Every schema under its title, as OpenAPI 3.1 takes it: JSON Schema 2020-12 with its references turned inward. */
export function componentSchemas(): Components {
  const titles = titlesByName()
  const entries = schemaNames().map((name) => {
    const schema = readSchema(name)
    return [titleOf(schema), rewritten(schema, name, titles) as JsonSchema] as const
  })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

export const referenceTo = (name: string): { readonly $ref: string } => ({
  $ref: `#/components/schemas/${titleOf(readSchema(name))}`,
})
