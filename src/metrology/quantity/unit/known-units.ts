import { customaryUnits } from './customary-units.ts'
import { combineDimensions, type BaseUnit, type Dimension } from './dimension.ts'
import type { NamedUnit } from './named-unit.ts'
import { otherUnits } from './other-units.ts'
import { prefixes, type Prefix } from './prefixes.ts'
import { siUnits } from './si-units.ts'

/** A unit as it is used in a product: 'km' is kilo and metre. */
export interface PrefixedUnit {
  readonly prefix: Prefix | undefined
  readonly unit: NamedUnit
}

export const knownUnits: readonly NamedUnit[] = [...siUnits, ...otherUnits, ...customaryUnits]

/** Every writing of a symbol or code; a symbol wins over a code of another unit. */
const byWriting: ReadonlyMap<string, NamedUnit> = new Map([
  ...knownUnits.flatMap((unit) => (unit.ucum ? [[unit.ucum, unit] as const] : [])),
  ...knownUnits.flatMap((unit) => unit.aliases.map((alias) => [alias, unit] as const)),
  ...knownUnits.map((unit) => [unit.symbol, unit] as const),
])

/** Two units share a name only where the first is the better answer (\one is 1, not a turn). */
const byDsiName: ReadonlyMap<string, NamedUnit> = new Map(
  knownUnits.toReversed().flatMap((unit) => unit.dsi.map((name) => [name, unit] as const)),
)

const prefixByWriting: ReadonlyMap<string, Prefix> = new Map(
  prefixes.flatMap((prefix) => [prefix.symbol, ...prefix.aliases].map((text) => [text, prefix] as const)),
)

const prefixByDsiName: ReadonlyMap<string, Prefix> = new Map(prefixes.map((prefix) => [prefix.dsi, prefix]))

export const takesPrefix = (unit: NamedUnit, { base }: Prefix): boolean =>
  base === 10 ? unit.prefixes !== 'none' : unit.prefixes === 'binary'

/** The unit written so: a whole symbol first (min is no milli-inch), then a prefix and a symbol. */
export function unitWritten(text: string): PrefixedUnit | undefined {
  const whole = byWriting.get(text)
  if (whole) return { prefix: undefined, unit: whole }
  for (const length of [1, 2]) {
    const prefix = prefixByWriting.get(text.slice(0, length))
    const unit = byWriting.get(text.slice(length))
    if (prefix && unit && takesPrefix(unit, prefix)) return { prefix, unit }
  }
  return undefined
}

export const isSiUnit = (unit: NamedUnit): boolean => siUnits.includes(unit)
export const unitNamed = (dsiName: string): NamedUnit | undefined => byDsiName.get(dsiName)
export const prefixNamed = (dsiName: string): Prefix | undefined => prefixByDsiName.get(dsiName)

/** One member of a product such as "kg m2 s-2", the form in which the tables state what a unit is made of. */
export interface Member {
  readonly symbol: string
  readonly exponent: number
}

export function membersOf(product: string): readonly Member[] {
  const parts = product === '' ? [] : product.split(' ')
  return parts.map((part) => {
    const [, symbol = part, exponent = '1'] = /^(\D+?)(-?\d+)?$/.exec(part) ?? []
    return { symbol, exponent: Number(exponent) }
  })
}

/** The dimension of a named unit; a unit that is its own only member is a base unit. */
export function dimensionOf(unit: NamedUnit): Dimension {
  return membersOf(unit.of).reduce<Dimension>((dimension, { symbol, exponent }) => {
    const member = byWriting.get(symbol)
    const isBase = !member || member.of === symbol
    const part: Dimension = isBase ? { [symbol as BaseUnit]: 1 } : dimensionOf(member)
    return combineDimensions(dimension, part, exponent)
  }, {})
}
