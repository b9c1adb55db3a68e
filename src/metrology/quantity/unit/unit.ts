import { combineDimensions, exactExponent, type Dimension } from './dimension.ts'
import { dimensionOf, unitWritten, type PrefixedUnit } from './known-units.ts'
import type { Scale } from './named-unit.ts'
import type { Prefix } from './prefixes.ts'
import { equalRationals, one, parseRational, powerOf, times, type Rational } from '../rational.ts'
import { dsiForm, symbolForm, ucumForm } from './unit-forms.ts'
import { unreadableUnit } from './unit.refusals.ts'

/** One member of a product of units. */
export interface Factor extends PrefixedUnit {
  readonly exponent: number
}

/** A unit that was understood: its writings, and its size in the coherent unit of its dimension. */
export interface Unit {
  /** As the SI Brochure writes it: kg·m/s². */
  readonly symbol: string
  /** As D-SI writes it; what D-SI does not know stands behind a bar: |psi. */
  readonly dsi: string
  readonly ucum: string | undefined
  readonly dimension: Dimension
  readonly scale: Scale
  /** How many coherent units a difference of one of this unit is. */
  readonly factor: Rational
  /** False where a measured constant of nature is part of the factor. */
  readonly exact: boolean
  readonly quantityKind: string | undefined
  readonly factors: readonly Factor[]
}

/** The product of `factors` and of a pure number such as 10⁻⁶. */
export function productOf(stated: readonly Factor[], number: Rational = one): Unit {
  const factors = merged(stated)
  const single = factors.length === 1 && equalRationals(number, one) ? factors[0] : undefined
  const alone = single?.exponent === 1 ? single.unit : undefined
  const scale: Scale = alone?.scale ?? { kind: 'linear' }
  if (!alone) refuseReferencedLevels(factors)
  return {
    symbol: symbolForm(factors, number),
    dsi: dsiForm(factors, number),
    ucum: ucumForm(factors, number),
    dimension: factors.reduce<Dimension>(
      (product, { unit, exponent }) => combineDimensions(product, dimensionOf(unit), exponent),
      {},
    ),
    scale,
    factor: factors.reduce((product, factor) => times(product, sizeOf(factor)), number),
    exact: factors.every(({ unit }) => unit.exact),
    quantityKind: alone?.quantityKind,
    factors,
  }
}

const sizeOf = ({ prefix, unit, exponent }: Factor): Rational =>
  powerOf(times(unit.factor, multipleOf(prefix)), exponent)

export function multipleOf(prefix: Prefix | undefined): Rational {
  if (!prefix) return one
  return powerOf(parseRational(String(prefix.base)), prefix.exponent)
}

/** µV/V keeps both, m·m becomes m², and 1 stands only where nothing else does. */
function merged(stated: readonly Factor[]): readonly Factor[] {
  const byUnit = new Map<string, Factor>()
  for (const factor of stated.map(named)) {
    const key = `${factor.prefix?.symbol ?? ''} ${factor.unit.symbol}`
    const exponent = exactExponent((byUnit.get(key)?.exponent ?? 0) + factor.exponent)
    byUnit.set(key, { ...factor, exponent })
  }
  return [...byUnit.values()].filter(({ unit, exponent }) => exponent !== 0 && unit.symbol !== '1')
}

/** Deci and bel are the decibel, kilo and gram the kilogram: one unit has one writing. */
function named(factor: Factor): Factor {
  const composed = `${factor.prefix?.symbol ?? ''}${factor.unit.symbol}`
  const whole = composed === 'dB' || composed === 'kg' ? unitWritten(composed) : undefined
  return whole ? { ...whole, exponent: factor.exponent } : factor
}

/** dBm/m has no meaning: the reference of a level does not survive a product. dB/m and mV/[pH] are differences. */
function refuseReferencedLevels(factors: readonly Factor[]): void {
  for (const { unit } of factors) {
    if (unit.scale.kind === 'logarithmic' && unit.of === 'dB' && unit.scale.reference !== '') {
      throw unreadableUnit(`${unit.symbol} is a level above a reference and cannot be part of a product`)
    }
  }
}
