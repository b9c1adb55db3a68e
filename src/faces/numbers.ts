import { parseUnit } from '#metrology/quantity/parse-unit.ts'

/** Narrow, and no line is broken at it. */
const thinSpace = '\u202f'
const unitSpace = '\u00a0'
const minus = '−'

/** Threes from the point, apart by a thin space; four digits that stand alone run on (SI Brochure, 5.4.4). */
function grouped(digits: string, fromTheRight: boolean): string {
  if (digits.length < 5) return digits
  const threes = fromTheRight ? digits.match(/\d{1,3}(?=(?:\d{3})*$)/g) : digits.match(/\d{1,3}/g)
  return threes?.join(thinSpace) ?? digits
}

/** A number as it was reported, with every digit; its exponent becomes a power of ten. */
export function numberText(stated: string | number): string {
  const text = typeof stated === 'number' ? plain(stated) : stated
  const [, sign = '', whole = '', , fraction, , exponent] =
    /^([+-]?)([\d ]+)(\.([\d ]+))?([eE]([+-]?\d+))?$/.exec(text) ?? []
  if (whole === '') return text
  const digits = grouped(whole.replaceAll(' ', ''), true)
  const decimals = fraction === undefined ? '' : `.${grouped(fraction.replaceAll(' ', ''), false)}`
  return `${sign === '-' ? minus : sign}${digits}${decimals}${exponent === undefined ? '' : powerOfTen(exponent)}`
}

const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((shape, digit) => [String(digit), shape])),
  '-': '⁻',
}

const powerOfTen = (exponent: string): string =>
  `${thinSpace}×${thinSpace}10${[...exponent.replace(/^\+/, '')].map((each) => raised[each] ?? '').join('')}`

const plain = (value: number) => (value === 0 ? '0' : String(value))

/** What was computed, to so many significant digits; what is very large or small as a power of ten. */
export function significant(value: number, digits: number): string {
  if (value === 0) return '0'
  const size = Math.floor(Math.log10(Math.abs(value)))
  if (size < -4 || size > 6) return numberText(value.toExponential(digits - 1).replace('e+', 'e'))
  return numberText(value.toFixed(Math.max(0, digits - 1 - size)))
}

/** As many digits as say something, and no zeros after them. */
export function short(value: number, digits = 9): string {
  return numberText(String(Number(value.toPrecision(digits))))
}

/** What is there and too small to be printed is not zero. */
export function percent(share: number, digits = 1): string {
  const least = 10 ** -digits
  const isTiny = share > 0 && share * 100 < least / 2
  return isTiny
    ? `< ${least.toFixed(digits)}${unitSpace}%`
    : `${numberText((share * 100).toFixed(digits))}${unitSpace}%`
}

/** As the SI Brochure writes it; what was once recorded and is not read any more stays as it was. */
export function unitText(unit: string): string {
  try {
    return parseUnit(unit).symbol
  } catch {
    return unit
  }
}

/** The unit one is not written. */
export const quantityText = (quantity: { readonly value: string | number; readonly unit: string }): string =>
  withUnit(numberText(quantity.value), quantity.unit)

export function withUnit(number: string, unit: string): string {
  const symbol = unitText(unit)
  if (symbol === '1') return number
  return /^[°′″]$/.test(symbol) ? `${number}${symbol}` : `${number}${unitSpace}${symbol}`
}

/** What is missing behind a number so that its point stands below the others of the column: drawn unseen. */
export function padding(text: string, column: readonly string[]): string {
  const longest = column.map(tailOf).reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest.slice(tailOf(text).length)
}

const tailOf = (text: string): string => /[.].*$/.exec(text)?.[0] ?? ''
