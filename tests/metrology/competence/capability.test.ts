import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { capabilityAt, contradictions } from '#metrology/competence/capability.ts'
import type { Capability, CapabilityForm } from '#metrology/competence/capability.ts'
import { expressionOfX } from '#metrology/competence/stated-capability.ts'

const stated = (uncertainty: CapabilityForm, more: Partial<Capability> = {}): Capability => ({
  uncertainty,
  argument: 'value',
  argumentUnitSize: 1,
  uncertaintyUnitSize: 1,
  relative: false,
  coverageFactor: 2,
  ...more,
})

const at = (capability: Capability, value: number, parameters = {}) =>
  capabilityAt(capability, { value, parameters }, expressionOfX)

const table = stated({
  form: 'table',
  rows: [
    { x: 10, expandedUncertainty: 4 },
    { x: 0, expandedUncertainty: 2 },
    { x: 20, expandedUncertainty: 3 },
  ],
})

describe('a capability', () => {
  it('of gauge blocks, Q[22 nm, 0.2 L] with L in mm, is 24.2 nm at 50 mm', () => {
    const form = { form: 'quadrature', a: 22, b: 0.2 } as const
    const blocks = stated(form, { argumentUnitSize: 1e-3, uncertaintyUnitSize: 1e-9 })
    expect(at(blocks, 0.05)).toBeCloseTo(Math.hypot(22, 10) * 1e-9, 15)
  })

  it('as an expression is evaluated at the value', () => {
    expect(at(stated({ form: 'expression', expression: '0.5 + 2e-3 * x' }), 100)).toBeCloseTo(0.7, 12)
  })

  it('as an expression that has no value somewhere states nothing there', () => {
    const pole = stated({ form: 'expression', expression: '1 / (x - 1)' })
    expect(at(pole, 1)).toBeUndefined()
    expect(at(pole, 0)).toBeUndefined()
    expect(at(pole, 2)).toBe(1)
  })

  it('as a table is interpolated between its rows and never extrapolated', () => {
    expect(at(table, 5)).toBe(3)
    expect(at(table, 20)).toBe(3)
    expect(at(table, 20.1)).toBeUndefined()
    expect(at(table, -0.1)).toBeUndefined()
  })

  it('as a fraction grows with the value', () => {
    const relative = stated({ form: 'quadrature', a: 3, b: 0 }, { relative: true, uncertaintyUnitSize: 1e-6 })
    expect(at(relative, -10)).toBeCloseTo(3e-5, 15)
  })

  it('may depend on a parameter, and states nothing where that is not known', () => {
    const sensor = stated(
      {
        form: 'table',
        rows: [
          { x: 0.01, expandedUncertainty: 0.2 },
          { x: 18, expandedUncertainty: 0.7 },
        ],
      },
      { argument: 'frequency', argumentUnitSize: 1e9, uncertaintyUnitSize: 0.01, relative: true },
    )
    expect(at(sensor, 0.933, { frequency: 18e9 })).toBeCloseTo(0.007 * 0.933, 12)
    expect(at(sensor, 0.933)).toBeUndefined()
  })

  it('as a table lies between the smallest and the largest of its rows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (x) => {
        const U = at(table, x)
        expect(U).toBeGreaterThanOrEqual(2)
        expect(U).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('a capability that contradicts itself', () => {
  const range = { lower: 0, upper: 20 }
  const rows = (...pairs: (readonly [number, number])[]) =>
    stated({ form: 'table', rows: pairs.map(([x, expandedUncertainty]) => ({ x, expandedUncertainty })) })

  it.each([
    ['range-reversed', table, { lower: 20, upper: 0 }],
    ['table-empty', rows(), range],
    ['table-row-repeated', rows([0, 1], [0, 2], [20, 1]), range],
    ['uncertainty-not-positive', rows([0, 0], [20, 1]), range],
    ['not-evaluable-in-range', rows([0, 1], [10, 1]), range],
    ['not-evaluable-in-range', stated({ form: 'expression', expression: 'x - 10' }), range],
  ] as const)('is told: %s', (found, capability, over) => {
    expect(contradictions(capability, over, expressionOfX)).toEqual([found])
  })

  it('is not one that can be evaluated everywhere', () => {
    expect(contradictions(table, range, expressionOfX)).toEqual([])
  })
})
