import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import { doesNotMatch } from './contract.refusals.ts'
import { faultsOf } from './faults.ts'
import { formats } from './formats.ts'
import { readSchema, schemaBase, schemaNames } from './schema-files.ts'
import type { SchemaName, SchemaTypes } from './types.ts'

/** `ownProperties`: without it `required: ["constructor"]` is met by `{}`. */
const strict: Options = {
  strict: true,
  strictRequired: false,
  allErrors: true,
  ownProperties: true,
  allowMatchingProperties: true,
  messages: true,
  formats: { ...formats },
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
/** Paths and queries arrive as text; only there may "50" become 50. */
const asTyped = prepare({ coerceTypes: true, useDefaults: true })

function check<N extends SchemaName>(validator: (name: string) => ValidateFunction, name: N, value: unknown) {
  const validate = validator(name)
  if (validate(value)) return value as SchemaTypes[N]
  const errors = faultsOf(validate.errors ?? [])
  const [first] = errors
  const place = first?.pointer === '' ? '' : `${first?.pointer}: `
  const said = first?.detail
  const detail =
    said === undefined || typeof said === 'string'
      ? `${place}${said ?? ''}`
      : { en: `${place}${said.en}`, zh: `${place}${said.zh}` }
  throw doesNotMatch(detail, {}, { errors, ...(first && { pointer: first.pointer }) })
}

/** Unknown until it has passed here; known afterwards. */
export const conform = <N extends SchemaName>(name: N, value: unknown): SchemaTypes[N] =>
  check(asSent, name, value)

/** As `conform`, for values that arrived as text: they are given their types, and the defaults where absent. */
export function conformText<N extends SchemaName>(
  name: N,
  sent: Readonly<Record<string, string>>,
): SchemaTypes[N] {
  const given: Record<string, unknown> = { ...sent }
  const typed = check(asTyped, name, given)
  for (const [member, text] of Object.entries(sent)) {
    if (typeof given[member] === 'number' && !numberText.test(text)) refuseNumber(member)
  }
  return typed
}

/** Ajv takes `0x10` and ` 5` for numbers; one number has one way to be written. */
const numberText = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function refuseNumber(member: string): never {
  const detail = { en: `${member} must be a number in decimal digits`, zh: `${member} 必须是十进制数` }
  const pointer = `/${member}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'wrong-type', detail }] })
}

/** Throws where the schema itself is not sound; a service would find out at the first message. */
export function compiles(name: string): void {
  asSent(name)
  asTyped(name)
}
