import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  coherent,
  differenceFromCoherent,
  differenceToCoherent,
  fromCoherent,
  toCoherent,
} from '#metrology/quantity/coherent-unit.ts'
import { convertDifference, convertValue, sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { convertQuantity } from '#metrology/quantity/quantity.ts'
import { Refusal } from '#refusal.ts'

const value = (x: number | string, from: string, to: string) =>
  convertValue(x, parseUnit(from), parseUnit(to))
const difference = (x: number | string, from: string, to: string) =>
  convertDifference(x, parseUnit(from), parseUnit(to))

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.definition.code
    throw error
  }
}

describe('converting a value', () => {
  it.each([
    [10000.025, 'g', 'kg', 10.000025],
    [10.000025, 'kg', 'g', 10000.025],
    [20, '°C', 'K', 293.15],
    [0.01, '°C', 'K', 273.16],
    [293.15, 'K', '°C', 20],
    [98.6, '°F', '°C', 37],
    [-40, '°C', '°F', -40],
    [1, 'psi', 'Pa', 6894.757293168362],
    [760, 'Torr', 'atm', 1],
    [1, 'mmHg', 'Pa', 133.322387415],
    [1, 'kW·h', 'MJ', 3.6],
    [90, 'km/h', 'm/s', 25],
    [1, '°', '″', 3600],
    [180, '°', 'rad', Math.PI],
    [1, 'eV', 'J', 1.602176634e-19],
    [5e-5, '1', 'µV/V', 50],
    [1, 'Np', 'dB', 8.685889638065037],
    [0, 'dBm', 'dBW', -30],
    [107, 'dBµV', 'dBV', -13],
    [1200, 'r/min', 'Hz', 20],
    [0.1, 'g/cm³', 'kg/m3', 100],
  ])('%d %s is %3$s', (x, from, to, expected) => {
    expect(value(x, from, to)).toBe(expected)
  })

  it('rounds once, on the digits that were stated, and not on their double', () => {
    expect(value('0.1', 'mV', 'V')).toBe(1e-4)
    expect(value('123456789.123456789123456789', 'g', 'kg')).toBe(123456.78912345679)
    expect(1.005 * 1000).not.toBe(1005)
    expect(value(1.005, 'm', 'mm')).toBe(1005)
  })

  it('comes back to the same number from any decimal multiple', () => {
    const fifteenDigits = fc
      .tuple(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        fc.integer({ min: -20, max: 20 }),
      )
      .map(([digits, exponent]) => Number(`${digits}e${exponent}`))
    const pair = fc.constantFrom(
      ['g', 'kg'],
      ['µm', 'm'],
      ['kN', 'N'],
      ['mbar', 'Pa'],
      ['%', '1'],
      ['L', 'm³'],
    )
    fc.assert(fc.property(fifteenDigits, pair, (x, [a = '', b = '']) => value(value(x, a, b), b, a) === x))
  })

  it('comes back within two units of the last place from any other unit', () => {
    const size = fc.double({ min: 1e-12, max: 1e12, noNaN: true })
    const pair = fc.constantFrom(['psi', 'Pa'], ['°', 'rad'], ['h', 's'], ['Torr', 'mmHg'], ['Np', 'dB'])
    fc.assert(
      fc.property(size, pair, (x, [a = '', b = '']) => {
        expect(Math.abs(value(value(x, a, b), b, a) / x - 1)).toBeLessThan(2 ** -51)
      }),
    )
  })
})

describe('converting a difference or an uncertainty', () => {
  it('never passes through the zero point of a temperature scale', () => {
    expect(difference(0.02, '°C', 'K')).toBe(0.02)
    expect(difference(0.02, 'K', '°C')).toBe(0.02)
    expect(difference(0.9, '°F', '°C')).toBe(0.5)
    expect(difference(2, 'm°C', 'mK')).toBe(2)
    expect(difference(5, 'ppm/°C', '1/K')).toBe(5e-6)
  })

  it('never passes through the reference of a level', () => {
    expect(difference(0.05, 'dBm', 'dB')).toBe(0.05)
    expect(difference(0.05, 'dBm', 'dBW')).toBe(0.05)
  })

  it('is the difference of the converted values', () => {
    const celsius = fc.double({ min: -200, max: 1000, noNaN: true })
    fc.assert(
      fc.property(celsius, celsius, (a, b) => {
        const converted = value(a, '°C', '°F') - value(b, '°C', '°F')
        expect(difference(a - b, '°C', '°F')).toBeCloseTo(converted, 9)
      }),
    )
  })
})

