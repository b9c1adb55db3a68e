import { type JsonSchema, readSchema } from '#contract/schema-files.ts'
import { resolved } from './list.ts'

/** `texts` are joined in one cell; `json` is what no row can hold otherwise: a list of objects, or members of any name. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'texts' | 'json'

/** One column of a list: the way to a member of an item, `point.nominal.value`. */
export interface Column {
  readonly path: readonly string[]
  readonly kind: ColumnKind
}

interface Place {
  /** The file in which the schema stands: references are relative to it. */
  readonly file: string
  readonly path: readonly string[]
}

const known = new Map<string, readonly Column[]>()

/** The columns of what a schema describes, in the order in which it names its members. */
export function columnsOf(item: string): readonly Column[] {
  const found = known.get(item) ?? merged(columnsAt(readSchema(item), { file: item, path: [] }))
  known.set(item, found)
  return found
}

/** Deeper than this nobody reads a table. */
const deepest = 4

function columnsAt(schema: JsonSchema, place: Place): Column[] {
  const { path, file } = place
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    const target = resolved(file, reference)
    return columnsAt(readSchema(target), { file: target, path })
  }
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => (schema[word] ?? []) as JsonSchema[])
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
  if (members.length > 0 && path.length >= deepest) return [{ path, kind: 'json' }]
  const own = members.flatMap(([name, member]) => columnsAt(member, { file, path: [...path, name] }))
  const either = branches.flatMap((branch) => columnsAt(branch, place))
  return own.length + either.length > 0 ? [...own, ...either] : plainColumn(schema, place)
}

function plainColumn(schema: JsonSchema, { path, file }: Place): Column[] {
  const types = [schema['type'] ?? 'string'].flat().filter((type) => type !== 'null')
  if (types.includes('array')) return [{ path, kind: isOfTexts(schema['items'], file) ? 'texts' : 'json' }]
  if (types.includes('object')) return [{ path, kind: 'json' }]
  if (types.includes('number') || types.includes('integer')) return [{ path, kind: 'number' }]
  if (types.includes('boolean')) return [{ path, kind: 'boolean' }]
  return types.length === 0 ? [] : [{ path, kind: 'text' }]
}

function isOfTexts(items: unknown, file: string): boolean {
  const schema = (items ?? {}) as JsonSchema
  const kinds = columnsAt(schema, { file, path: [] }).map(({ kind, path }) => path.length === 0 && kind)
  return kinds.length > 0 && kinds.every((kind) => kind === 'text')
}

/** What is described in two ways is one column: a number if it is one in either. */
function merged(columns: readonly Column[]): readonly Column[] {
  const byPath = Map.groupBy(columns, ({ path }) => path.join('.'))
  return [...byPath.values()].flatMap((same) => {
    const [first] = same
    const kinds = new Set(same.map(({ kind }) => kind))
    if (first === undefined) return []
    if (kinds.size === 1) return [first]
    const kind = kinds.has('number') ? 'number' : kinds.has('json') ? 'json' : 'text'
    return [{ path: first.path, kind }]
  })
}

/** The member of an item that a column shows; undefined where the item has none. */
export function cellAt(item: unknown, path: readonly string[]): unknown {
  let found = item
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}
