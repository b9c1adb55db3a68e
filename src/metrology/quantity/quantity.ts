import { exactDifference, exactValue, toFiniteDouble } from './convert.ts'
import { decimalOf, parseDecimal, plainText, roundDecimal } from './decimal.ts'
import { parseUnit } from './parse-unit.ts'
import { uncertaintyNotPositive } from './quantity.refusals.ts'
import { decimalOfRational, over, type Rational } from './rational.ts'
import { longestText, reportedNumber, toNumber, type ReportedNumber } from './reported-number.ts'
import type { Unit } from './unit/unit.ts'
import { powerOfTenIn } from './unit/unit-forms.ts'
import { within } from '#refusal.ts'

/** A value and its unit (VIM 1.19); a value that was printed is text and keeps its digits. */
export interface Quantity {
  readonly value: ReportedNumber | number
  readonly unit: string
}

/** Whether a number is a place on a scale or a distance on it; only °C, °F and levels tell the two apart. */
export type Reading = 'value' | 'difference'

export interface ConversionRequest {
  readonly value: ReportedNumber | number
  readonly standardUncertainty?: ReportedNumber | number
  readonly from: string
  readonly to: string
  readonly kind?: Reading
}

export interface Conversion {
  readonly value: ReportedNumber | number
  readonly standardUncertainty: ReportedNumber | number | null
  readonly unit: string
  readonly dsi: string
  readonly ucum: string | null
}

/** The answer of `POST /v1/units/convert`: text in, text out; a number in, a number out. */
export function convertQuantity(asked: ConversionRequest): Conversion {
  const { value, standardUncertainty: u } = asked
  const from = within('/from', () => parseUnit(asked.from))
  const to = within('/to', () => parseUnit(asked.to))
  const toExact = asked.kind === 'difference' ? exactDifference : exactValue
  within('/value', () => toNumber(value))
  const exact = within('/to', () => toExact(value, from, to))
  return {
    value: within('/value', () => sameForm(value, exact, from, to)),
    standardUncertainty:
      u === undefined ? null : within('/standardUncertainty', () => uncertaintyIn(u, from, to)),
    unit: to.symbol,
    dsi: to.dsi,
    ucum: to.ucum ?? null,
  }
}

function uncertaintyIn(u: ReportedNumber | number, from: Unit, to: Unit) {
  if (toNumber(u) < 0) throw uncertaintyNotPositive(`A standard uncertainty of ${u} was given`)
  return sameForm(u, exactDifference(u, from, to), from, to)
}

/** Text for text: with the digits that were kept, or the shortest; an exponent only where no other text fits. */
function sameForm(stated: ReportedNumber | number, exact: Rational, from: Unit, to: Unit) {
  const value = toFiniteDouble(exact)
  if (typeof stated === 'number') return value
  const plain = keptDigits(stated, exact, from, to) ?? plainText(decimalOf(value))
  return plain.length <= longestText ? plain : reportedNumber(value)
}

/** A decimal multiple keeps the stated digits: 10.00 mV is 0.01000 V. Undefined where decimals never end. */
function keptDigits(
  stated: ReportedNumber,
  exact: Rational,
  from: Unit,
  to: Unit,
): ReportedNumber | undefined {
  const decimal = decimalOfRational(exact)
  if (!decimal || decimal.exponent < -longestFraction) return undefined
  const shift = powerOfTenIn(over(from.factor, to.factor))
  const last = shift === undefined ? decimal.exponent : lastDigit(stated) + shift
  const text = plainText(roundDecimal(decimal, Math.min(last, decimal.exponent)))
  return text.length <= longestText ? text : undefined
}

const longestFraction = 30

const lastDigit = (stated: ReportedNumber): number => parseDecimal(reportedNumber(stated))?.exponent ?? 0
