import { notANumber, numberOutOfRange, numberTooLong, numberUnderflows } from './quantity.refusals.ts'

/**
 * A number as it was stated: decimal text with all its digits, because 10.00 and 10.000 are different
 * statements about a measurement. Canonical: no grouping, no plus, no leading zeros, `e` for an exponent.
 */
export type ReportedNumber = string

/** The longest text that is read as a number. */
export const longestText = 40

/** Blank, no-break space, thin space, narrow no-break space: all of them group digits on paper. */
const groupingSpace = /[ \u00a0\u2009\u202f]/gu

/** Digits run on, or stand in threes counted from the decimal marker (SI Brochure, 5.4.4). */
const decimalText =
  /^([+-]?)(\d+|\d{1,3}(?: \d{3})+)(?:\.(\d+|(?:\d{3} )+\d{1,3}))?(?:[eE]([+-]?)0*(\d{1,3}))?$/

/** The canonical text of a stated number; every digit after the decimal point is kept. */
export function reportedNumber(stated: string | number): ReportedNumber {
  if (typeof stated === 'number') return canonicalText(shortestText(stated))
  if (stated.length > longestText) {
    throw numberTooLong(`A number of ${stated.length} characters was given`)
  }
  return canonicalText(stated)
}

/** The only place where a stated number becomes a double; minus zero becomes zero. */
export function toNumber(stated: ReportedNumber | number): number {
  const text = reportedNumber(stated)
  const value = Number(text)
  if (!Number.isFinite(value)) throw numberOutOfRange(`${text} is larger than any double`)
  if (value === 0 && /[1-9]/.test(significand(text))) {
    throw numberUnderflows(`${text} is not zero, but smaller than any double`)
  }
  return value + 0
}

function shortestText(value: number): string {
  if (!Number.isFinite(value)) throw notANumber(`${value} is not a finite number`)
  return String(value)
}

function canonicalText(text: string): ReportedNumber {
  const [, sign, whole, fraction, exponentSign, exponent] =
    decimalText.exec(text.trim().replace(groupingSpace, ' ').replace('\u2212', '-')) ?? []
  if (whole === undefined) throw notANumber(`"${text}" is not a decimal number`, { text })
  const digits = whole.replaceAll(' ', '').replace(/^0+(?=\d)/, '')
  const decimals = fraction === undefined ? '' : `.${fraction.replaceAll(' ', '')}`
  const power = exponent === undefined ? '' : `e${exponentSign === '-' ? '-' : ''}${exponent}`
  const isZero = !/[1-9]/.test(digits + decimals)
  return (sign === '-' && !isZero ? '-' : '') + digits + decimals + power
}

const significand = (text: string): string => text.split('e', 1)[0] ?? text
