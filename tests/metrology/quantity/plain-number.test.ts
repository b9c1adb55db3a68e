import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainNumber } from '#metrology/quantity/plain-number.ts'
import { magnitude } from '../../arbitraries.ts'

describe('a stated number as it is kept', () => {
  it('has every digit and no exponent', () => {
    expect(plainNumber('10.000 25')).toBe('10.00025')
    expect(plainNumber('1.50e-3')).toBe('0.00150')
    expect(plainNumber('12e2')).toBe('1200')
    expect(plainNumber(-2.5e-7)).toBe('-0.00000025')
    expect(plainNumber('-0')).toBe('0')
  })

  it('reads back as the same double', () => {
    fc.assert(
      fc.property(magnitude, fc.boolean(), (size, isNegative) => {
        const value = isNegative ? -size : size
        expect(Number(plainNumber(value))).toBe(value)
        expect(plainNumber(plainNumber(value))).toBe(plainNumber(value))
      }),
    )
  })

  it('is refused where it could be written and not be read again', () => {
    expect(() => plainNumber('1e39')).not.toThrow()
    expect(() => plainNumber('1e40')).toThrow('41 characters')
    expect(() => plainNumber(-1e308)).toThrow('310 characters')
    expect(() => plainNumber('1.5e-300')).toThrow('303 characters')
  })

  it('is refused where no double could hold it', () => {
    expect(() => plainNumber('1e400')).toThrow()
    expect(() => plainNumber('1e-400')).toThrow()
    expect(() => plainNumber(Number.NaN)).toThrow()
  })
})
