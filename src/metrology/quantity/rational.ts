import { magnitudeOf, parseDecimal, powerOfTen, type Decimal } from './decimal.ts'

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const one: Rational = { numerator: 1n, denominator: 1n }
export const zero: Rational = { numerator: 0n, denominator: 1n }

export function ratio(numerator: bigint, denominator: bigint): Rational {
  const divisor = commonDivisor(magnitudeOf(numerator), magnitudeOf(denominator))
  const sign = denominator < 0n ? -1n : 1n
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const times = (a: Rational, b: Rational): Rational =>
  ratio(a.numerator * b.numerator, a.denominator * b.denominator)

export const over = (a: Rational, b: Rational): Rational =>
  ratio(a.numerator * b.denominator, a.denominator * b.numerator)

export const plus = (a: Rational, b: Rational): Rational =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const minus = (a: Rational, b: Rational): Rational => plus(a, { ...b, numerator: -b.numerator })

export const equalRationals = (a: Rational, b: Rational): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator

export const rationalOf = ({ coefficient, exponent }: Decimal): Rational =>
  exponent < 0 ? ratio(coefficient, powerOfTen(-exponent)) : ratio(coefficient * powerOfTen(exponent), 1n)

/** Reads a factor as it stands in a table: "0.45359237", "1e-28" or "1852/3600". */
export function parseRational(text: string): Rational {
  const parts = text.split('/').map((part) => parseDecimal(part))
  const [above, below = { coefficient: 1n, exponent: 0 }] = parts
  if (!above || !below || parts.length > 2) throw new RangeError(`"${text}" is not a factor`)
  return over(rationalOf(above), rationalOf(below))
}

/** `base` to the power `exponent`; a root that is not rational is taken to fifty digits. */
export function powerOf(base: Rational, exponent: number): Rational {
  if (exponent < 0) return over(one, powerOf(base, -exponent))
  const degree = degreeOf(exponent)
  const whole = BigInt(Math.round(exponent * degree))
  const raised = { numerator: base.numerator ** whole, denominator: base.denominator ** whole }
  if (degree === 1) return raised
  const top = integerRoot(raised.numerator, degree)
  const bottom = integerRoot(raised.denominator, degree)
  if (top ** BigInt(degree) === raised.numerator && bottom ** BigInt(degree) === raised.denominator) {
    return ratio(top, bottom)
  }
  const scaled = (raised.numerator * powerOfTen(rootDigits * degree)) / raised.denominator
  return ratio(integerRoot(scaled, degree), powerOfTen(rootDigits))
}

const rootDigits = 50

/** The smallest whole number that makes an exponent such as 0.5 or 2/3 whole. */
function degreeOf(exponent: number): number {
  for (let degree = 1; degree < 60; degree++) {
    if (Math.abs(exponent * degree - Math.round(exponent * degree)) < 1e-9) return degree
  }
  throw new RangeError(`${exponent} is not an exponent of a unit`)
}

/** The largest whole number whose power `degree` is not above `value` (Newton, from above). */
function integerRoot(value: bigint, degree: number): bigint {
  if (value < 2n) return value
  const n = BigInt(degree)
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / degree))
  for (;;) {
    const next = ((n - 1n) * guess + value / guess ** (n - 1n)) / n
    if (next >= guess) return guess
    guess = next
  }
}

/** The double nearest to the fraction, ties to even: the one rounding of a conversion. */
export function toDouble({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return 0
  const size = magnitudeOf(numerator)
  // Both are doubles already: IEEE 754 rounds their quotient once.
  if (size <= exactlyDouble && denominator <= exactlyDouble) return Number(numerator) / Number(denominator)
  const shift = 66 - (bitLength(size) - bitLength(denominator))
  const [above, below] =
    shift > 0 ? [size << BigInt(shift), denominator] : [size, denominator << BigInt(-shift)]
  // A remainder becomes a last bit of one, so that a value just beside a tie is not taken for the tie.
  const quotient = (above / below) | (above % below === 0n ? 0n : 1n)
  const value = scaleByPowerOfTwo(Number(quotient), -shift)
  return numerator < 0n ? -value : value
}

/** Up to here every whole number is a double. */
const exactlyDouble = 2n ** 53n

const bitLength = (value: bigint): number => value.toString(16).length * 4

/** In two steps, because 2^-1070 alone is already subnormal. */
function scaleByPowerOfTwo(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2)
  return value * 2 ** half * 2 ** (exponent - half)
}

/** The fraction as a decimal with all its digits; undefined where its decimals never end. */
export function decimalOfRational({ numerator, denominator }: Rational): Decimal | undefined {
  let places = 0
  let rest = denominator
  while (places < 60 && rest !== 1n) {
    rest /= commonDivisor(rest, 10n)
    places += 1
  }
  if (rest !== 1n) return undefined
  return { coefficient: (numerator * powerOfTen(places)) / denominator, exponent: -places }
}
