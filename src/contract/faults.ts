import type { ErrorObject } from 'ajv'
import { codeName, unprintableIn } from '#fonts/printable.ts'
import type { Fault, Wording } from '#refusal.ts'

type Params = Readonly<Record<string, unknown>>
type Speaker = (params: Params, value?: unknown) => { readonly code: string; readonly detail: Wording }

const said = (code: string, en: string, zh: string) => ({ code, detail: { en, zh } })
const list = (values: unknown) =>
  Array.isArray(values) ? values.map((v) => JSON.stringify(v)).join(', ') : ''

/** A name that a stranger chose, as long as a person would read it. */
const short = (name: unknown): string => {
  const text = String(name)
  return text.length <= longestName ? text : `${text.slice(0, longestName).toWellFormed()}…`
}
const longestName = 100

const bound: Speaker = ({ comparison, limit }) =>
  said('out-of-range', `must be ${comparison} ${limit}`, `必须 ${comparison} ${limit}`)
const unknownMember = (name: unknown) =>
  said(
    'unknown-member',
    `"${short(name)}" is not a member this request may have`,
    `不允许成员"${short(name)}"`,
  )

const formatNames: Readonly<Record<string, readonly [string, string]>> = {
  'date-time': [
    'a time of RFC 3339 with its zone, like 2026-03-02T08:30:00+08:00',
    'RFC 3339 时间,须带时区,例如 2026-03-02T08:30:00+08:00',
  ],
  date: ['a day of the calendar, like 2026-03-02', '日历中存在的日期,例如 2026-03-02'],
  uuid: ['a UUID in small letters', '小写的 UUID'],
  duration: ['a duration of ISO 8601, like P1Y', 'ISO 8601 时长,例如 P1Y'],
  uri: ['a URI', 'URI'],
  email: ['an e-mail address', '电子邮件地址'],
}

/** Named by itself and by its code point: of two that look alike one may have no shape here. */
function unprintable(text: string) {
  const character = unprintableIn(text) ?? ''
  const name = `"${character}" (${codeName(character)})`
  return said(
    'not-printable',
    `has ${name}, which the typefaces of certificates do not have`,
    `含有字符${name}，证书所用字体没有此字形`,
  )
}

const speakers: Readonly<Record<string, Speaker>> = {
  required: ({ missingProperty: name }) =>
    said('missing-member', `"${name}" is missing`, `缺少成员"${name}"`),
  additionalProperties: ({ additionalProperty: name }) => unknownMember(name),
  unevaluatedProperties: ({ unevaluatedProperty: name }) => unknownMember(name),
  type: ({ type }) => said('wrong-type', `must be of type ${type}`, `类型必须是 ${type}`),
  enum: ({ allowedValues }) =>
    said('not-listed', `must be one of ${list(allowedValues)}`, `必须是 ${list(allowedValues)} 之一`),
  const: ({ allowedValue: v }) =>
    said('not-listed', `must be ${JSON.stringify(v)}`, `必须是 ${JSON.stringify(v)}`),
  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: ({ multipleOf: m }) => said('out-of-range', `must be a multiple of ${m}`, `必须是 ${m} 的倍数`),
  minLength: ({ limit }) =>
    said('too-short', `must have at least ${limit} characters`, `至少 ${limit} 个字符`),
  maxLength: ({ limit }) => said('too-long', `must have at most ${limit} characters`, `最多 ${limit} 个字符`),
  minItems: ({ limit }) => said('too-few', `must have at least ${limit} items`, `至少 ${limit} 项`),
  maxItems: ({ limit }) => said('too-many', `must have at most ${limit} items`, `最多 ${limit} 项`),
  minProperties: ({ limit }) =>
    said('too-few', `must have at least ${limit} members`, `至少 ${limit} 个成员`),
  maxProperties: ({ limit }) =>
    said('too-many', `must have at most ${limit} members`, `最多 ${limit} 个成员`),
  uniqueItems: () => said('repeated', 'must not have the same item twice', '不得有重复项'),
  pattern: ({ pattern }) => said('wrong-form', `must match ${pattern}`, `必须匹配 ${pattern}`),
  format: ({ format }, value) => {
    if (format === 'printable') return unprintable(String(value))
    const [en, zh] = formatNames[String(format)] ?? [String(format), String(format)]
    return said('wrong-form', `must be ${en}`, `必须是${zh}`)
  },
  propertyNames: ({ propertyName: n }) =>
    said('wrong-name', `"${short(n)}" is not a possible name here`, `"${short(n)}" 不是允许的名称`),
  dependentRequired: ({ property, missingProperty: m }) =>
    said('missing-member', `"${property}" needs "${m}" beside it`, `有"${property}"时必须有"${m}"`),
  oneOf: () =>
    said('no-alternative', 'must match exactly one of the alternatives', '必须恰好符合其中一种形式'),
  anyOf: () => said('no-alternative', 'must match one of the alternatives', '必须符合其中一种形式'),
  not: () => said('not-allowed', 'is a combination that is not allowed', '不允许这种组合'),
}

/** RFC 6901: the member itself, where the schema speaks of a member of the object it looks at. */
function pointerOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params as Params
  const member = missingProperty ?? additionalProperty ?? unevaluatedProperty
  if (member === undefined) return error.instancePath
  return `${error.instancePath}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Says nothing more than another fault at the same or a deeper place. */
const onlyFrames = new Set(['if', 'contains', 'false schema'])

const mostFaults = 50

/** Every violation, each with its place, without repetition. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  const faults = new Map<string, Fault>()
  for (const error of errors) {
    if (faults.size === mostFaults) break
    if (onlyFrames.has(error.keyword) && errors.length > 1) continue
    const speaker = speakers[error.keyword]
    const { code, detail } = speaker
      ? speaker(error.params, error.data)
      : said(error.keyword, error.message ?? '', error.message ?? '')
    const pointer = pointerOf(error).slice(0, 1000)
    const key = JSON.stringify([pointer, code, detail])
    if (!faults.has(key)) faults.set(key, { pointer, code, detail })
  }
  return [...faults.values()]
}

const isUnprintable = ({ keyword, params }: ErrorObject): boolean =>
  keyword === 'format' && (params as Params)['format'] === 'printable'

/**
 * The violations of texts that are as they should be but for a character that cannot be printed; undefined where anything
 * else is wrong. A text that may stand in several forms is then also told to be none of the others: that is no other fault.
 */
export function onlyUnprintable(errors: readonly ErrorObject[]): ErrorObject[] | undefined {
  const unprintables = errors.filter(isUnprintable)
  const isAbove = (path: string) => unprintables.some(({ instancePath }) => instancePath.startsWith(path))
  const isNoise = ({ keyword, instancePath }: ErrorObject) =>
    (keyword === 'type' || keyword === 'anyOf' || keyword === 'oneOf') && isAbove(instancePath)
  const isOnly = errors.every((error) => isUnprintable(error) || isNoise(error))
  return unprintables.length > 0 && isOnly ? unprintables : undefined
}
