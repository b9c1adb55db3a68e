import { describe, expect, it } from 'vitest'
import { placeUnit, resultUnit, statedRange, statedRangeOf } from '#metrology/measurand-kind/stated-range.ts'
import type { Refusal } from '#refusal.ts'

const torque = { code: 'torque', unit: 'N.m', parameters: [{ name: 'temperature', unit: '°C' }] }
const torqueError = {
  code: 'torque.relative-indication-error',
  unit: '1',
  parameters: [{ name: 'torque', unit: 'N.m' }],
}

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work()
  } catch (error) {
    return error as Refusal
  }
  throw new Error('Nothing was refused')
}

describe('a range', () => {
  it('keeps the digits with which it was stated', () => {
    const range = statedRangeOf(torque, { lower: '0.10', upper: '1 000.0', unit: 'N.m' })
    expect(range).toEqual({ lower: '0.10', upper: '1000.0', unit: 'N.m' })
    expect(statedRange({ lower: 1e-9, upper: 1e3, unit: 'V' })).toEqual({
      lower: '0.000000001',
      upper: '1000',
      unit: 'V',
    })
  })

  it('may be a single point, and is never reversed', () => {
    expect(statedRange({ lower: 1, upper: '1.0', unit: 'm' })).toMatchObject({ upper: '1.0' })
    const refusal = refusalOf(() => statedRange({ lower: -1, upper: -2, unit: 'm' }))
    expect(refusal.definition.code).toBe('measurand-kind.range-reversed')
    expect(refusal.place.pointer).toBe('/upper')
  })

  it('is in a unit of the dimension of its kind', () => {
    const refusal = refusalOf(() => statedRangeOf(torque, { lower: 0, upper: 1, unit: 'kg' }))
    expect(refusal.definition.code).toBe('measurand-kind.unit-of-other-dimension')
    expect(refusal.place.pointer).toBe('/unit')
  })

  it('names the end that is no number', () => {
    const refusal = refusalOf(() => statedRange({ lower: 0, upper: 'much', unit: 'm' }))
    expect(refusal.place.pointer).toBe('/upper')
  })
})

describe('the unit of a kind of measurand', () => {
  it('of a result is that of the kind; of a place it may be that of what the error is found at', () => {
    expect(placeUnit(torqueError, 'kN.m').symbol).toBe('kN·m')
    expect(placeUnit(torqueError, '%').symbol).toBe('%')
    expect(resultUnit(torqueError, '%').symbol).toBe('%')
    expect(refusalOf(() => resultUnit(torqueError, 'N.m')).definition.code).toBe(
      'measurand-kind.unit-of-other-dimension',
    )
  })
})
