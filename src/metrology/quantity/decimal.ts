/** An exact decimal number, `coefficient` · 10^`exponent`. The exponent tells the last digit that was written. */
export interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

const written = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** Reads ungrouped decimal text with all its digits; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] = written.exec(text) ?? []
  if (whole === undefined) return undefined
  const size = BigInt(whole + fraction)
  return { coefficient: sign === '-' ? -size : size, exponent: Number(exponent) - fraction.length }
}

/** The shortest decimal that reads back as this double: what a person sees of it. */
export function decimalOf(value: number): Decimal {
  const decimal = parseDecimal(String(value))
  if (!decimal) throw new RangeError(`${value} has no decimal form`)
  return decimal
}

export const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent)

export const magnitudeOf = (value: bigint): bigint => (value < 0n ? -value : value)

/** The power of ten of the first significant digit; 0 for zero. */
export function leadingExponent({ coefficient, exponent }: Decimal): number {
  return coefficient === 0n ? 0 : magnitudeOf(coefficient).toString().length - 1 + exponent
}

/** Rounds to a multiple of 10^`exponent`, a half away from zero (ISO 80000-1:2009, B.3, rule B). */
export function roundDecimal(decimal: Decimal, exponent: number): Decimal {
  const dropped = exponent - decimal.exponent
  if (dropped <= 0) return { coefficient: decimal.coefficient * powerOfTen(-dropped), exponent }
  const step = powerOfTen(dropped)
  const rounded = (2n * magnitudeOf(decimal.coefficient) + step) / (2n * step)
  return { coefficient: decimal.coefficient < 0n ? -rounded : rounded, exponent }
}

/** Decimal text without exponent and without grouping; a zero has no sign. */
export function plainText({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? '-' : ''
  const digits = magnitudeOf(coefficient).toString()
  if (exponent >= 0) return coefficient === 0n ? '0' : sign + digits + '0'.repeat(exponent)
  const padded = digits.padStart(1 - exponent, '0')
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`
}
