import { describe, expect, it } from 'vitest'
import { capabilityAt } from '#metrology/competence/capability.ts'
import { statedCapability, type CapabilityEntry } from '#metrology/competence/capability-entry.ts'
import { capabilityOf, expressionOfX } from '#metrology/competence/stated-capability.ts'
import type { Refusal } from '#refusal.ts'

const length = { code: 'length.gauge-block', unit: 'm', parameters: [] }
const range = { lower: '0.5', upper: '100', unit: 'mm' }
const stated = (entry: CapabilityEntry) => statedCapability(entry, range, length)
/** U in metres at a value in metres. */
const at = (entry: CapabilityEntry, value: number) =>
  capabilityAt(capabilityOf(stated(entry), range.unit), { value, parameters: {} }, expressionOfX)
const refusalOf = (entry: CapabilityEntry): Refusal => {
  try {
    stated(entry)
  } catch (error) {
    return error as Refusal
  }
  throw new Error('Nothing was refused')
}

describe('a capability as it is entered', () => {
  it('keeps its digits, and is taken at k = 2 and not relative where nothing is said', () => {
    expect(stated({ form: 'quadrature', unit: 'nm', a: '22.0', b: 0.2 })).toEqual({
      form: 'quadrature',
      unit: 'nm',
      a: '22.0',
      b: '0.2',
      coverageFactor: '2',
      relative: false,
    })
  })

  it('Q[22, 0.2L] nm is 24.2 nm at 50 mm, as published for the interferometry of NIM', () => {
    expect(at({ form: 'quadrature', unit: 'nm', a: 22, b: 0.2 }, 0.05)).toBeCloseTo(24.166e-9, 12)
  })

  it('says the same in each of its forms', () => {
    const rows = [
      { value: '0.5', expandedUncertainty: '20.5' },
      { value: '100', expandedUncertainty: '120' },
    ]
    const table = at({ form: 'table', unit: 'nm', rows }, 0.05)
    const expression = at({ form: 'expression', unit: 'nm', expression: '20 + x' }, 0.05)
    expect(table).toBeCloseTo(expression!, 20)
  })

  it('is refused in a unit that is none of a length, or none of a fraction', () => {
    expect(refusalOf({ form: 'quadrature', unit: 'mK', a: 1, b: 1 }).place.pointer).toBe('/unit')
    expect(refusalOf({ form: 'quadrature', unit: 'nm', a: 1, b: 1, relative: true }).place.pointer).toBe(
      '/unit',
    )
  })

  it('is refused where it has no positive value somewhere in its range', () => {
    for (const expression of ['x - 50', '1 / (x - 100)', 'log(x)', '0 * x']) {
      const refusal = refusalOf({ form: 'expression', unit: 'nm', expression })
      expect(refusal.definition.code, expression).toBe('competence.contradicts-itself')
      expect(refusal.place.pointer, expression).toBe('/expression')
    }
    expect(refusalOf({ form: 'quadrature', unit: 'nm', a: 0, b: 0 }).definition.code).toBe(
      'competence.contradicts-itself',
    )
    expect(refusalOf({ form: 'quadrature', unit: 'nm', a: 1, b: 1, coverageFactor: 0 }).place.pointer).toBe(
      '/coverageFactor',
    )
  })

  it('is refused at the place of the text that is no expression of x', () => {
    for (const expression of ['x +', 'x; y', 'y', 'import("fs")', '"x"']) {
      const refusal = refusalOf({ form: 'expression', unit: 'nm', expression })
      expect(refusal.place.pointer, expression).toBe('/expression')
      expect(refusal.definition.code, expression).toMatch(/^measurement-model\./)
    }
  })
})
