import { convertDifference, convertValue } from './convert.ts'
import { isSiUnit, membersOf, unitWritten } from './unit/known-units.ts'
import { parseUnit } from './parse-unit.ts'
import type { ReportedNumber } from './reported-number.ts'
import { productOf, type Factor, type Unit } from './unit/unit.ts'

/** What was worked out once. It only saves time, and holds a unit no longer than its reader does. */
const workedOut = new WeakMap<Unit, Unit>()

/**
 * The unit in which measurement models are computed: the coherent SI unit of each member (bar → Pa, kW·h → W·s,
 * % → 1), except that °C stays °C, because a model states its own zero point, and that a level stays a level.
 */
export function coherent(unit: Unit): Unit {
  const known = workedOut.get(unit)
  if (known) return known
  const found = coherentOf(unit)
  workedOut.set(unit, found)
  return found
}

function coherentOf(unit: Unit): Unit {
  const [first] = unit.factors
  if (!first || unit.scale.kind === 'linear') return productOf(unit.factors.flatMap(coherentFactors))
  if (unit.scale.kind === 'affine') return parseUnit('°C')
  const level = first.unit.symbol === 'B' ? 'dB' : first.unit.symbol
  return parseUnit(level)
}

/** The coherent member of bar is Pa, because a bar is 10⁵ Pa; a watt is its own. */
function coherentFactors({ unit, exponent }: Factor): readonly Factor[] {
  if (isSiUnit(unit)) return [{ unit, prefix: undefined, exponent }]
  return membersOf(unit.of).flatMap((member) => {
    const found = unitWritten(member.symbol)
    return found ? [{ ...found, exponent: member.exponent * exponent }] : []
  })
}

export const toCoherent = (value: ReportedNumber | number, unit: Unit): number =>
  convertValue(value, unit, coherent(unit))

export const fromCoherent = (value: number, unit: Unit): number => convertValue(value, coherent(unit), unit)

export const differenceToCoherent = (difference: ReportedNumber | number, unit: Unit): number =>
  convertDifference(difference, unit, coherent(unit))

export const differenceFromCoherent = (difference: number, unit: Unit): number =>
  convertDifference(difference, coherent(unit), unit)
