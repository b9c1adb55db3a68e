import { readText } from './text.ts'
import { pointerTo, refuseAt, skipBlank, unexpected, type Reading } from './reading.ts'
import {
  forbiddenMember,
  notUtf8,
  numberOutOfRange,
  repeatedMember,
  tooDeep,
  tooMany,
} from '../http.refusals.ts'

export const jsonLimits = { depth: 32, members: 20_000, items: 100_000, numberLength: 40 } as const

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** RFC 8259 as a registry needs it: whatever two readers could understand in two ways is refused, with its place. */
export function readJson(bytes: Uint8Array): unknown {
  const reading: Reading = { source: decode(bytes), at: 0, members: 0, items: 0, path: [] }
  skipBlank(reading)
  const value = readValue(reading)
  if (skipBlank(reading) !== '') unexpected(reading)
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw notUtf8('A byte sequence in it is not UTF-8')
  }
}

const words: Readonly<Record<string, { readonly word: string; readonly value: boolean | null }>> = {
  t: { word: 'true', value: true },
  f: { word: 'false', value: false },
  n: { word: 'null', value: null },
}

function readValue(reading: Reading): Json {
  reading.items++
  if (reading.items > jsonLimits.items) refuseAt(reading, tooMany, `More than ${jsonLimits.items} values`)
  const first = reading.source[reading.at] ?? ''
  if (first === '{') return nested(reading, readObject)
  if (first === '[') return nested(reading, readArray)
  if (first === '"') return readText(reading)
  const named = words[first]
  if (named === undefined) return readNumber(reading)
  if (!reading.source.startsWith(named.word, reading.at)) unexpected(reading)
  reading.at += named.word.length
  return named.value
}

function nested<T>(reading: Reading, read: (reading: Reading) => T): T {
  if (reading.path.length >= jsonLimits.depth) {
    refuseAt(reading, tooDeep, {
      en: `Nested more than ${jsonLimits.depth} deep`,
      zh: `嵌套超过 ${jsonLimits.depth} 层`,
    })
  }
  reading.at++
  return read(reading)
}

function readArray(reading: Reading): Json[] {
  const items: Json[] = []
  if (skipBlank(reading) === ']') {
    reading.at++
    return items
  }
  for (;;) {
    reading.path.push(items.length)
    skipBlank(reading)
    items.push(readValue(reading))
    reading.path.pop()
    if (ends(reading, ']')) return items
  }
}

function readObject(reading: Reading): { [name: string]: Json } {
  const object: { [name: string]: Json } = {}
  if (skipBlank(reading) === '}') {
    reading.at++
    return object
  }
  for (;;) {
    const name = readName(reading, object)
    reading.path.push(name)
    object[name] = readValue(reading)
    reading.path.pop()
    if (ends(reading, '}')) return object
  }
}

function readName(reading: Reading, object: object): string {
  if (skipBlank(reading) !== '"') unexpected(reading)
  const name = readText(reading)
  reading.members++
  if (reading.members > jsonLimits.members)
    refuseAt(reading, tooMany, `More than ${jsonLimits.members} members`)
  if (name === '__proto__') refuseAt(reading, forbiddenMember, 'No member may be called __proto__')
  if (Object.hasOwn(object, name)) {
    const place = pointerTo([...reading.path, name])
    refuseAt(reading, repeatedMember, { en: `${place} stands twice`, zh: `${place} 重复出现` })
  }
  if (skipBlank(reading) !== ':') unexpected(reading)
  reading.at++
  skipBlank(reading)
  return name
}

/** After a value: a comma goes on, the closing bracket ends, anything else is an error. */
function ends(reading: Reading, closing: string): boolean {
  const found = skipBlank(reading)
  if (found !== closing && found !== ',') unexpected(reading)
  reading.at++
  return found === closing
}

const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** A double holds it: not infinite, not rounded away to zero, no integer that comes back as another. A negative zero is zero. */
function readNumber(reading: Reading): number {
  numberText.lastIndex = reading.at
  const written = numberText.exec(reading.source)?.[0]
  if (written === undefined) return unexpected(reading)
  const refused = (why: string) => refuseAt(reading, numberOutOfRange, `${written.slice(0, 50)}: ${why}`)
  if (written.length > jsonLimits.numberLength) refused(`longer than ${jsonLimits.numberLength} characters`)
  const value = Number(written)
  if (!Number.isFinite(value)) refused('greater than any double')
  if (value === 0 && /[1-9]/.test(written.split(/e/i)[0] ?? '')) refused('smaller than any double')
  if (value !== 0 && !/[.e]/i.test(written) && String(value) !== written)
    refused('an integer that no double holds; send it as a text')
  reading.at += written.length
  return value === 0 ? 0 : value
}
