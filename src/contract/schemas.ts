import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import { doesNotMatch, notPrintable } from './contract.refusals.ts'
import { faultsOf, onlyUnprintable } from './faults.ts'
import { formats } from './formats.ts'
import { readSchema, schemaBase, schemaNames } from './schema-files.ts'
import type { SchemaName, SchemaTypes } from './types.ts'

/** `ownProperties`: without it `required: ["constructor"]` is met by `{}`. */
const strict: Options = {
  strict: true,
  strictRequired: false,
  ownProperties: true,
  allowMatchingProperties: true,
  formats: { ...formats },
  // A violation keeps the value, so that its character can be named.
  verbose: true,
}

/** Reads the folder at the first question and compiles each schema at its first use: a start costs nothing. */
function prepare(options: Options): (name: string) => ValidateFunction {
  let ajv: Ajv2020 | undefined
  return (name) => {
    ajv ??= schemaNames().reduce(
      (all, each) => all.addSchema(readSchema(each)),
      new Ajv2020({ ...strict, ...options }),
    )
    const validate = ajv.getSchema(schemaBase + name)
    if (!validate) throw new Error(`There is no schema ${name}`)
    return validate as ValidateFunction
  }
}

const asSent = prepare({})
/** The same again, going on after the first violation: only for telling a client what was wrong. */
const asSentInFull = prepare({ allErrors: true })
/** Paths and queries arrive as text; only there may "50" become 50. */
const asTyped = prepare({ coerceTypes: true, useDefaults: true, allErrors: true })

/** Ajv joins its lists of violations in quadratic time: of a greater message only the first one is told. */
const mostValuesInFull = 4_000

function isWithin(value: unknown, most: number): boolean {
  let left = most
  const isCounted = (each: unknown): boolean =>
    --left >= 0 && (typeof each !== 'object' || each === null || Object.values(each).every(isCounted))
  return isCounted(value)
}

function refuse(errors: readonly ErrorObject[]): never {
  const unprintable = onlyUnprintable(errors)
  const refusal = unprintable ? notPrintable : doesNotMatch
  const faults = faultsOf(unprintable ?? errors)
  const [first] = faults
  if (first === undefined) throw refusal(refusal.definition.title)
  const place = first.pointer === '' ? '' : `${first.pointer}: `
  const { detail: said } = first
  const detail = typeof said === 'string' ? place + said : { en: place + said.en, zh: place + said.zh }
  throw refusal(detail, {}, { errors: faults, pointer: first.pointer })
}

/** Unknown until it has passed here; known afterwards. */
export function conform<N extends SchemaName>(name: N, value: unknown): SchemaTypes[N] {
  const quick = asSent(name)
  if (quick(value)) return value as SchemaTypes[N]
  const full = isWithin(value, mostValuesInFull) ? asSentInFull(name) : quick
  full(value)
  return refuse(full.errors ?? [])
}

/** As `conform`, for values that arrived as text: they are given their types, and the defaults where absent. */
export function conformText<N extends SchemaName>(
  name: N,
  sent: Readonly<Record<string, string>>,
): SchemaTypes[N] {
  const given: Record<string, unknown> = { ...sent }
  const validate = asTyped(name)
  if (!validate(given)) refuse(validate.errors ?? [])
  for (const [member, text] of Object.entries(sent)) {
    if (typeof given[member] === 'number' && !numberText.test(text)) refuseNumber(member)
  }
  return given as unknown as SchemaTypes[N]
}

/** Ajv takes `0x10`, ` 5` and `1e2` for numbers; one count has one way to be written, and a measure stays a text. */
const numberText = /^-?(?:0|[1-9]\d*)$/

function refuseNumber(member: string): never {
  const detail = {
    en: `${member} must be a whole number in decimal digits`,
    zh: `${member} 必须是十进制整数`,
  }
  const pointer = `/${member}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'wrong-type', detail }] })
}

/** Throws where the schema itself is not sound; a service would find out at the first message. */
export function compiles(name: string): void {
  asSent(name)
  asTyped(name)
}
