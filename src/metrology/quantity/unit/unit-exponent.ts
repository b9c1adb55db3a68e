import { exactExponent } from './dimension.ts'
import { unreadableUnit } from './unit.refusals.ts'

/** No quantity needs more, and a factor to a larger power leaves the range of a double. */
const largestExponent = 12

/** Reads an exponent: a whole number, a decimal such as 0.5, or a fraction such as 1/2. */
export function readExponent(text: string, unit: string): number {
  const [, above, below = '1'] = /^([+-]?\d{1,4}(?:\.\d{1,6})?)(?:\/(\d{1,2}))?$/.exec(text) ?? []
  return checkedExponent(above === undefined ? Number.NaN : Number(above) / Number(below), unit)
}

/** Halves, thirds and fifths are exponents that occur; others are mistakes, and so are large ones. */
export function checkedExponent(exponent: number, unit: string): number {
  const exact = exactExponent(exponent)
  if (Math.abs(exponent) <= largestExponent && Math.abs(exact - exponent) < 1e-6) return exact + 0
  throw unreadableUnit(`"${unit}" has an exponent that no unit has`, { unit })
}
