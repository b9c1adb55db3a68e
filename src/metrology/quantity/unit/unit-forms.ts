import { decimalOfRational, equalRationals, one, over, type Rational } from '../rational.ts'
import { leadingExponent, plainText, powerOfTen } from '../decimal.ts'
import { unitWritten } from './known-units.ts'
import type { Factor } from './unit.ts'

/** SI Brochure, 5.2: products with a raised dot, one solidus at most, brackets where it needs them. */
export function symbolForm(factors: readonly Factor[], number: Rational): string {
  const above = factors.filter(({ exponent }) => exponent > 0).map(symbolWithExponent)
  const below = factors.filter(({ exponent }) => exponent < 0)
  const leading = equalRationals(number, one) ? above : [numberForm(number), ...above]
  if (leading.length === 0) return below.map(symbolWithExponent).join('·') || '1'
  return withSolidus(leading.join('·'), below.map(inverse).map(symbolWithExponent), '·')
}

/** UCUM has no code for a unit, or the code with this prefix is that of another unit (ft is a foot). */
function isCoded({ prefix, unit, exponent }: Factor): boolean {
  if (unit.ucum === undefined || !Number.isInteger(exponent)) return false
  return !prefix || unitWritten(prefix.ucum + unit.ucum)?.unit.factor === unit.factor
}

/** UCUM 2.1, §2; undefined where a member or an exponent has no code. */
export function ucumForm(factors: readonly Factor[], number: Rational): string | undefined {
  if (!factors.every(isCoded)) return undefined
  const above = factors.filter(({ exponent }) => exponent > 0).map(ucumWithExponent)
  const below = factors.filter(({ exponent }) => exponent < 0)
  const coded = ucumNumber(number)
  if (coded === undefined) return undefined
  const leading = coded === '' ? above : [coded, ...above]
  if (leading.length === 0) return below.map(ucumWithExponent).join('.') || '1'
  return withSolidus(leading.join('.'), below.map(inverse).map(ucumWithExponent), '.')
}

/** D-SI 2.2: names behind backslashes, exponents in \tothe; a unit it lacks stands behind a bar. */
export function dsiForm(factors: readonly Factor[], number: Rational): string {
  const isNamed = factors.every(({ unit }) => unit.dsi.length > 0) && equalRationals(number, one)
  if (!isNamed) return `|${symbolForm(factors, number)}`
  const parts = factors.map(dsiWithExponent).filter((part) => part !== dsiOne)
  return parts.join('') || dsiOne
}

const dsiOne = String.raw`\one`

const inverse = (factor: Factor): Factor => ({ ...factor, exponent: -factor.exponent })

function withSolidus(above: string, below: readonly string[], dot: string): string {
  if (below.length === 0) return above
  return below.length === 1 ? `${above}/${below.join('')}` : `${above}/(${below.join(dot)})`
}

function symbolWithExponent({ prefix, unit, exponent }: Factor): string {
  return (prefix?.symbol ?? '') + unit.symbol + raised(exponent)
}

function ucumWithExponent({ prefix, unit, exponent }: Factor): string {
  return (prefix?.ucum ?? '') + (unit.ucum ?? '') + (exponent === 1 ? '' : String(exponent))
}

function dsiWithExponent({ prefix, unit, exponent }: Factor): string {
  const name = `${prefix ? `\\${prefix.dsi}` : ''}\\${unit.dsi[0] ?? ''}`
  if (name === dsiOne) return dsiOne
  return exponent === 1 ? name : `${name}\\tothe{${exponentText(exponent)}}`
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(exponent: number): string {
  if (exponent === 1) return ''
  if (!Number.isInteger(exponent)) return `^(${fraction(exponent)})`
  return String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
}

const exponentText = (exponent: number): string => String(Number(exponent.toFixed(12)))

function fraction(exponent: number): string {
  const sixtieths = Math.round(exponent * 60)
  const divisor = [60, 30, 20, 15, 12, 10, 6, 5, 4, 3, 2].find((n) => sixtieths % n === 0) ?? 1
  return `${sixtieths / divisor}/${60 / divisor}`
}

/** The exponent of a power of ten; undefined for any other number. */
export function powerOfTenIn(number: Rational): number | undefined {
  const decimal = decimalOfRational(number) ?? decimalOfRational(over(one, number))
  if (!decimal || number.numerator <= 0n) return undefined
  const exponent = decimalOfRational(number) ? leadingExponent(decimal) : -leadingExponent(decimal)
  const power =
    exponent < 0
      ? { numerator: 1n, denominator: powerOfTen(-exponent) }
      : { numerator: powerOfTen(exponent), denominator: 1n }
  return equalRationals(power, number) ? exponent : undefined
}

function numberForm(number: Rational): string {
  const exponent = powerOfTenIn(number)
  if (exponent !== undefined) return `10${raised(exponent)}`
  const decimal = decimalOfRational(number)
  return decimal ? plainText(decimal) : `${number.numerator}/${number.denominator}`
}

function ucumNumber(number: Rational): string | undefined {
  if (equalRationals(number, one)) return ''
  const exponent = powerOfTenIn(number)
  if (exponent !== undefined) return exponent === 1 ? '10' : `10*${exponent}`
  return number.denominator === 1n ? String(number.numerator) : undefined
}
