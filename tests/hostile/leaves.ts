import { readSchema as fromFile, schemaBase, type JsonSchema } from '#contract/schema-files.ts'

/** A value in a message that holds no other, and what the schema says of it. */
export interface Leaf {
  readonly pointer: string
  readonly value: string | number | boolean | null
  /** The schemas that speak of it, with the file each stands in. */
  readonly schemas: readonly Spoken[]
}

interface Spoken {
  readonly file: string
  readonly schema: JsonSchema
}

type Json = unknown

/** Each file is read once: one message refers to the same ones many times. */
const files = new Map<string, JsonSchema>()

function readSchema(name: string): JsonSchema {
  const schema = files.get(name) ?? fromFile(name)
  files.set(name, schema)
  return schema
}

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const escaped = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1')

/** Every leaf of `value`, which the schema in `file` describes. */
export function leavesOf(value: Json, file: string): Leaf[] {
  return leavesUnder(value, '', unfolded({ file, schema: readSchema(file) }))
}

function leavesUnder(value: Json, pointer: string, schemas: readonly Spoken[]): Leaf[] {
  if (typeof value !== 'object' || value === null)
    return [{ pointer, value: value as Leaf['value'], schemas }]
  return Object.entries(value).flatMap(([step, inner]) =>
    leavesUnder(
      inner,
      `${pointer}/${escaped(step)}`,
      schemas.flatMap((spoken) => schemasOf(spoken, step)),
    ),
  )
}

/** Every object of `value`, by its pointer. */
export function objectsOf(value: Json, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([step, each]) =>
    objectsOf(each, `${pointer}/${escaped(step)}`),
  )
  return Array.isArray(value) ? inner : [pointer, ...inner]
}

/** The schema with what it refers to and is put together from. */
function unfolded({ file, schema }: Spoken): Spoken[] {
  const { $ref, allOf, anyOf, oneOf } = schema
  const parts = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? (list as JsonSchema[]) : []))
  const target =
    typeof $ref === 'string' ? new URL($ref, schemaBase + file).href.slice(schemaBase.length) : undefined
  return [
    { file, schema },
    ...parts.flatMap((part) => unfolded({ file, schema: part })),
    ...(target === undefined ? [] : unfolded({ file: target, schema: readSchema(target) })),
  ]
}

function schemasOf({ file, schema }: Spoken, step: string): Spoken[] {
  const { properties, additionalProperties, items } = schema
  const named = (properties as Record<string, JsonSchema> | undefined)?.[step]
  const found = named ?? (isSchema(additionalProperties) ? additionalProperties : items)
  return isSchema(found) ? unfolded({ file, schema: found }) : []
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

/** A copy of `value` in which something else stands at `pointer`. */
export function replaced(value: Json, pointer: string, replacement: unknown): unknown {
  const [step, ...rest] = stepsOf(pointer)
  if (step === undefined) return replacement
  const inner = rest.map((each) => `/${escaped(each)}`).join('')
  if (Array.isArray(value))
    return value.map((each, i) => (String(i) === step ? replaced(each, inner, replacement) : each))
  const object = value as Record<string, unknown>
  return { ...object, [step]: replaced(object[step], inner, replacement) }
}

export function valueAt(value: Json, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value)
}

const speaks = ({ schemas }: Leaf, says: (spoken: Spoken) => boolean) => schemas.some(says)
const typesOf = ({ schema }: Spoken) => [schema['type']].flat()

export const isText = ({ value }: Leaf): boolean => typeof value === 'string'
export const isDate = (leaf: Leaf): boolean =>
  speaks(leaf, ({ schema }) => ['date', 'date-time'].includes(String(schema['format'])))
/** A number that may be written as a text as well, so that it keeps its digits. */
export const isDecimal = (leaf: Leaf): boolean =>
  speaks(leaf, ({ file }) => file === 'metrology/decimal.json')
/** A number that is a number of JSON and nothing else. */
export const isNumber = (leaf: Leaf): boolean =>
  typeof leaf.value === 'number' && !speaks(leaf, (spoken) => typesOf(spoken).includes('string'))
export const isInteger = (leaf: Leaf): boolean =>
  speaks(leaf, (spoken) => typesOf(spoken).includes('integer'))

const lastName = ({ pointer }: Leaf) =>
  stepsOf(pointer)
    .filter((step) => !/^(?:en|zh|\d+)$/.test(step))
    .at(-1) ?? ''
const isLine = (leaf: Leaf) =>
  speaks(leaf, ({ file }) => file === 'metrology/line.json' || file === 'metrology/passage.json')

/** What a person or a thing is called. */
export const isName = (leaf: Leaf): boolean => isLine(leaf) && ['name', 'title'].includes(lastName(leaf))
export const isSerialNumber = (leaf: Leaf): boolean => lastName(leaf) === 'serialNumber'
/** A text that names no record. */
export const isFreeText = (leaf: Leaf): boolean => isLine(leaf) && lastName(leaf) !== 'document'
