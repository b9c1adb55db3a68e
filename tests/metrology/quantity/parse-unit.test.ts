import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toDouble } from '#metrology/quantity/rational.ts'
import { knownUnits, takesPrefix } from '#metrology/quantity/unit/known-units.ts'
import { prefixes } from '#metrology/quantity/unit/prefixes.ts'
import { Refusal } from '#refusal.ts'

const refusalOf = (text: string): Refusal | undefined => {
  try {
    parseUnit(text)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

describe('a unit on a certificate', () => {
  it.each([
    ['kg·m/s²', 'kg·m/s²', 1],
    ['m·s^-2', 'm/s²', 1],
    ['m s-2', 'm/s²', 1],
    ['m/s^{2}', 'm/s²', 1],
    ['m·s⁻²', 'm/s²', 1],
    ['m/s/s', 'm/s²', 1],
    ['W/(m·K)', 'W/(m·K)', 1],
    ['1/K', 'K⁻¹', 1],
    ['µm', 'µm', 1e-6],
    ['μm', 'µm', 1e-6],
    ['um', 'µm', 1e-6],
    ['Ω', 'Ω', 1],
    ['\u2126', 'Ω', 1],
    ['Ohm', 'Ω', 1],
    ['kohm', 'kΩ', 1000],
    ['°C', '°C', 1],
    ['℃', '°C', 1],
    ['degC', '°C', 1],
    ['°F', '°F', 5 / 9],
    ['%', '%', 0.01],
    ['‰', '‰', 0.001],
    ['ppm', 'ppm', 1e-6],
    ['ppb', 'ppb', 1e-9],
    ['%RH', '%RH', 0.01],
    ['µV/V', 'µV/V', 1e-6],
    ['nΩ/Ω', 'nΩ/Ω', 1e-9],
    ['ppm/°C', 'ppm/°C', 1e-6],
    ['10⁻⁶/K', '10⁻⁶/K', 1e-6],
    ['nV/√Hz', 'nV/Hz^(1/2)', 1e-9],
    ['mmHg', 'mmHg', 133.322387415],
    ['Torr', 'Torr', 101325 / 760],
    ['bar', 'bar', 1e5],
    ['mbar', 'mbar', 100],
    ['hPa', 'hPa', 100],
    ['atm', 'atm', 101325],
    ['psi', 'psi', 6894.757293168362],
    ['kWh', 'kW·h', 3.6e6],
    ['kW·h', 'kW·h', 3.6e6],
    ['kN·m', 'kN·m', 1000],
    ['h', 'h', 3600],
    ['min', 'min', 60],
    ['d', 'd', 86400],
    ['L', 'L', 0.001],
    ['l', 'L', 0.001],
    ['°', '°', Math.PI / 180],
    ['′', '′', Math.PI / 10800],
    ['″', '″', Math.PI / 648000],
    ['"', '″', Math.PI / 648000],
    ['mGal', 'mGal', 1e-5],
    ['rpm', 'r/min', 1 / 60],
    ['r/min', 'r/min', 1 / 60],
    ['t', 't', 1000],
    ['eV', 'eV', 1.602176634e-19],
    ['u', 'u', 1.66053906892e-27],
    ['Da', 'Da', 1.66053906892e-27],
    ['㎜', 'mm', 0.001],
    ['mPa s', 'mPa·s', 0.001],
  ])('"%s" is %s, %d of the coherent unit', (text, symbol, factor) => {
    const unit = parseUnit(text)
    expect(unit.symbol).toBe(symbol)
    expect(toDouble(unit.factor) / factor).toBeCloseTo(1, 14)
  })

  it.each([
    ['mm[Hg]', 'mmHg'],
    ['Cel', '°C'],
    ['[degF]', '°F'],
    ['kW.h', 'kW·h'],
    ['m/s2', 'm/s²'],
    ['[psi]', 'psi'],
    ['[in_i]', 'in'],
    ['deg', '°'],
    ["'", '′'],
    ["''", '″'],
    ['[ppm]', 'ppm'],
    ['10*-6', '10⁻⁶'],
    ['Ohm', 'Ω'],
    ['%{RH}', '%RH'],
    ['mL{total}', 'mL'],
    ['J/(kg.K)', 'J/(kg·K)'],
  ])('reads the UCUM code %s as %s', (code, symbol) => {
    expect(parseUnit(code).symbol).toBe(symbol)
  })

  it.each([
    [String.raw`\micro\metre`, 'µm'],
    [String.raw`\kilogram\metre\second\tothe{-2}`, 'kg·m/s²'],
    [String.raw`\kilogram\per\metre\tothe{3}`, 'kg/m³'],
    [String.raw`\pico\coulomb\per\metre\second\tothe{-2}`, 'pC·s²/m'],
    [String.raw`\degreecelsius`, '°C'],
    [String.raw`\degreeCelsius`, '°C'],
    [String.raw`\deci\bel`, 'dB'],
    [String.raw`\kilo\gram`, 'kg'],
    [String.raw`\kilo\watt\hour`, 'kW·h'],
    [String.raw`\one`, '1'],
    ['|psi', 'psi'],
  ])('reads the D-SI form %s as %s', (text, symbol) => {
    expect(parseUnit(text).symbol).toBe(symbol)
  })

  it('keeps a level a level, and its reference with it', () => {
    expect(parseUnit('dB').scale).toMatchObject({ kind: 'logarithmic', reference: '' })
    expect(parseUnit('dBm').scale).toMatchObject({ kind: 'logarithmic', reference: '1 W' })
    expect(parseUnit('Np').scale.kind).toBe('logarithmic')
    expect(parseUnit('dB/m').scale.kind).toBe('linear')
    expect(refusalOf('dBm/m')?.definition.code).toBe('unit.syntax')
  })

  it('is a temperature only where it stands alone: in a coefficient a degree is a kelvin', () => {
    expect(parseUnit('°C').scale.kind).toBe('affine')
    expect(parseUnit('mV/°C').scale.kind).toBe('linear')
    expect(parseUnit('mV/°C').dimension).toEqual(parseUnit('mV/K').dimension)
  })

  it('says where its size is a measured constant', () => {
    expect(parseUnit('kDa').exact).toBe(false)
    expect(parseUnit('keV').exact).toBe(true)
  })
})

describe('a unit that is not known', () => {
  it.each(['foo', 'psig', 'inHg', 'KHz', 'M', 'e', 'gal', 'HRC', 'mkg', 'metre', 'µin/foo', 'constructor'])(
    'is refused by its name: %s',
    (text) => {
      const refusal = refusalOf(text)
      expect(refusal?.definition.code).toBe('unit.unknown')
      expect(refusal?.message).toContain(`"${text.split('/').at(-1)}"`)
    },
  )

  it('is refused by its name in D-SI too', () => {
    expect(refusalOf(String.raw`\mili\metre`)?.facts).toMatchObject({ name: 'mili' })
    expect(refusalOf(String.raw`\__proto__`)?.definition.code).toBe('unit.syntax')
  })

  it.each([
    '',
    '  ',
    'm/',
    '(m',
    'm)',
    'm^',
    'm^99',
    'm^(1/7)',
    '0 m',
    'm²²²',
    'J/kg·K',
    'J/kg.K',
    'J/kg K',
    '√√√Hz',
    '((10^99)^12)^12',
    'm\u0000',
    '\\',
    '\\tothe{2}',
    '\\micro\\mega\\ampere',
    '\\milli\\kilogram',
    '\\kelvin\\tothe{2}\\tothe{2}',
    'm'.repeat(121),
    '('.repeat(120),
  ])('is refused for how it is written: %j', (text) => {
    expect(refusalOf(text)?.definition.code).toBe('unit.syntax')
  })

  it('never breaks the reader, whatever the text', () => {
    const sign = fc.constantFrom(...'mskgVΩ°µ%/·.*^-²⁻()[]{}\\\'"√ 0123456789|e', 'tothe', 'per', 'Pa')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = signs.join('')
        const refusal = refusalOf(text)
        return refusal === undefined || refusal.definition.code.startsWith('unit.')
      }),
    )
  })
})

