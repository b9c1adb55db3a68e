import { readDsi } from './unit/dsi-text.ts'
import type { Unit } from './unit/unit.ts'
import { readSymbols } from './unit/unit-text.ts'
import { unreadableUnit } from './unit/unit.refusals.ts'

const longestText = 120

/** Texts that were understood. It only saves time: the answer is the same without it. Bounded by `cacheSize`. */
const understood = new Map<string, Unit>()
const cacheSize = 1000

/** Reads a unit in SI symbols, in UCUM or in D-SI; what is not known is refused by its name. */
export function parseUnit(text: string): Unit {
  const known = understood.get(text)
  if (known) return known
  const unit = readUnit(text)
  if (understood.size >= cacheSize) understood.clear()
  understood.set(text, unit)
  return unit
}

function readUnit(text: string): Unit {
  if (text.length > longestText) {
    throw unreadableUnit(`A unit of ${text.length} characters was given; ${longestText} are the most`)
  }
  if (text.trim() === '') throw unreadableUnit('A unit without a name was given; the unit one is written 1')
  if (text.trim().startsWith('|')) return readSymbols(text.trim().slice(1))
  return text.includes('\\') ? readDsi(text) : readSymbols(text)
}
