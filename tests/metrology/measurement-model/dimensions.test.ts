import { describe, expect, it } from 'vitest'
import { exponentsOf, exponentsOfNeper } from '#metrology/measurement-model/dimension-rules.ts'
import { checkDimensions } from '#metrology/measurement-model/dimensions.ts'
import { compileModel } from '#metrology/measurement-model/model.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { refused } from '../refused.ts'

const units = {
  l: 'm',
  w: 'm',
  t: 's',
  m: 'kg',
  T: 'K',
  n: '1',
  c: '%',
  phi: 'rad',
  L: 'dB',
  M: 'dBm',
  N: 'Np',
  V: 'V',
  R: 'Ω',
}
const symbols = Object.keys(units)

const exponents = (unit: string) =>
  unit === 'Np' ? exponentsOfNeper : exponentsOf(parseUnit(unit).dimension)

/** A model of the symbols above; `unit` is that of its last output. */
const check = (text: string | Record<string, string>, unit?: string) => {
  const outputs = typeof text === 'string' ? { y: text } : text
  const last = Object.keys(outputs).at(-1) ?? ''
  checkDimensions(compileModel(outputs, symbols), {
    inputs: Object.values(units).map(exponents),
    outputs: new Map(unit === undefined ? [] : [[last, exponents(unit)]]),
  })
}

const code = 'measurement-model.dimension-mismatch'

describe('a model whose dimensions agree', () => {
  it.each([
    ['l + w - l', 'mm'],
    ['l*w/t^2', 'm²/s²'],
    ['V^2/R', 'W'],
    ['V/R', 'A'],
    ['m*(l/t)^2/2', 'J'],
    ['sqrt(l*w)', 'm'],
    ['cbrt(l^2*w)', 'm'],
    ['(l*w)^(1/2)', 'm'],
    ['(l^2*w)^0.333333333', 'm'],
    ['l^-1', 'm⁻¹'],
    ['l^0', '1'],
    ['2^n', '1'],
    ['n^n', '1'],
    ['abs(-l)', 'm'],
    ['max(l, w, 0)', 'm'],
    ['min(l, w)', 'm'],
    ['hypot(l, w, 0.001)', 'm'],
    ['atan2(l, w)', 'rad'],
    ['exp(-l/w)', '1'],
    ['log(l/w)', '1'],
    ['l*sin(phi)', 'm'],
    ['l*cos(n)', 'm'],
    ['asin(l/w)', '°'],
    ['n + c + phi', '1'],
    ['2*pi/t', 'rad/s'],
    ['l + 0.05', 'm'],
    ['T - 20', 'K'],
    ['l*(1 + n*(T - 20)/(T + 2*3))', 'm'],
    ['log(2) + l', 'm'],
    ['3.5', 'kg'],
    ['2*3 - 1', 'kg'],
  ])('%s is accepted in %s', (text, unit) => {
    expect(() => check(text, unit)).not.toThrow()
  })

  it.each([
    ['L + 2*L - 3', 'dB'],
    ['M - L', 'dBm'],
    ['n*L', 'dB'],
    ['(L - M)/l*w', 'dB'],
    ['20*log10(l/w)', 'dB'],
    ['-10*log10(n)/2 + 3', 'dB'],
    ['L + 20*log10(l/w) - log10(n)', 'dB'],
    ['20*log10(l/w) + L', 'dB'],
    ['10*log10(n) + c', '1'],
    ['10^(L/10)', '1'],
    ['exp(L*log(10)/20)', '1'],
    ['N + 0.5', 'Np'],
    ['exp(2*N)', '%'],
  ])('%s, with a level, is accepted in %s', (text, unit) => {
    expect(() => check(text, unit)).not.toThrow()
  })

  it('carries the dimension of an output into the outputs that use it', () => {
    expect(() => check({ v: 'l/t', a: 'v/t' }, 'm/s²')).not.toThrow()
    expect(() => check({ v: 'l/t', a: 'v' }, 'km/h')).not.toThrow()
  })

  it('may have any dimension where no unit is stated for its output', () => {
    expect(() => check('l*t')).not.toThrow()
  })
})

describe('a model whose dimensions do not agree', () => {
  it('is refused for metres and seconds, with the place in the text and both dimensions', () => {
    expect(refused(() => check('2*l + t'))).toEqual({
      code,
      pointer: '/model/outputs/y',
      detail:
        '"+" at character 5 brings together m and s. ' +
        'A written factor is a plain number: a constant that has a unit is stated as an input',
    })
  })

  it('tells the dimensions as units of the SI, one below the other', () => {
    expect(refused(() => check('l + m*l/t^2')).detail).toContain('brings together m and kg·m/s²')
    expect(refused(() => check('sqrt(l) - n')).detail).toMatch(
      /"-" at character 9 brings together m\S+ and 1\./,
    )
  })

  it.each([
    ['l - t', 3],
    ['l + n', 3],
    ['l + c', 3],
    ['1 + l*(2 - t) + l', 15],
    ['max(l, t)', 1],
    ['n*min(l, w, t)', 3],
    ['hypot(l, t)', 1],
    ['atan2(l, t)', 1],
    ['sin(l)', 1],
    ['1 + exp(t)', 5],
    ['log(l) - log(w)', 1],
    ['log10(m)', 1],
    ['asinh(T)', 1],
    ['l^n', 2],
    ['n^l', 2],
    ['2^t', 2],
    ['n^sin(phi) + w', 12],
    ['l + w*(1 + T)*t', 3],
    ['L + c', 3],
    ['L + l', 3],
    ['L + N', 3],
    ['n + sin(L)', 5],
    ['L + exp(n)', 3],
  ])('%s is refused at character %i', (text, position) => {
    const found = refused(() => check(text))
    expect(found).toMatchObject({ code, pointer: '/model/outputs/y' })
    expect(found.detail).toContain(`at character ${position} `)
  })

  it.each([
    ['l', 'kg', 1],
    ['  l', 's', 3],
    ['l*w', 'm', 2],
    ['l + w*2', 'm²', 3],
    ['2*3*n', 'm', 4],
    ['L - 3', 'Np', 3],
    ['20*log10(n)', 'm', 3],
    ['9.80665*m', 'N', 8],
  ])('%s is refused in %s, at character %i', (text, unit, position) => {
    const { code: found, detail } = refused(() => check(text, unit))
    expect(found).toBe(code)
    expect(detail).toContain(`made at character ${position},`)
  })

  it('is told at the output whose text is at fault, also where another uses it', () => {
    const chained = { v: 'l/t', s: 'l + v', z: 's' }
    expect(refused(() => check(chained, 'm')).pointer).toBe('/model/outputs/s')
    expect(refused(() => check({ v: 'l/t', s: '1*v' }, 'm'))).toMatchObject({ pointer: '/model/outputs/s' })
    expect(refused(() => check({ v: 'l/t', s: 'v' }, 'm')).detail).toContain('character 1,')
  })
})
