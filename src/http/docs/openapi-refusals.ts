import { doesNotMatch, notPrintable } from '#contract/contract.refusals.ts'
import { readSchema } from '#contract/schema-files.ts'
import { refusalsOf, type RefusalMaker } from '#refusal.ts'
import {
  answerNotKept,
  bodyUnexpected,
  cursorInvalid,
  everywhereByCode,
  expectationUnmet,
  forbiddenCharacter,
  forbiddenMember,
  headersTooLarge,
  ifMatchMalformed,
  ifMatchRequired,
  internal,
  keyMalformed,
  keyMissing,
  keyReused,
  keyUnknown,
  listTooLong,
  noSuchMethod,
  noSuchPath,
  notAcceptable,
  notJson,
  notUtf8,
  numberOutOfRange,
  otherMedia,
  repeatedMember,
  rateExceeded,
  roleMissing,
  tooDeep,
  tooLarge,
  tooMany,
  tooSlow,
  undecodable,
  unreadable,
} from '../http.refusals.ts'
import { inLanguage } from '../language.ts'
import { changes, type Operation } from '../operation.ts'
import { statusOf } from '../problem.ts'
import { referenceTo } from './openapi-schemas.ts'
import type { RefusalNote, ResponseObject } from './openapi-types.ts'

const whateverIsAsked = [doesNotMatch, undecodable, forbiddenCharacter, notAcceptable]
const whateverIsJson = [
  notJson,
  notUtf8,
  repeatedMember,
  forbiddenMember,
  tooDeep,
  tooMany,
  numberOutOfRange,
  tooLarge,
]

/** `db/` defines these, and `http/` knows them by code only. */
const ofTheDatabase = (room: string): readonly RefusalMaker[] =>
  refusalsOf(room).filter(({ definition }) => everywhereByCode.has(definition.code))

function hasCursor({ query }: Operation): boolean {
  const { properties } = query === undefined ? {} : readSchema(query)
  return typeof properties === 'object' && properties !== null && 'cursor' in properties
}

/** What every operation of this shape may refuse beside what it lists. */
function refusedInGeneral(operation: Operation): readonly RefusalMaker[] {
  const { access, body, bytes, ifMatch, method, secret } = operation
  const takesJson = body !== undefined
  const isBare = !takesJson && !bytes && method !== 'get'
  const takesTexts = takesJson || operation.params !== undefined || operation.query !== undefined
  const isKeyed = method === 'post' && changes(operation)
  const conditional: [boolean, readonly RefusalMaker[]][] = [
    [true, [...whateverIsAsked, keyUnknown, rateExceeded]],
    [access !== 'public', [keyMissing, roleMissing]],
    [takesJson || isBare, whateverIsJson],
    [takesTexts, [notPrintable]],
    [isBare, [bodyUnexpected]],
    [takesJson || bytes !== undefined, [otherMedia, tooLarge]],
    [ifMatch === true, [ifMatchRequired, ifMatchMalformed]],
    [hasCursor(operation), [cursorInvalid]],
    [operation.spreadsheet === true, [listTooLong]],
    [method === 'post', [keyMalformed]],
    [isKeyed, [keyReused]],
    [isKeyed && secret === true, [answerNotKept]],
    [changes(operation), ofTheDatabase('record')],
    [true, ofTheDatabase('service')],
  ]
  return conditional.flatMap(([applies, makers]) => (applies ? makers : []))
}

function notesOf(operation: Operation): readonly (RefusalNote & { readonly status: number })[] {
  const own = new Set([...operation.refuses.flat(), ...Object.values(operation.constraints ?? {})])
  return [...new Set([...own, ...refusedInGeneral(operation)])].map((maker) => ({
    code: maker.definition.code,
    title: inLanguage(maker.definition.title, 'en'),
    ...(!own.has(maker) && { general: true as const }),
    status: statusOf[maker.definition.kind],
  }))
}

/** What is refused before an operation is found, or in its stead. */
export const refusalsOutside: readonly (RefusalNote & { readonly status: string })[] = (
  [
    ['404', noSuchPath],
    ['405', noSuchMethod],
    ['400', unreadable],
    ['408', tooSlow],
    ['417', expectationUnmet],
    ['431', headersTooLarge],
    ['500', internal],
  ] as const
).map(([status, { definition }]) => ({
  status,
  code: definition.code,
  title: inLanguage(definition.title, 'en'),
}))

/** Every refusal of an operation under its status; none is ever answered that does not stand here. */
export function problemsOf(operation: Operation): Record<string, ResponseObject> {
  const byStatus = Map.groupBy(notesOf(operation), ({ status }) => status)
  const entries = [...byStatus].map(([status, found]) => {
    const notes = found.map(({ status: _, ...note }) => note)
    const description = notes.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n')
    const content = { 'application/problem+json': { schema: referenceTo('http/problem.json') } }
    return [String(status), { description, content, 'x-refusals': notes }] as const
  })
  return Object.fromEntries(entries.sort(([a], [b]) => Number(a) - Number(b)))
}
