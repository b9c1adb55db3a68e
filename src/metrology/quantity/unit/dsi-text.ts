import { prefixNamed, takesPrefix, unitNamed } from './known-units.ts'
import type { NamedUnit } from './named-unit.ts'
import type { Prefix } from './prefixes.ts'
import { readExponent } from './unit-exponent.ts'
import { productOf, type Factor, type Unit } from './unit.ts'
import { unknownUnit, unreadableUnit } from './unit.refusals.ts'

/** A name, or an exponent in braces. Blanks between them are tolerated, inside a name they are not. */
const token = /\s*(?:\\([A-Za-z]+)|\{\s*([^{}\s]+)\s*\})\s*/y

/** Reads `\prefix\name\tothe{n}…`; `\per` inverts everything after it (D-SI 2.2). */
export function readDsi(text: string): Unit {
  const words = tokens(text)
  const factors: Factor[] = []
  let sign = 1
  for (let i = 0; i < words.length;) {
    if (words[i] === 'per') {
      if (sign < 0) throw unreadableUnit(`"${text}" has more than one \\per`, { unit: text })
      sign = -1
      i += 1
      continue
    }
    const { prefix, unit, length } = readName(words, i, text)
    const exponent = words[i + length] === 'tothe' ? exponentAfter(words[i + length + 1], text) : undefined
    factors.push({ prefix, unit, exponent: sign * (exponent ?? 1) })
    i += length + (exponent === undefined ? 0 : 2)
  }
  if (factors.length === 0) throw unreadableUnit(`"${text}" names no unit`, { unit: text })
  return productOf(factors)
}

function tokens(text: string): readonly string[] {
  const found: string[] = []
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match)
      throw unreadableUnit(`"${text}" is not written as a D-SI unit at "${text.slice(at)}"`, { unit: text })
    found.push(match[1] ?? `{${match[2] ?? ''}`)
    at = token.lastIndex
  }
  return found
}

interface Name {
  readonly prefix: Prefix | undefined
  readonly unit: NamedUnit
  readonly length: number
}

function readName(words: readonly string[], at: number, text: string): Name {
  const word = words[at] ?? ''
  const alone = unitNamed(word)
  if (alone) return { prefix: undefined, unit: alone, length: 1 }
  const prefix = prefixNamed(word)
  if (prefix) return { prefix, unit: prefixedUnit(prefix, words[at + 1] ?? '', text), length: 2 }
  if (word === 'tothe' || word.startsWith('{')) {
    throw unreadableUnit(`"${text}" has an exponent where a unit is due`, { unit: text })
  }
  throw unknownUnit(`D-SI has no unit \\${word} ("${text}")`, { unit: text, name: word })
}

function prefixedUnit(prefix: Prefix, word: string, text: string): NamedUnit {
  const unit = unitNamed(word)
  if (!unit && prefixNamed(word)) {
    throw unreadableUnit(`"${text}" has two prefixes on one unit`, { unit: text })
  }
  if (!unit) throw unknownUnit(`D-SI has no unit \\${word} ("${text}")`, { unit: text, name: word })
  if (!takesPrefix(unit, prefix)) {
    throw unreadableUnit(`\\${word} takes no prefix \\${prefix.dsi} ("${text}")`, { unit: text })
  }
  return unit
}

function exponentAfter(word: string | undefined, text: string): number {
  if (!word?.startsWith('{'))
    throw unreadableUnit(`"${text}" has \\tothe without an exponent`, { unit: text })
  return readExponent(word.slice(1), text)
}
