import { describe, expect, it } from 'vitest'

import type { EquipmentRecord, LinkRecord, ResultRecord } from '#metrology/traceability/records.ts'

import { calibrate, from, goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const mg = 1e-6

/** LAB's standard is certified as 1 kg + 20 mg, u = 5 mg; its class allows ±50 mg. */
function using(
  link: Partial<LinkRecord>,
  item: Partial<EquipmentRecord> = {},
  more: Partial<ResultRecord> = {},
) {
  const book = goodChain()
  revise(book.results, 'top', {
    estimate: 1 + 20 * mg,
    standardUncertainty: 5 * mg,
    expandedUncertainty: 10 * mg,
    budget: undefined,
    links: [],
  })
  revise(book.equipment, 'W1', item)
  const taken = from('top', { inputStandardUncertainty: 5 * mg, ...link })
  calibrate(book, {
    id: 'x',
    by: 'LAB',
    of: 'X',
    day: '2024-06-03',
    from: [taken],
    own: 1 * mg,
    result: more,
  })
  const answer = ask(book, { result: 'x' })
  return { told: found(answer, 'R07'), faults: faults(answer), verdict: answer.verdict }
}

const classes = [
  {
    measurandKind: 'mass',
    lower: 0.5,
    upper: 2,
    maximumPermissibleError: 50 * mg,
    recordedAt: on('2000-01-01'),
  },
]

describe('R07, a standard used by value', () => {
  it('passes with the value and U of its certificate', () => {
    expect(using({ inputEstimate: 1 + 20 * mg }, { usedBy: 'value' }).told).toEqual([
      'N-top/m1: pass corrected',
    ])
    expect(using({ inputEstimate: 1 + 23 * mg }).told).toEqual(['N-top/m1: pass corrected'])
  })

  it('sets conditions at its nominal value, with a bias that is in no line', () => {
    const { told, verdict } = using({ inputEstimate: 1 }, { usedBy: 'value' })
    expect(told).toEqual(['N-top/m1: fail bias-not-in-budget'])
    expect(verdict).toBe('traceable-with-conditions')
  })

  it('passes at its nominal value where the line, or a line of its own, holds the bias', () => {
    const enlarged = Math.hypot(5, 20 / Math.sqrt(3)) * mg
    expect(using({ inputEstimate: 1, inputStandardUncertainty: enlarged }).told).toEqual([
      'N-top/m1: pass bias-in-budget',
    ])
    const book = goodChain()
    revise(book.results, 'top', { estimate: 1 + 1e-7, budget: undefined, links: [] })
    calibrate(book, {
      id: 'x',
      by: 'LAB',
      of: 'X',
      day: '2024-06-03',
      from: [from('top', { inputEstimate: 1 })],
      own: 1e-7,
    })
    expect(found(ask(book, { result: 'x' }), 'R07')).toEqual(['N-top/m1: pass bias-in-budget'])
  })

  it('is not judged at another point than its own, nor without its figures', () => {
    expect(using({ inputEstimate: 1, usedAt: { value: 0.5 } }).told).toEqual([])
  })
})

describe('R07, a standard used by class', () => {
  const byClass = { usedBy: 'class', classes } as const

  it('passes with the limits of its class and their distribution', () => {
    const u = (50 * mg) / Math.sqrt(3)
    const link = { inputEstimate: 1, inputStandardUncertainty: u }
    expect(using(link, byClass).told).toEqual(['N-top/m1: pass limits-of-class-used'])
    expect(using(link, { classes }).told).toEqual(['N-top/m1: pass limits-of-class-used'])
  })

  it('sets conditions with the u of its certificate instead', () => {
    const { told, faults: all } = using({ inputEstimate: 1 }, byClass)
    expect(told).toEqual(['N-top/m1: fail limits-of-class-not-used'])
    expect(all).toContain('R07 limits-of-class-not-used N-top/m1')
  })

  it('takes the limits that its certificate was judged by where its class is not recorded', () => {
    const book = goodChain()
    const conformity = { rule: 'simple', lower: 1 - 50 * mg, upper: 1 + 50 * mg, outcome: 'pass' } as const
    revise(book.results, 'top', { conformity, estimate: 1 + 20 * mg })
    revise(book.equipment, 'W1', { usedBy: 'class' })
    const link = from('top', { inputEstimate: 1, inputStandardUncertainty: 20 * mg })
    calibrate(book, { id: 'x', by: 'LAB', of: 'X', day: '2024-06-03', from: [link] })
    expect(found(ask(book, { result: 'x' }), 'R07')).toEqual(['N-top/m1: fail limits-of-class-not-used'])
  })

  it('is not judged where nothing tells its limits', () => {
    expect(using({ inputEstimate: 1 }, { usedBy: 'class' }).told).toEqual([])
  })

  it('is known no earlier than its class was recorded', () => {
    const late = [{ ...classes[0]!, recordedAt: on('2030-01-01') }]
    const book = goodChain()
    revise(book.equipment, 'W1', { usedBy: 'class', classes: late })
    const told = (asKnownAt: Date) => found(ask(book, { asKnownAt }), 'R07')
    expect(told(on('2029-01-01'))).toEqual([])
    expect(told(on('2031-01-01'))).toEqual(['N-top/m1: fail limits-of-class-not-used'])
  })
})
