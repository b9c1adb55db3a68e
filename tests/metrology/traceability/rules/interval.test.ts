import { describe, expect, it } from 'vitest'

import { civilDays, dueOf, monthsLater } from '#metrology/traceability/due.ts'

import { calibrate, event, from, goodChain, item, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const overdueDay = on('2025-07-01')

/** The plant's weight is due on 2025-06-03; this calibrates it again a month after that. */
function calibratedAgain(outcome: 'pass' | 'fail', stage: 'as-found' | 'as-left' = 'as-found'): Book {
  const book = goodChain()
  calibrate(book, {
    id: 'again',
    by: 'LAB',
    of: 'W2',
    day: '2025-07-10',
    from: [from('top')],
    result: { stage, conformity: { rule: 'simple', outcome } },
  })
  return book
}

describe('R09, the interval', () => {
  it('runs by calendar months from the last day of measurement, that day included', () => {
    expect(ask(goodChain(), { at: on('2025-06-03') }).verdict).toBe('traceable')
    expect(faults(ask(goodChain(), { at: on('2025-06-04') }))).toEqual(['R09 overdue N-low/m1'])
  })

  it('ends on the last day of a shorter month', () => {
    expect(monthsLater('2024-08-31', 6)).toBe('2025-02-28')
    expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28')
    expect(monthsLater('2024-12-15', 1)).toBe('2025-01-15')
  })

  it('overdue is lifted to conditions by a next as-found in tolerance', () => {
    const answer = ask(calibratedAgain('pass'), { at: overdueDay })
    expect(answer.verdict).toBe('traceable-with-conditions')
    expect(faults(answer)).toEqual(['R09 overdue-found-good N-low/m1'])
  })

  it('overdue stays where the next as-found failed, was not taken, or is not known yet', () => {
    expect(faults(ask(calibratedAgain('fail'), { at: overdueDay }))).toContain('R09 overdue N-low/m1')
    expect(faults(ask(calibratedAgain('pass', 'as-left'), { at: overdueDay }))).toContain(
      'R09 overdue N-low/m1',
    )
    const asKnownAt = on('2025-07-09')
    expect(faults(ask(calibratedAgain('pass'), { at: overdueDay, asKnownAt }))).toContain(
      'R09 overdue N-low/m1',
    )
  })

  it('overdue is not lifted across an adjustment that took the evidence away', () => {
    const book = calibratedAgain('pass')
    revise(book.equipment, 'W2', { events: [event('adjustment', '2025-07-05')] })
    expect(faults(ask(book, { at: overdueDay }))).toContain('R09 overdue N-low/m1')
  })

  it('of a verification is the validity it states', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { kind: 'verification', validUntil: '2024-08-31' })
    expect(faults(ask(book))).toEqual(['R09 overdue N-low/m1'])
  })

  it('changes with the programme of the owner from the day it changes', () => {
    const programmes = [
      { intervalMonths: 12, recordedAt: on('2000-01-01') },
      { intervalMonths: 2, from: '2024-09-01', recordedAt: on('2024-09-01') },
    ]
    const certificate = goodChain().certificates.find((one) => one.id === 'cert-low')!
    const owned = item('W2', { programmes })
    expect(dueOf(certificate, owned, '2024-08-31', civilDays(480))?.lastDay).toBe('2025-06-03')
    expect(dueOf(certificate, owned, '2024-09-01', civilDays(480))?.lastDay).toBe('2024-08-03')
  })

  it('that nobody set is told and decides nothing', () => {
    const book = goodChain()
    revise(book.equipment, 'W2', { programmes: [] })
    const answer = ask(book, { at: on('2030-01-01') })
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R09')).toContain('N-low/m1: unknown no-programme')
  })

  it('of a standard that expired after its use does not matter', () => {
    const answer = ask(goodChain(), { at: on('2025-05-01') })
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R13')).toEqual(['N-top/m1: pass expired-after-use'])
  })

  it('of a standard is asked on the day it was used', () => {
    const book = goodChain()
    revise(book.equipment, 'W1', { programmes: [{ intervalMonths: 2, recordedAt: on('2000-01-01') }] })
    expect(faults(ask(book))).toEqual(['R09 overdue N-top/m1'])
  })
})
