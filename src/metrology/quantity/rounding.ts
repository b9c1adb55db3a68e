import {
  decimalOf,
  leadingExponent,
  magnitudeOf,
  parseDecimal,
  plainText,
  powerOfTen,
  roundDecimal,
  type Decimal,
} from './decimal.ts'
import { notANumber, uncertaintyNotPositive } from './quantity.refusals.ts'
import { reportedNumber, type ReportedNumber } from './reported-number.ts'

/** A result as it stands on a certificate: both numbers end at the same decimal place. */
export interface RoundedResult {
  readonly value: ReportedNumber
  readonly expandedUncertainty: ReportedNumber
}

/**
 * U to two significant digits and the value to the same last digit (GUM 7.2.6; ILAC-P14:09/2020, 5.4).
 * Rounded is the shortest decimal form of the double, so that 0.125 mg is a half as it is on paper.
 * An uncertainty of exactly zero has no digits to round to: the value is then given as it is.
 */
export function roundForCertificate(value: number, expandedUncertainty: number): RoundedResult {
  if (!Number.isFinite(value)) throw notANumber(`${value} cannot be reported`)
  if (!Number.isFinite(expandedUncertainty) || expandedUncertainty < 0) {
    throw uncertaintyNotPositive(`An expanded uncertainty of ${expandedUncertainty} cannot be reported`)
  }
  if (expandedUncertainty === 0) return { value: plainText(decimalOf(value)), expandedUncertainty: '0' }
  const rounded = roundUncertainty(decimalOf(expandedUncertainty), 2)
  return {
    value: plainText(roundDecimal(decimalOf(value), rounded.exponent)),
    expandedUncertainty: plainText(rounded),
  }
}

/**
 * Ordinary rounding to `digits` significant digits, upwards where it would understate the uncertainty by
 * more than 5 %. With two digits that never happens (10.4999 → 10 understates by 4.8 %); with one it does.
 */
export function roundUncertainty(uncertainty: Decimal, digits: 1 | 2): Decimal {
  const place = leadingExponent(uncertainty) - digits + 1
  const nearest = atPlace(uncertainty, place, digits)
  if (!understates(nearest, uncertainty)) return nearest
  const raised = { coefficient: nearest.coefficient + 1n, exponent: nearest.exponent }
  return atPlace(raised, raised.exponent, digits)
}

/** 9.96 at its second digit is 10.0, which has three: such a carry moves the place by one. */
function atPlace(uncertainty: Decimal, place: number, digits: number): Decimal {
  const rounded = roundDecimal(uncertainty, place)
  const carried = rounded.coefficient === powerOfTen(digits)
  return carried ? { coefficient: powerOfTen(digits - 1), exponent: place + 1 } : rounded
}

function understates(rounded: Decimal, exact: Decimal): boolean {
  const place = Math.min(rounded.exponent, exact.exponent)
  const r = roundDecimal(rounded, place).coefficient
  const u = roundDecimal(exact, place).coefficient
  return 100n * r < 95n * u
}

/** Rounds the shortest decimal form of a double to `decimals` places (tens, hundreds … when negative). */
export function roundTo(value: number, decimals: number): ReportedNumber {
  if (!Number.isFinite(value)) throw notANumber(`${value} cannot be rounded`)
  return plainText(roundDecimal(decimalOf(value), -decimals))
}

/**
 * How many significant digits a text states. Trailing zeros count after a decimal point and not without
 * one: 120000 may state two digits, and an uncertainty of that size has no other text without exponent.
 */
export function significantDigits(text: ReportedNumber): number {
  const { coefficient, exponent } = parseDecimal(reportedNumber(text)) ?? { coefficient: 0n, exponent: 0 }
  const digits = magnitudeOf(coefficient).toString()
  return (exponent < 0 ? digits : digits.replace(/(?<=.)0+$/, '')).length
}