describe('every known unit', () => {
  const used = knownUnits.flatMap((unit) => [
    unit.symbol,
    ...prefixes.filter((prefix) => takesPrefix(unit, prefix)).map((prefix) => prefix.symbol + unit.symbol),
  ])
  /** f and a before t read as foot and technical atmosphere; nobody weighs femtotonnes. */
  const readings = used.filter((symbol) => symbol !== 'ft' && symbol !== 'at')

  it('has one reading, with any prefix', () => {
    const repeated = readings.filter((symbol, i) => readings.indexOf(symbol) !== i)
    expect(repeated).toEqual(['kg', 'mmHg', 'dB']) // and these are the same size either way
  })

  it('is read back from its symbol, its D-SI form and its UCUM code', () => {
    for (const symbol of readings) {
      const unit = parseUnit(symbol)
      expect(unit.symbol).toBe(symbol)
      for (const form of [unit.dsi, unit.ucum ?? symbol]) {
        const read = parseUnit(form)
        expect([form, toDouble(read.factor)]).toEqual([form, toDouble(unit.factor)])
        expect(read.dimension).toEqual(unit.dimension)
        expect(read.scale).toEqual(unit.scale)
      }
    }
  })

  it('is read back from the forms of any product', () => {
    // 1 is a unit, but has no powers that anybody writes.
    const symbols = readings.filter((symbol) => symbol !== '1' && !/^dB./.test(symbol))
    const member = fc.tuple(fc.constantFrom(...symbols), fc.integer({ min: -4, max: 4 }))
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), (members) => {
        const unit = parseUnit(members.map(([symbol, exponent]) => `${symbol}^${exponent}`).join(' '))
        for (const form of [unit.symbol, unit.dsi, unit.ucum ?? unit.symbol]) {
          if (form.length > 120) continue
          const read = parseUnit(form)
          expect(read.dimension).toEqual(unit.dimension)
          expect(read.factor).toEqual(unit.factor)
        }
      }),
    )
  })
})
