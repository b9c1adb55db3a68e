import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { parseRational, times, toDouble } from '#metrology/quantity/rational.ts'
import { pi } from '#metrology/quantity/unit/named-unit.ts'
import { prefixNamed, unitNamed } from '#metrology/quantity/unit/known-units.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'
import { Refusal } from '#refusal.ts'

const shared = '../shared'
const isAbsent = !existsSync(`${shared}/dcc/units/dsi-units.json`)
if (isAbsent) console.warn('The published unit tables of ../shared are absent: not compared with ours')

const read = <T>(path: string): T => JSON.parse(readFileSync(`${shared}/${path}`, 'utf8')) as T

function unitOrRefusal(text: string): Unit | Refusal {
  try {
    return parseUnit(text)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const factorOf = (text: string): number => {
  const [constant, below] = text.split('/')
  if (constant !== 'PI') return toDouble(parseRational(text))
  return toDouble(times(parseRational(pi), parseRational(`1/${below}`)))
}

interface PublishedUnit {
  readonly dsi: string
  readonly ucum: string | null
  readonly symbol: string
  readonly dimension: Record<string, number>
  readonly factor: string
  readonly prefix: 'si' | 'binary' | 'none'
  readonly scale: 'ratio' | 'interval' | 'log'
  readonly importAliases: readonly string[]
}

describe.skipIf(isAbsent)('the published table of D-SI units', () => {
  const { units, prefixes } = isAbsent
    ? { units: [], prefixes: [] }
    : read<{
        units: PublishedUnit[]
        prefixes: { dsi: string; symbol: string; ucum: string; power10?: number; power2?: number }[]
      }>('dcc/units/dsi-units.json')

  it('states the dimension and the factor that we compute with', () => {
    for (const { dsi, dimension, factor, scale } of units.filter(({ scale }) => scale !== 'log')) {
      const unit = parseUnit(dsi)
      expect([dsi, unit.dimension]).toEqual([dsi, dimension])
      // The reduced Planck constant is printed there with 16 digits; all other factors agree to the last bit.
      expect(toDouble(unit.factor) / factorOf(factor)).toBeCloseTo(1, 15)
      expect(unit.scale.kind).toBe(scale === 'interval' ? 'affine' : 'linear')
    }
  })

  it('calls the same units logarithmic', () => {
    for (const { dsi, scale } of units) {
      expect([dsi, parseUnit(dsi).scale.kind === 'logarithmic']).toEqual([dsi, scale === 'log'])
    }
  })

  it('gives UCUM codes that we read as the same unit, and write again', () => {
    for (const { dsi, ucum } of units) {
      if (ucum === null) continue
      expect([dsi, toDouble(parseUnit(ucum).factor)]).toEqual([dsi, toDouble(parseUnit(dsi).factor)])
      expect([dsi, parseUnit(dsi).ucum]).toEqual([dsi, ucum])
    }
  })

  it('gives spellings of real files that we read, and allows the prefixes that we allow', () => {
    for (const { dsi, importAliases, prefix } of units) {
      for (const alias of importAliases) expect(parseUnit(alias).symbol).toBe(parseUnit(dsi).symbol)
      const ours = unitNamed(dsi.slice(1))?.prefixes
      const known: Record<string, string> = { '°C': 'si', u: 'none' } // the SI Brochure lets m°C pass
      expect([dsi, ours]).toEqual([dsi, known[parseUnit(dsi).symbol] ?? prefix])
    }
  })

  it('states the prefixes that we know', () => {
    for (const { dsi, ucum, power10, power2 } of prefixes) {
      const ours = prefixNamed(dsi.slice(1))
      expect([dsi, ours?.ucum, ours?.exponent]).toEqual([dsi, ucum, power10 ?? power2])
    }
  })
})

const isUsable = ({ class: classes }: { class: string[] }) => classes.some((name) => name !== 'improvable')

describe.skipIf(isAbsent)('the unit strings of the D-SI example sets', () => {
  const strings = isAbsent ? [] : read<{ unit: string; class: string[] }[]>('dcc/units/dsi-unit-strings.json')

  it('are understood in every class that a certificate may use', () => {
    const refused = strings.filter((s) => isUsable(s) && unitOrRefusal(s.unit) instanceof Refusal)
    expect(refused).toEqual([])
  })

  it('are understood or refused for a reason where they are improvable', () => {
    const improvable = strings.filter((s) => !isUsable(s))
    const reasons = improvable.map(({ unit }) => unitOrRefusal(unit)).filter((r) => r instanceof Refusal)
    expect(improvable.length).toBeGreaterThan(50)
    expect(reasons.every(({ definition }) => definition.code.startsWith('unit.'))).toBe(true)
  })
})

describe.skipIf(isAbsent)('the units database of the measurand taxonomy', () => {
  const xml = isAbsent ? '' : readFileSync(`${shared}/taxonomy/UOM_Database.xml`, 'utf8')
  /** Faults of that database: a factor of 1000 lost, a short ton by the symbol of the tonne, six digits of a pound. */
  const faults = ['MΩ/Ω', 't', 'lb/h']
  const compared: { symbol: string; theirs: number; ours: number }[] = []

  for (const uom of xml.split('<uom:UOM ').slice(1)) {
    const base = /symbol="([^"]*)"/.exec(uom.slice(0, uom.indexOf('>')))?.[1] ?? ''
    const reference = unitOrRefusal(base === '' ? '1' : base)
    for (const [, head = '', converter = ''] of uom.matchAll(
      /<uom:Alternative ([^>]*)>\s*<uom:LinearConverter ([^>]*)\/>/g,
    )) {
      const symbol = /symbol="([^"]*)"/.exec(head)?.[1] ?? ''
      const scale = Number(/ScaleFactor="([^"]*)"/.exec(converter)?.[1])
      const unit = unitOrRefusal(symbol)
      if (unit instanceof Refusal || reference instanceof Refusal) continue
      const same = JSON.stringify(unit.dimension) === JSON.stringify(reference.dimension)
      if (same)
        compared.push({ symbol, theirs: scale * toDouble(reference.factor), ours: toDouble(unit.factor) })
    }
  }

  it('has the factors that we have, where both know the unit', () => {
    expect(compared.length).toBeGreaterThan(150)
    const differing = compared.filter(({ theirs, ours }) => Math.abs(theirs / ours - 1) > 1e-6)
    expect(differing.map(({ symbol }) => symbol)).toEqual(faults)
  })
})
