import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, plainText } from '#metrology/quantity/decimal.ts'
import {
  decimalOfRational,
  over,
  parseRational,
  plus,
  powerOf,
  ratio,
  rationalOf,
  times,
  toDouble,
} from '#metrology/quantity/rational.ts'

describe('an exact fraction', () => {
  it('becomes the double nearest to it, as the digits themselves would', () => {
    const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(digits, fc.integer({ min: -330, max: 270 }), (coefficient, exponent) => {
        const text = `${coefficient}e${exponent}`
        return toDouble(rationalOf({ coefficient, exponent })) === Number(text) + 0
      }),
      { numRuns: 2000 },
    )
  })

  it('becomes the same double as the quotient of two doubles, which is rounded correctly too', () => {
    const whole = fc.bigInt({ min: 1n, max: 2n ** 53n })
    fc.assert(fc.property(whole, whole, (a, b) => toDouble(ratio(a, b)) === Number(a) / Number(b)))
  })

  it('adds, multiplies and divides without rounding', () => {
    const third = parseRational('1/3')
    expect(plus(plus(third, third), third)).toEqual(ratio(1n, 1n))
    expect(times(parseRational('0.1'), parseRational('10'))).toEqual(ratio(1n, 1n))
    expect(over(parseRational('1852'), parseRational('3600'))).toEqual(parseRational('1852/3600'))
  })

  it('has an exact root where there is one, and fifty digits where there is none', () => {
    expect(powerOf(parseRational('1e6'), 0.5)).toEqual(ratio(1000n, 1n))
    expect(powerOf(parseRational('8/27'), -1 / 3)).toEqual(ratio(3n, 2n))
    expect(toDouble(powerOf(parseRational('2'), 0.5))).toBe(Math.SQRT2)
  })

  it('is a decimal where its decimals end', () => {
    expect(plainText(decimalOfRational(parseRational('3/8'))!)).toBe('0.375')
    expect(decimalOfRational(parseRational('1/3'))).toBeUndefined()
    expect(plainText(parseDecimal('5e-3')!)).toBe('0.005')
  })
})
