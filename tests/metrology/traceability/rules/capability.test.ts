import { describe, expect, it } from 'vitest'

import { significantDigits } from '#metrology/traceability/rules/capability.ts'

import { goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

/** A scope of LAB with Q[a, 0] in µg, against a certificate with this U in µg. */
function stated(cmc: number, U: number, printed?: string) {
  const book = goodChain()
  revise(book.competences, 'LAB-accreditation', {
    versions: [
      {
        sequence: 1,
        lower: 0.001,
        upper: 20,
        validFrom: '2000-01-01',
        recordedAt: on('2000-01-01'),
        capability: {
          uncertainty: { form: 'quadrature', a: cmc, b: 0 },
          argument: 'value',
          argumentUnitSize: 1,
          uncertaintyUnitSize: 1e-9,
          relative: false,
          coverageFactor: 2,
        },
      },
    ],
  })
  revise(book.results, 'low', {
    unit: 'µg',
    unitSize: 1e-9,
    expandedUncertainty: U * 1e-9,
    standardUncertainty: (U / 2) * 1e-9,
    reportedUncertainty: printed,
  })
  return book
}

describe('R11, the capability', () => {
  it('is kept by a U that is not below it', () => {
    expect(found(ask(stated(200, 210)), 'R11')).toEqual(['N-low/m1: pass within-capability'])
  })

  it('makes a smaller U conditional', () => {
    const answer = ask(stated(250, 210))
    expect(answer.verdict).toBe('traceable-with-conditions')
    expect(faults(answer)).toEqual(['R11 below-capability N-low/m1'])
  })

  it('is compared as printed: 240 against 241.66 is the same figure', () => {
    expect(ask(stated(241.66, 240)).verdict).toBe('traceable')
    expect(ask(stated(245.1, 240)).verdict).toBe('traceable-with-conditions')
  })

  it('is not stated by a scope without one', () => {
    expect(found(ask(goodChain()), 'R11')).toEqual([])
  })

  it('has U printed with at most two significant digits', () => {
    expect(ask(stated(200, 210, '210')).verdict).toBe('traceable')
    expect(faults(ask(stated(200, 210, '210.4')))).toEqual(['R11 too-many-digits N-low/m1'])
  })

  it('has U rounded down by no more than 5 %', () => {
    expect(ask(stated(200, 208, '200')).verdict).toBe('traceable')
    expect(faults(ask(stated(200, 214, '200')))).toEqual(['R11 rounded-down N-low/m1'])
  })
})

describe('significant digits', () => {
  it.each([
    ['17', 2],
    ['0.0450', 3],
    ['0.045', 2],
    ['1500', 2],
    ['1.0', 2],
    ['1.00', 3],
    ['9.2e-11', 2],
    ['0.000 12', 2],
  ])('of %s are %i', (printed, digits) => {
    expect(significantDigits(printed)).toBe(digits)
  })
})
