import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { Dimension } from '#metrology/quantity/unit/dimension.ts'
import { equalDimensions } from '#metrology/quantity/unit/dimension.ts'
import type { Unit } from '#metrology/quantity/unit/unit.ts'

/** The derived units that people write out in base units; what else is composed so has no name to compare with. */
const namedUnits = ['Ω', 'V', 'F', 'S', 'H', 'Wb', 'T', 'C', 'W', 'J', 'Pa', 'N'] as const

/**
 * The named unit that a product of base units would be if one of its exponents had the other sign: m²·kg·s⁻³·A² is no ohm.
 * Undefined where the product is a named unit itself, or has too few members to tell.
 */
export function suspectExponent(unit: Unit): string | undefined {
  const isWrittenOut = unit.factors.length >= 4 && unit.factors.every(({ prefix }) => !prefix)
  if (!isWrittenOut || nameOf(unit.dimension) !== undefined) return undefined
  const members = Object.entries(unit.dimension) as readonly [keyof Dimension, number][]
  for (const [base, exponent] of members) {
    const meant = nameOf({ ...unit.dimension, [base]: -exponent })
    if (meant !== undefined) return meant
  }
  return undefined
}

const nameOf = (dimension: Dimension): string | undefined =>
  namedUnits.find((name) => equalDimensions(parseUnit(name).dimension, dimension))
