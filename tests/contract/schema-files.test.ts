import { describe, expect, it } from 'vitest'
import { boundedFormats } from '#contract/formats.ts'
import { readSchema, schemaBase, schemaNames, type JsonSchema } from '#contract/schema-files.ts'
import { compiles } from '#contract/schemas.ts'

const names = schemaNames()

interface Part {
  readonly pointer: string
  readonly schema: JsonSchema
  /** Whether the whole is closed where it is put together, so that its parts must stay open. */
  readonly isPart: boolean
}

const inMaps = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas'])
const inLists = new Set(['allOf', 'anyOf', 'oneOf'])
const inOne = new Set([
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'propertyNames',
])
const conditions = new Set(['allOf', 'if', 'then', 'else', 'not', 'dependentSchemas'])

/** The schema and every schema within it. */
function partsOf(schema: JsonSchema, pointer = '', isPart = false): Part[] {
  const inner = Object.entries(schema).flatMap(([word, value]): Part[] => {
    const isInner = conditions.has(word) || (isPart && (word === 'anyOf' || word === 'oneOf'))
    const at = (place: string, each: unknown) =>
      typeof each === 'object' && each !== null ? partsOf(each as JsonSchema, place, isInner) : []
    if (inMaps.has(word))
      return Object.entries(value as object).flatMap(([n, s]) => at(`${pointer}/${word}/${n}`, s))
    if (inLists.has(word)) return (value as unknown[]).flatMap((s, i) => at(`${pointer}/${word}/${i}`, s))
    return inOne.has(word) ? at(`${pointer}/${word}`, value) : []
  })
  return [{ pointer, schema, isPart }, ...inner]
}

/** Open by design. RFC 9457, 3.2: whoever reads a problem ignores the members that it does not know; and the
 *  trail shows records of every shape. */
const openByDesign = new Set([
  'http/problem.json',
  'audit/audit-event.json/properties/before',
  'audit/audit-event.json/properties/after',
])

/** Every reference of a schema, and whether it stands in an `allOf`. */
const references = names.flatMap((from) =>
  partsOf(readSchema(from)).flatMap(({ schema: { $ref }, pointer }) =>
    typeof $ref === 'string'
      ? [{ to: new URL($ref, schemaBase + from).href, isPart: /\/allOf\/\d+$/.test(pointer) }]
      : [],
  ),
)

function isOnlyPart(name: string): boolean {
  const uses = references.filter(({ to }) => to === schemaBase + name)
  return uses.length > 0 && uses.every(({ isPart }) => isPart)
}

const typesOf = ({ type }: JsonSchema) => (Array.isArray(type) ? (type as string[]) : [String(type)])
const isShape = (schema: JsonSchema) => typesOf(schema).includes('object') || 'properties' in schema

describe.each(names)('%s', (name) => {
  const root = readSchema(name)
  const parts = partsOf(root)
  const offenders = (isWrong: (part: Part) => boolean) =>
    parts.filter(isWrong).map(({ pointer }) => pointer || '/')

  it('is called by its path and has the title of a type', () => {
    expect(root['$id']).toBe(schemaBase + name)
    expect(root['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(root['title']).toMatch(/^[A-Z][A-Za-z0-9]*$/)
  })

  it('compiles under the strict rules', () => {
    expect(() => compiles(name)).not.toThrow()
  })

  const openRoot = isOnlyPart(name) ? root : undefined

  it('is closed, unless it is a part of others that are', () => {
    const open = offenders(
      ({ schema, isPart, pointer }) =>
        !isPart &&
        schema !== openRoot &&
        !openByDesign.has(name + pointer) &&
        isShape(schema) &&
        schema['unevaluatedProperties'] !== false &&
        (schema['additionalProperties'] ?? true) === true,
    )
    expect(open).toEqual([])
  })

  it('bounds every map by the names and the number of its members', () => {
    const unbounded = offenders(
      ({ schema }) =>
        typeof schema['additionalProperties'] === 'object' &&
        !('maxProperties' in schema && 'propertyNames' in schema),
    )
    expect(unbounded).toEqual([])
  })

  it('bounds every text', () => {
    const unbounded = offenders(
      ({ schema, isPart }) =>
        !isPart &&
        typesOf(schema).includes('string') &&
        !('enum' in schema || 'const' in schema || 'maxLength' in schema) &&
        !boundedFormats.some((format) => format === schema['format']),
    )
    expect(unbounded).toEqual([])
  })

  it('bounds every list, and compares no objects with each other', () => {
    expect(offenders(({ schema }) => typesOf(schema).includes('array') && !('maxItems' in schema))).toEqual(
      [],
    )
    expect(offenders(({ schema }) => 'prefixItems' in schema)).toEqual([])
    const comparing = offenders(
      ({ schema }) =>
        schema['uniqueItems'] === true && !isScalar((schema['items'] ?? {}) as JsonSchema, name),
    )
    expect(comparing).toEqual([])
  })

  it('has only patterns whose time grows with the length of the text', () => {
    const patterns = parts.flatMap(({ schema }) => [
      ...(typeof schema['pattern'] === 'string' ? [schema['pattern']] : []),
      ...Object.keys((schema['patternProperties'] ?? {}) as object),
    ])
    expect(patterns.filter((pattern) => !isAnchored(pattern) || hasNestedQuantifier(pattern))).toEqual([])
    for (const pattern of patterns) expect(worstTime(pattern)).toBeLessThan(50)
  })
})

function isScalar(items: JsonSchema, from: string): boolean {
  const { $ref } = items
  if (typeof $ref !== 'string')
    return ['string', 'number', 'integer', 'boolean'].includes(String(items['type'])) || 'enum' in items
  const target = new URL($ref, schemaBase + from).href.slice(schemaBase.length)
  return isScalar(readSchema(target), target)
}

const isAnchored = (pattern: string) => pattern.startsWith('^') && pattern.endsWith('$')

/** `(a+)+`, `(a*b?)*`: an unbounded repetition within an unbounded repetition. */
function hasNestedQuantifier(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  const groups: boolean[] = []
  let found = false
  for (let at = 0; at < bare.length; at++) {
    const isUnbounded = /^(?:[*+]|\{\d+,\})/.test(bare.slice(at))
    if (bare[at] === '(') groups.push(false)
    else if (bare[at] === ')') {
      const inner = groups.pop() ?? false
      const repeats = /^\)(?:[*+]|\{\d+,\})/.test(bare.slice(at))
      found ||= inner && repeats
      if ((inner || repeats) && groups.length > 0) groups[groups.length - 1] = true
    } else if (isUnbounded && groups.length > 0) groups[groups.length - 1] = true
  }
  return found
}

/** Texts that look right for a long time and are wrong at the end. */
/** The processor time of this thread, not the clock's: whoever else wants the processor says nothing of a pattern. */
function worstTime(pattern: string): number {
  const expression = new RegExp(pattern, 'u')
  const before = process.threadCpuUsage()
  for (const seed of ['a', '0', 'A', ' ', '-', '.', '0 ', 'a-', 'a.', '00', '10 0', 'é', '中'])
    expression.test(`${seed.repeat(5000)}\u0001`)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

describe('the schemas together', () => {
  it('give each type one name', () => {
    const titles = names.map((name) => String(readSchema(name)['title']))
    expect(titles.filter((title, position) => titles.indexOf(title) !== position)).toEqual([])
  })
})
