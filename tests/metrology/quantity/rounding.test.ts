import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, plainText } from '#metrology/quantity/decimal.ts'
import {
  roundForCertificate,
  roundTo,
  roundUncertainty,
  significantDigits,
} from '#metrology/quantity/rounding.ts'
import { Refusal } from '#refusal.ts'

const toOneDigit = (text: string) => plainText(roundUncertainty(parseDecimal(text)!, 1))

describe('rounding a result for a certificate', () => {
  it.each([
    [10000.17804, 0.016656, '10000.178', '0.017'], // EA-4/02 S3
    [10000.025, 0.0585, '10000.025', '0.059'], // EA-4/02 S2
    [0.93304, 0.03236, '0.933', '0.032'], // EA-4/02 S6
    [50.0000001, 0.0096, '50.0000', '0.0096'],
    [1.23456e-20, 5.1e-22, '0.00000000000000000001235', '0.00000000000000000000051'],
    [1234567890123, 45000000, '1234568000000', '45000000'],
    [-0.004, 0.12, '0.00', '0.12'],
    [5, 9.96, '5', '10'],
    [1.25, 2.05, '1.3', '2.1'],
    [-1.25, 2.05, '-1.3', '2.1'],
    [1.005, 0.25, '1.01', '0.25'], // a half in its digits, though the double lies below
    [100, 0.099999, '100.00', '0.10'],
  ])('states %d with U = %d as %s and %s', (value, expandedUncertainty, v, u) => {
    expect(roundForCertificate(value, expandedUncertainty)).toEqual({ value: v, expandedUncertainty: u })
  })

  it('never understates the expanded uncertainty by more than 5 % and states at most two digits', () => {
    const size = fc.double({ min: 1e-20, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(size, (U) => {
        const { expandedUncertainty } = roundForCertificate(0, U)
        return Number(expandedUncertainty) >= 0.95 * U && significantDigits(expandedUncertainty) <= 2
      }),
    )
  })

  it('moves the value by at most half of the last digit of U', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const size = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(value, size, (y, U) => {
        const rounded = roundForCertificate(y, U)
        const decimals = rounded.expandedUncertainty.split('.')[1]?.length ?? 0
        expect(rounded.value.split('.')[1]?.length ?? 0).toBe(decimals)
        return Math.abs(Number(rounded.value) - y) <= Number(rounded.expandedUncertainty) / 20 + 1e-9
      }),
    )
  })

  it('rounds a single digit upwards where the nearest would understate by more than 5 %', () => {
    expect(toOneDigit('1.4')).toBe('2')
    expect(toOneDigit('1.04')).toBe('1')
    expect(toOneDigit('8.4')).toBe('8')
    expect(toOneDigit('9.48')).toBe('10')
  })

  it('refuses an uncertainty that is negative or not a number, and gives the value as it is for zero', () => {
    expect(() => roundForCertificate(1, -1)).toThrow(Refusal)
    expect(() => roundForCertificate(1, Number.NaN)).toThrow(Refusal)
    expect(() => roundForCertificate(Number.NaN, 1)).toThrow(Refusal)
    expect(roundForCertificate(1e-9, 0)).toEqual({ value: '0.000000001', expandedUncertainty: '0' })
  })
})

describe('rounding to a decimal place', () => {
  it('rounds a half away from zero on the digits that are seen', () => {
    expect(roundTo(2.675, 2)).toBe('2.68')
    expect(roundTo(-2.675, 2)).toBe('-2.68')
    expect(roundTo(1250, -2)).toBe('1300')
    expect(roundTo(1e21, 1)).toBe('1000000000000000000000.0')
    expect(roundTo(-0.04, 1)).toBe('0.0')
  })
})

describe('significant digits', () => {
  it.each([
    ['0.0250', 3],
    ['10.000 25', 7],
    ['1.50e-7', 3],
    ['120000', 2],
    ['10.0', 3],
    ['100', 1],
    ['0', 1],
    ['0.00', 1],
    ['59', 2],
  ])('of "%s" are %d', (text, count) => {
    expect(significantDigits(text)).toBe(count)
  })
})