describe('a unit of another kind', () => {
  it('is refused where the dimension differs', () => {
    expect(codeOf(() => value(1, 'kg', 'm'))).toBe('unit.other-dimension')
    expect(codeOf(() => value(1, 'rpm', 'rad/s'))).toBe('unit.other-dimension')
    expect(codeOf(() => value(1, 'dB', '1'))).toBe('unit.other-dimension')
    expect(sameDimension(parseUnit('N·m'), parseUnit('J'))).toBe(true)
    expect(sameDimension(parseUnit('lm'), parseUnit('cd'))).toBe(false)
  })

  it('is refused where the SI gives two names so that nobody mixes them', () => {
    expect(codeOf(() => value(1, 'Hz', 'Bq'))).toBe('unit.other-kind')
    expect(codeOf(() => difference(1, 'Gy', 'mSv'))).toBe('unit.other-kind')
    expect(codeOf(() => value(1, 'dBm', 'dB'))).toBe('unit.other-kind')
    expect(codeOf(() => value(1, 'dBm', 'dBV'))).toBe('unit.other-kind')
    expect(value(1, 'kHz', '1/s')).toBe(1000)
  })

  it('is refused where the converted number has no double', () => {
    expect(codeOf(() => value(1e300, 'Ym', 'ym'))).toBe('quantity.out-of-range')
    expect(codeOf(() => value(1e-300, 'ym', 'Ym'))).toBe('quantity.underflow')
    expect(value(5e-320, 'm', 'km')).toBe(5e-323)
  })
})

describe('the unit in which a model is computed', () => {
  it.each([
    ['bar', 'Pa', 1, 1e5],
    ['kWh', 'W·s', 1, 3.6e6],
    ['mm²', 'm²', 4, 4e-6],
    ['g/cm³', 'kg/m³', 8, 8000],
    ['mg', 'kg', 25, 25e-6],
    ['%', '1', 5, 0.05],
    ['ppm', '1', 5, 5e-6],
    ['µΩ/Ω', '1', 5, 5e-6],
    ['ppm/°C', 'K⁻¹', 5, 5e-6],
    ['″', 'rad', 1, Math.PI / 648000],
    ['lbf', 'N', 1, 4.4482216152605],
    ['°C', '°C', 20, 20],
    ['°F', '°C', 212, 100],
    ['K', 'K', 293.15, 293.15],
    ['dBm', 'dBm', -10, -10],
    ['dB', 'dB', 3, 3],
    ['Np', 'Np', 1, 1],
    ['B', 'dB', 1, 10],
    ['N·m', 'N·m', 1, 1],
  ])('of %s is %s', (unit, symbol, x, computed) => {
    expect(coherent(parseUnit(unit)).symbol).toBe(symbol)
    expect(toCoherent(x, parseUnit(unit))).toBe(computed)
    expect(fromCoherent(computed, parseUnit(unit))).toBe(x)
  })

  it('takes an uncertainty without the zero point', () => {
    expect(differenceToCoherent(0.02, parseUnit('°C'))).toBe(0.02)
    expect(differenceToCoherent(0.9, parseUnit('°F'))).toBe(0.5)
    expect(differenceFromCoherent(0.5, parseUnit('°F'))).toBe(0.9)
    expect(differenceToCoherent('45', parseUnit('mg'))).toBe(45e-6)
  })
})

describe('stating a quantity in another unit', () => {
  it('answers text with text and keeps the digits of a decimal multiple', () => {
    expect(
      convertQuantity({ value: '10.000 25', standardUncertainty: '0.000 10', from: 'V', to: 'mV' }),
    ).toEqual({
      value: '10000.25',
      standardUncertainty: '0.10',
      unit: 'mV',
      dsi: String.raw`\milli\volt`,
      ucum: 'mV',
    })
    expect(convertQuantity({ value: '10.00', from: 'mV', to: 'V' }).value).toBe('0.01000')
    expect(convertQuantity({ value: '1.50e-7', from: 'm', to: 'µm' }).value).toBe('0.150')
    expect(convertQuantity({ value: '1', from: 'psi', to: 'Pa' }).value).toBe('6894.757293168362')
    expect(convertQuantity({ value: '1.0', from: 'Qm', to: 'qm' }).value).toBe('1e60')
  })

  it('answers a number with a number, and says so where no uncertainty was stated', () => {
    expect(convertQuantity({ value: 10000.025, from: 'g', to: 'kg' })).toEqual({
      value: 10.000025,
      standardUncertainty: null,
      unit: 'kg',
      dsi: String.raw`\kilogram`,
      ucum: 'kg',
    })
  })

  it('treats an uncertainty as a difference, whatever the value is', () => {
    const celsius = { value: 20, standardUncertainty: 0.02, from: '°C', to: 'K' }
    expect(convertQuantity(celsius)).toMatchObject({ value: 293.15, standardUncertainty: 0.02 })
    expect(convertQuantity({ ...celsius, kind: 'value' })).toMatchObject({
      value: 293.15,
      standardUncertainty: 0.02,
    })
    expect(convertQuantity({ ...celsius, kind: 'difference' })).toMatchObject({
      value: 20,
      standardUncertainty: 0.02,
    })
  })

  it('has no UCUM code where UCUM has none, and a bar where D-SI has no name', () => {
    expect(convertQuantity({ value: 0, from: 'dBW', to: 'dBm' })).toMatchObject({
      value: 30,
      ucum: null,
      dsi: '|dBm',
    })
  })

  it('refuses an uncertainty below zero and a unit that it does not know', () => {
    expect(codeOf(() => convertQuantity({ value: 1, standardUncertainty: -1, from: 'm', to: 'm' }))).toBe(
      'quantity.uncertainty-not-positive',
    )
    expect(codeOf(() => convertQuantity({ value: 1, from: 'foo', to: 'm' }))).toBe('unit.unknown')
    expect(codeOf(() => convertQuantity({ value: 'x', from: 'm', to: 'm' }))).toBe('quantity.not-a-number')
  })
})
