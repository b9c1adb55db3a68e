import { parseDecimal, powerOfTen, type Decimal } from './decimal.ts'
import { equalDimensions } from './unit/dimension.ts'
import { numberOutOfRange, numberUnderflows } from './quantity.refusals.ts'
import { minus, over, plus, rationalOf, times, toDouble, zero, type Rational } from './rational.ts'
import { reportedNumber, type ReportedNumber } from './reported-number.ts'
import type { Unit } from './unit/unit.ts'
import { otherDimension, otherKind } from './unit/unit.refusals.ts'

/** Necessary for two quantities to be of one kind and never sufficient: N·m is no J (VIM 1.2, note 2). */
export const sameDimension = (a: Unit, b: Unit): boolean => equalDimensions(a.dimension, b.dimension)

/** The same value in another unit: 20 °C is 293.15 K. Computed on the decimal digits and rounded once. */
export function convertValue(x: ReportedNumber | number, from: Unit, to: Unit): number {
  if (from.symbol === to.symbol && typeof x === 'number') return x
  if (from.scale.kind === 'linear' && to.scale.kind === 'linear') return convertDifference(x, from, to)
  return toFiniteDouble(exactValue(x, from, to))
}

/** The same difference, deviation or uncertainty in another unit: 0.02 °C is 0.02 K. */
export function convertDifference(x: ReportedNumber | number, from: Unit, to: Unit): number {
  if (from.symbol === to.symbol && typeof x === 'number') return x
  refuseOtherDimension(from, to)
  return toFiniteDouble(scaled(statedDecimal(x), from.factor, to.factor))
}

/** Exact, and not in lowest terms: what is rounded at once need not be, and finding the divisor takes longer than the rest. */
function scaled({ coefficient, exponent }: Decimal, from: Rational, to: Rational): Rational {
  const power = powerOfTen(Math.abs(exponent))
  return {
    numerator: coefficient * from.numerator * to.denominator * (exponent > 0 ? power : 1n),
    denominator: from.denominator * to.numerator * (exponent < 0 ? power : 1n),
  }
}

export function exactValue(x: ReportedNumber | number, from: Unit, to: Unit): Rational {
  refuseOtherDimension(from, to)
  refuseOtherReference(from, to)
  const coherent = plus(times(statedDigits(x), from.factor), offsetOf(from))
  return over(minus(coherent, offsetOf(to)), to.factor)
}

export function exactDifference(x: ReportedNumber | number, from: Unit, to: Unit): Rational {
  refuseOtherDimension(from, to)
  return over(times(statedDigits(x), from.factor), to.factor)
}

/** What was stated or printed, digit by digit; of a double its shortest decimal form. */
const statedDigits = (x: ReportedNumber | number): Rational => rationalOf(statedDecimal(x))

function statedDecimal(x: ReportedNumber | number): Decimal {
  const text = typeof x === 'number' && Number.isFinite(x) ? String(x) : reportedNumber(x)
  return parseDecimal(text) ?? { coefficient: 0n, exponent: 0 }
}

const offsetOf = ({ scale }: Unit): Rational => (scale.kind === 'linear' ? zero : scale.offset)

export function toFiniteDouble(exact: Rational): number {
  const value = toDouble(exact)
  if (!Number.isFinite(value)) throw numberOutOfRange('The converted number is larger than any double')
  if (value === 0 && exact.numerator !== 0n) {
    throw numberUnderflows('The converted number is not zero, but smaller than any double')
  }
  return value
}

function refuseOtherDimension(from: Unit, to: Unit): void {
  const facts = { from: from.symbol, to: to.symbol }
  if (!sameDimension(from, to)) {
    throw otherDimension(
      {
        en: `${from.symbol} and ${to.symbol} measure quantities of different dimension`,
        zh: `${from.symbol}与${to.symbol}的量纲不同`,
      },
      facts,
    )
  }
  if (from.quantityKind && to.quantityKind && from.quantityKind !== to.quantityKind) {
    throw otherKind(
      `${from.symbol} is a unit of ${from.quantityKind}, ${to.symbol} is one of ${to.quantityKind}`,
      facts,
    )
  }
}

/** A level above 1 mW and one above 1 V are different quantities, and neither is a mere ratio. */
function refuseOtherReference(from: Unit, to: Unit): void {
  if (referenceOf(from) === referenceOf(to)) return
  throw otherKind(`${from.symbol} and ${to.symbol} are levels above different references`, {
    from: from.symbol,
    to: to.symbol,
  })
}

const referenceOf = ({ scale }: Unit): string => (scale.kind === 'logarithmic' ? scale.reference : '')
