import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { convertDifference } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'
import type { CertificateSource, SourceQuantity, SourceResult } from './certificate-source.ts'

/** Units of a certificate that D-SI has no name for, each once, in the order in which they are met. */
export function foreignUnitsOf(source: CertificateSource): readonly Unit[] {
  const quantities = [
    ...source.results.flatMap(unitsOf),
    ...source.environment.map(({ value }) => value.unit),
    ...(source.conditionsOfUse ?? []).flatMap(({ lower, upper }) => stated([lower, upper])),
  ]
  const foreign = [...new Set(quantities)].map(parseUnit).filter(({ dsi }) => dsi.startsWith('|'))
  return [...new Map(foreign.map((unit) => [unit.dsi, unit])).values()]
}

function unitsOf({ unit, point, interval, conformity, budget }: SourceResult): readonly string[] {
  return [
    unit,
    ...stated([point.nominal, ...Object.values(point.parameters ?? {})]),
    ...stated([interval?.lower, interval?.upper, conformity?.limits.lower, conformity?.limits.upper]),
    ...(budget?.lines ?? []).map((line) => line.unit),
  ]
}

const stated = (quantities: readonly (SourceQuantity | undefined)[]): readonly string[] =>
  quantities.flatMap((quantity) => (quantity ? [quantity.unit] : []))

/** What one of it is, so that a reader who does not know its name can compute with it. */
export function definitionOf(unit: Unit): string {
  const base = coherent(unit)
  if (unit.scale.kind === 'logarithmic') {
    return unit.scale.reference === ''
      ? `${unit.symbol}: level`
      : `${unit.symbol}: level in dB above ${unit.scale.reference}`
  }
  if (base.symbol === unit.symbol) return `${unit.symbol}: as the method defines it`
  return `1 ${unit.symbol} = ${convertDifference(1, unit, base)} ${base.symbol}`
}
