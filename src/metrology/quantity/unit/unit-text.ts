import { one, parseRational, powerOf, times, type Rational } from '../rational.ts'
import { composedAs } from './composed-units.ts'
import { unitWritten } from './known-units.ts'
import { checkedExponent, readExponent } from './unit-exponent.ts'
import { productOf, type Factor, type Unit } from './unit.ts'
import { unknownUnit, unreadableUnit } from './unit.refusals.ts'

/** Members of a product and the pure number before them. */
interface Product {
  readonly number: Rational
  readonly factors: readonly Factor[]
}

/** Where the reader stands in a text; one per call, never shared. */
interface Reader {
  readonly stated: string
  readonly text: string
  at: number
}

const nothing: Product = { number: one, factors: [] }

/** Reads SI symbols (SI Brochure, 5.2 to 5.4) and UCUM codes; both are one grammar with two sets of signs. */
export function readSymbols(stated: string): Unit {
  const reader = { stated, text: plainSigns(stated), at: 0 }
  const product = readProduct(reader)
  if (reader.at < reader.text.length) throw misread(reader)
  return productOf(product.factors, product.number)
}

const superscript = /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu

/** One character for each sign: print and keyboards know several for a dot, a minus, a micro, an arc minute. */
function plainSigns(stated: string): string {
  return stated
    .replace(superscript, (raised) => `^${raised.normalize('NFKC')}`)
    .replaceAll('º', '°')
    .normalize('NFKC')
    .replaceAll('μ', 'µ')
    .replace(/[−–]/g, '-')
    .replace(/[⋅∙•×]/g, '·')
    .replace(/[∕⁄]/g, '/')
    .replace(/[′’]/g, "'")
    .replaceAll('"', "''")
    .replaceAll('**', '^')
    .trim()
}

const operator = / *([/·.*]) *| +/y

function readProduct(reader: Reader): Product {
  const inverted = take(reader, /\/ */y) !== undefined
  let product = inverted ? power(readFactor(reader), -1, reader) : readFactor(reader)
  let divided = inverted
  for (;;) {
    const start = reader.at
    const found = take(reader, operator)
    if (!found || reader.text[reader.at] === ')') {
      reader.at = start
      return product
    }
    const sign = found[1] ?? ' '
    if (divided && sign !== '/') throw ambiguous(reader)
    divided ||= sign === '/'
    const next = readFactor(reader)
    product = join(product, sign === '/' ? power(next, -1, reader) : next, reader)
  }
}

const symbolToken = /(?:\[[^\][{}]{1,20}\]|_(?:[A-Za-z]+|0)|[\p{L}%‰°])+|'{1,2}/uy
const numberToken = /(?:10[*^]([+-]?\d{1,2})|(\d{1,12}(?:\.\d{1,12})?(?:e[+-]?\d{1,2})?))/y
const annotation = /\{[^{}]*\}/y

function readFactor(reader: Reader): Product {
  if (take(reader, /√ */y)) return power(readFactor(reader), 0.5, reader)
  if (take(reader, /\( */y)) {
    const inner = readProduct(reader)
    if (!take(reader, / *\)/y)) throw misread(reader)
    return power(inner, readRaised(reader, false), reader)
  }
  const number = take(reader, numberToken)
  if (number) return { ...nothing, number: numberOf(number, reader) }
  const symbol = take(reader, symbolToken)?.[0]
  if (symbol !== undefined) {
    // UCUM 2.1, §3.2: an annotation in braces says something about the quantity and nothing about the unit.
    const annotated = take(reader, annotation)?.[0] ?? ''
    return power(unitOf(symbol, annotated, reader), readRaised(reader, true), reader)
  }
  if (take(reader, annotation)) return nothing
  throw misread(reader)
}

function numberOf([, exponent, number]: RegExpExecArray, reader: Reader): Rational {
  if (exponent !== undefined) return powerOf(parseRational('10'), Number(exponent))
  const value = parseRational(number ?? '1')
  if (value.numerator === 0n) throw misread(reader)
  return value
}

const raisedPlainly = /\^?([+-]?\d+)/y
const raisedToDecimal = /\^([+-]?\d+\.\d+)/y
const raisedInBrackets = /\^[({] *([+-]?\d+(?:\.\d+)?(?:\/\d+)?) *[)}]/y

/** Digits right behind a symbol are its exponent (m2, s-2); behind a bracket they need the sign ^. */
function readRaised(reader: Reader, directly: boolean): number {
  const bracketed = take(reader, raisedInBrackets)?.[1]
  if (bracketed !== undefined) return readExponent(bracketed, reader.stated)
  if (!directly && reader.text[reader.at] !== '^') return 1
  const plain = (take(reader, raisedToDecimal) ?? take(reader, raisedPlainly))?.[1]
  return plain === undefined ? 1 : readExponent(plain, reader.stated)
}

function unitOf(symbol: string, annotated: string, reader: Reader): Product {
  const found = unitWritten(symbol + annotated) ?? unitWritten(symbol)
  if (found) return { ...nothing, factors: [{ ...found, exponent: 1 }] }
  const composed = composedAs(symbol)
  if (composed) return { ...nothing, factors: composed }
  throw unknownUnit(
    {
      en: `The unit "${symbol}" in "${reader.stated}" is not known`,
      zh: `"${reader.stated}"中的计量单位"${symbol}"未知`,
    },
    { unit: reader.stated, name: symbol },
  )
}

const join = (a: Product, b: Product, reader: Reader): Product => ({
  number: boundedNumber(times(a.number, b.number), reader),
  factors: [...a.factors, ...b.factors],
})

function power({ number, factors }: Product, exponent: number, reader: Reader): Product {
  return {
    number: boundedNumber(powerOf(number, exponent), reader),
    factors: factors.map((factor) => ({
      ...factor,
      exponent: checkedExponent(factor.exponent * exponent, reader.stated),
    })),
  }
}

/** Powers of powers of numbers would grow without end; a double ends at 10³⁰⁸ anyway. */
function boundedNumber(number: Rational, { stated }: Reader): Rational {
  if (number.numerator < largestNumber && number.denominator < largestNumber) return number
  throw unreadableUnit(`The number in "${stated}" is too large or too small for a unit`, { unit: stated })
}

const largestNumber = 10n ** 310n

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)
  if (!found) return undefined
  reader.at = pattern.lastIndex
  return found
}

function misread({ stated, text, at }: Reader) {
  const rest = at < text.length ? `at "${text.slice(at)}"` : 'at its end'
  return unreadableUnit(`"${stated}" cannot be read as a unit ${rest}`, { unit: stated })
}

/**
 * SI Brochure, 5.2: a solidus is not followed by a multiplication without brackets. UCUM reads J/kg.K from the
 * left as K·J/kg, and whoever writes it means J/(kg·K): neither is guessed.
 */
function ambiguous({ stated }: Reader) {
  return unreadableUnit(`"${stated}" has two readings: put brackets around what stands under the solidus`, {
    unit: stated,
  })
}
