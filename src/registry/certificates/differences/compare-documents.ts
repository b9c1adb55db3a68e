import type { CertificateDifference } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { wordsOf } from './word-difference.ts'

/** What differs between any two versions and says nothing about what was measured or stated. */
const beside = new Set(['number', 'version', 'issued', 'signatures', 'change', 'sha256'])
/** Members that are compared whole and named without their content: computed figures by the hundred. */
const namedOnly = new Set(['budget', 'traceability'])
/** By which member the elements of an array are told apart, where they have one. */
const keys = ['code', 'quantity', 'symbol', 'sha256'] as const
const longest = 2000
const mostDifferences = 2000

type Json = unknown
type Kind = CertificateDifference['kind']

/** ISO/IEC 17025:2017, 7.8.8.1: every change of a certificate is identified. In the order of the newer document. */
export function compareDocuments(before: object, after: object): readonly CertificateDifference[] {
  const found: CertificateDifference[] = []
  compareMembers(withoutFrame(before), withoutFrame(after), '', found)
  return found.slice(0, mostDifferences)
}

/** In one order of members, so that equal texts are equal contents. */
const withoutFrame = (document: object): object =>
  JSON.parse(
    canonicalText(Object.fromEntries(Object.entries(document).filter(([member]) => !beside.has(member)))),
  ) as object

function compare(before: Json, after: Json, pointer: string, found: CertificateDifference[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  const name = pointer.slice(pointer.lastIndexOf('/') + 1)
  if (namedOnly.has(name)) found.push(difference('changed', pointer))
  else if (Array.isArray(before) && Array.isArray(after)) compareElements(before, after, pointer, found)
  else if (isObject(before) && isObject(after)) compareMembers(before, after, pointer, found)
  else found.push(difference('changed', pointer, before, after))
}

function compareMembers(
  before: object,
  after: object,
  pointer: string,
  found: CertificateDifference[],
): void {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  for (const name of new Set([...fresh.keys(), ...old.keys()])) {
    const at = `${pointer}/${escaped(name)}`
    if (!old.has(name)) found.push(difference('added', at, undefined, fresh.get(name)))
    else if (!fresh.has(name)) found.push(difference('removed', at, old.get(name)))
    else compare(old.get(name), fresh.get(name), at, found)
  }
}

/** Results are the same results by their code, wherever they stand; what has no name is compared by its place. */
function compareElements(
  before: readonly Json[],
  after: readonly Json[],
  pointer: string,
  found: CertificateDifference[],
): void {
  const nameOf = (element: Json, index: number) => elementName(element) ?? `#${index}`
  const old = new Map(before.map((element, index) => [nameOf(element, index), { element, index }]))
  const fresh = new Map(after.map((element, index) => [nameOf(element, index), { element, index }]))
  for (const [name, { element, index }] of fresh) {
    const former = old.get(name)
    if (former) compare(former.element, element, `${pointer}/${index}`, found)
    else found.push(difference('added', `${pointer}/${index}`, undefined, element))
  }
  for (const [name, { element, index }] of old) {
    if (!fresh.has(name)) found.push(difference('removed', `${pointer}/${index}`, element))
  }
}

function elementName(element: Json): string | undefined {
  if (!isObject(element)) return undefined
  const members = element as Readonly<Record<string, unknown>>
  const key = keys.find((one) => typeof members[one] === 'string')
  return key === undefined ? undefined : String(members[key])
}

function difference(kind: Kind, pointer: string, before?: Json, after?: Json): CertificateDifference {
  const isLong = JSON.stringify([before, after]).length > longest
  const [old, fresh] = isLong ? [undefined, undefined] : [before, after]
  return {
    pointer: pointer.slice(0, 1000),
    kind,
    ...(old !== undefined && { before: old as never }),
    ...(fresh !== undefined && { after: fresh as never }),
    words: wordsOf(kind, pointer, old, fresh),
  }
}

const isObject = (value: Json): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
