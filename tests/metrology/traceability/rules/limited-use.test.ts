import { describe, expect, it } from 'vitest'

import type { RestrictionRecord } from '#metrology/traceability/equipment-statements.ts'

import { goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

/** NMI's standard W1, used for the plant's weight on 2024-06-03, is barred somewhere. */
function barred(change: Partial<RestrictionRecord>) {
  const book = goodChain()
  const restriction = {
    id: 'r',
    parameters: {},
    validFrom: '2024-01-01',
    reason: 'A scratch',
    recordedAt: on('2024-01-01'),
    ...change,
  }
  revise(book.equipment, 'W1', { restrictions: [restriction] })
  return book
}

const range = (lower: number, upper: number) => ({ measurandKind: 'mass', range: { lower, upper } })

const day = (offset: number) => `2024-0${6 + offset}-15`

describe('R05, limited use', () => {
  it('bars a standard from use inside everything that is stated, and from nothing outside', () => {
    expect(faults(ask(barred({})))).toEqual(['R05 use-restricted N-top/m1'])
    expect(faults(ask(barred(range(0.5, 2))))).toEqual(['R05 use-restricted N-top/m1'])
    expect(faults(ask(barred(range(1.5, 2))))).toEqual([])
    expect(faults(ask(barred({ component: 'B' })))).toEqual([])
    expect(faults(ask(barred({ measurandKind: 'force' })))).toEqual([])
  })

  it('holds from its first day to its last, at the day of the use and not at the day of the question', () => {
    expect(faults(ask(barred({ validFrom: day(2) })))).toEqual([])
    const until = (validTo: string) => barred({ end: { validTo, recordedAt: on('2024-08-01') } })
    expect(faults(ask(until('2024-01-31')))).toEqual([])
    expect(faults(ask(until(day(1))))).toEqual(['R05 use-restricted N-top/m1'])
  })

  it('is known from the moment it is recorded, and so is its end', () => {
    const later = barred({ recordedAt: on('2024-10-01') })
    expect(faults(ask(later, { asKnownAt: on('2024-09-30') }))).toEqual([])
    expect(faults(ask(later, { asKnownAt: on('2024-10-01') }))).toEqual(['R05 use-restricted N-top/m1'])
    const ended = barred({ end: { validTo: '2024-01-31', recordedAt: on('2024-10-01') } })
    expect(faults(ask(ended, { asKnownAt: on('2024-09-30') }))).toEqual(['R05 use-restricted N-top/m1'])
    expect(faults(ask(ended, { asKnownAt: on('2024-10-01') }))).toEqual([])
  })

  it('by a parameter that neither the use nor the result states can be decided by nobody', () => {
    const book = barred({ parameters: { frequency: { lower: 1e9, upper: 2e9 } } })
    expect(found(ask(book), 'R05')).toContain('N-top/m1: unknown restriction-undecided')
    const [top] = book.results.filter((one) => one.id === 'top')
    const at = (frequency: number) =>
      revise(book.results, 'top', { point: { ...top!.point, parameters: { frequency } } })
    at(1.5e9)
    expect(faults(ask(book))).toEqual(['R05 use-restricted N-top/m1'])
    at(3e9)
    expect(faults(ask(book))).toEqual([])
  })
})
