import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportedNumber, toNumber } from '#metrology/quantity/reported-number.ts'
import { Refusal } from '#refusal.ts'

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.definition.code
    throw error
  }
}

describe('a reported number', () => {
  it.each([
    ['10.000 25', '10.00025'],
    ['10 000.025', '10000.025'],
    ['10\u202f000.000\u202f5', '10000.0005'],
    ['1\u2009234\u00a0567', '1234567'],
    ['10.000 000 0', '10.0000000'],
    ['+5.0', '5.0'],
    ['\u22125.0', '-5.0'],
    ['007.10', '7.10'],
    ['-0.00', '0.00'],
    ['1.50E-07', '1.50e-7'],
    ['1.5e+3', '1.5e3'],
  ])('keeps every digit of "%s" and becomes %s', (text, canonical) => {
    expect(reportedNumber(text)).toBe(canonical)
    expect(reportedNumber(canonical)).toBe(canonical)
  })

  it.each(['', ' ', 'abc', '1,5', '1 2', '1 2345', '1.2 3', '10 .5', '10. 5', '.5', '5.', '1e', '--1'])(
    'is not "%s"',
    (text) => {
      expect(codeOf(() => reportedNumber(text))).toBe('quantity.not-a-number')
    },
  )

  it.each(['0x10', 'NaN', 'Infinity', '1e1000', '1_000', '١٢', '1\n2', '1\u0000'])(
    'is not "%s" either',
    (text) => {
      expect(codeOf(() => reportedNumber(text))).toBe('quantity.not-a-number')
    },
  )

  it('is refused when it has more than 40 characters', () => {
    expect(codeOf(() => reportedNumber('1'.repeat(41)))).toBe('quantity.too-long')
    expect(reportedNumber('1'.repeat(40))).toHaveLength(40)
  })

  it('is refused where no double is large enough or small enough', () => {
    expect(codeOf(() => toNumber('1e400'))).toBe('quantity.out-of-range')
    expect(codeOf(() => toNumber('-1e309'))).toBe('quantity.out-of-range')
    expect(codeOf(() => toNumber('1e-400'))).toBe('quantity.underflow')
    expect(codeOf(() => toNumber(Number.NaN))).toBe('quantity.not-a-number')
    expect(codeOf(() => toNumber(Number.POSITIVE_INFINITY))).toBe('quantity.not-a-number')
  })

  it('may be zero with any exponent, and zero has no sign', () => {
    expect(toNumber('0e-400')).toBe(0)
    expect(Object.is(toNumber('-0'), 0)).toBe(true)
    expect(Object.is(toNumber(-0), 0)).toBe(true)
  })

  it('is the double nearest to its digits', () => {
    expect(toNumber('10 000.178')).toBe(10000.178)
    expect(toNumber('6.626 070 15e-34')).toBe(6.62607015e-34)
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (x) => toNumber(reportedNumber(x)) === x,
      ),
    )
  })
})
