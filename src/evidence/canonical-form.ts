import canonicalize from 'canonicalize'
import { notCanonical } from './evidence.refusals.ts'

/**
 * The one text of a JSON value (RFC 8785), which is what is hashed and signed. Refused is whatever JSON cannot
 * say: `undefined` would vanish and a Date would become text, and the proof would be of something else.
 */
export function canonicalText(value: unknown): string {
  refuseForeign(value, '', 0)
  const text = canonicalize(value)
  if (text === undefined) throw notCanonical('There is nothing to bring into canonical form')
  return text
}

/** Whether a text is the canonical one of what it says: no other blanks, order, escapes or repeated members. */
export function isCanonicalText(text: string): boolean {
  try {
    return canonicalText(JSON.parse(text)) === text
  } catch {
    return false // whatever the fault is: not JSON, or nothing that JSON can say twice alike
  }
}

/** Deeper than any record is; a value that contains itself ends here too. */
const deepest = 64

function refuseForeign(value: unknown, pointer: string, depth: number): void {
  if (depth > deepest)
    throw notCanonical(`The value is nested deeper than ${deepest} levels`, {}, { pointer })
  if (isPlain(value, pointer)) return
  for (const [name, member] of Object.entries(value as object)) {
    requireWellFormed(name, pointer)
    refuseForeign(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1)
  }
}

/** True for a scalar of JSON, false for an array or a plain object; anything else is refused. */
function isPlain(value: unknown, pointer: string): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'string') return requireWellFormed(value, pointer)
  if (typeof value === 'number' && Number.isFinite(value)) return true
  if (typeof value === 'object' && hasOnlyMembers(value)) return false
  const what = typeof value === 'object' ? 'an object of a class' : String(value)
  throw notCanonical(`${what} is no value of JSON`, {}, { pointer })
}

/** A hole in an array reads as undefined, and a class may say something else through toJSON. */
function hasOnlyMembers(value: object): boolean {
  if (Array.isArray(value)) return Object.keys(value).length === value.length
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value)
}

function requireWellFormed(text: string, pointer: string): true {
  if (text.isWellFormed()) return true
  throw notCanonical('A text has half of a surrogate pair', {}, { pointer })
}
