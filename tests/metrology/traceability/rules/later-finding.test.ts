import { describe, expect, it } from 'vitest'

import type { ResultRecord } from '#metrology/traceability/records.ts'

import { calibrate, event, fromReference, goodChain, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

/** LAB's weight was used on 2024-06-03; it is measured again, and this is what was found. */
function nextYear(result: Partial<ResultRecord>, day = '2025-03-03'): Book {
  const book = goodChain()
  const stage = 'as-found'
  calibrate(book, {
    id: 'next',
    by: 'NMI',
    of: 'W1',
    day,
    from: [fromReference('KG')],
    own: 3e-8,
    result: { stage, ...result },
  })
  return book
}

const pass = { rule: 'simple', outcome: 'pass' } as const
const fail = { rule: 'simple', outcome: 'fail' } as const
const allowing = (value: number, relative = false) => ({ driftAllowance: { mass: { value, relative } } })
const wordsOf = (book: Book) =>
  ask(book).rules.find(({ reason }) => reason === 'out-of-tolerance')?.message ?? { en: '', zh: '' }

describe('R18, later findings', () => {
  it('tell from when on every use is in question: from the calibration, or from the last check that passed', () => {
    const bad = { conformity: fail, estimate: 1 + 5e-7 }
    expect(wordsOf(nextYear(bad)).en).toContain('Used on 2024-06-03, last known good on 2024-03-04;')
    const checked = nextYear(bad)
    const events = [event('intermediate-check', '2024-05-06', { outcome: 'passed' })]
    revise(checked.equipment, 'W1', { events })
    expect(wordsOf(checked).en).toContain('last known good on 2024-05-06;')
    expect(wordsOf(checked).zh).toContain('最近一次确认良好为 2024-05-06')
  })

  it('in tolerance confirm the uses before', () => {
    expect(found(ask(nextYear({ conformity: pass })), 'R18')).toContain('N-top/m1: pass found-good')
  })

  it('out of tolerance make every use since the last good one suspect', () => {
    const answer = ask(nextYear({ conformity: fail, estimate: 1 + 5e-7 }))
    expect(answer.verdict).toBe('suspect')
    expect(faults(answer)).toEqual(['R18 out-of-tolerance N-top/m1'])
    expect(answer.recomputations).toMatchObject([{ because: 'as-found-shift', source: 'N-next' }])
    expect(answer.recomputations[0]?.after.estimate).toBeCloseTo(1 + 5e-7, 12)
  })

  it('refused only by a guard band set conditions: the item was within its limits, and nobody was misled', () => {
    const guarded = { rule: 'guarded-U', outcome: 'fail', lower: 1 - 6e-7, upper: 1 + 6e-7 } as const
    const judgedAt = (estimate: number) => {
      const book = nextYear({ conformity: guarded, estimate })
      const { lower, upper } = guarded
      const history = book.history.map((one) =>
        one.certificateId === 'cert-next' ? { ...one, limits: { lower, upper } } : one,
      )
      return { ...book, history }
    }
    const answer = ask(judgedAt(1 + 5.9e-7))
    expect(answer.verdict).toBe('traceable-with-conditions')
    expect(faults(answer)).toEqual(['R18 found-in-guard-band N-top/m1'])
    expect(answer.recomputations).toEqual([])
    expect(faults(ask(judgedAt(1 + 6e-7)))).toEqual(['R18 found-in-guard-band N-top/m1'])
    expect(faults(ask(judgedAt(1 + 6.1e-7)))).toEqual(['R18 out-of-tolerance N-top/m1'])
    const drifting = judgedAt(1 + 5.9e-7)
    revise(drifting.equipment, 'W1', allowing(3e-7))
    expect(faults(ask(drifting))).toEqual(['R18 shifted N-top/m1'])
  })

  it('are not known before they are recorded', () => {
    const answer = ask(nextYear({ conformity: fail }), { asKnownAt: on('2025-03-01') })
    expect(answer.verdict).toBe('traceable')
    expect(answer.recomputations).toEqual([])
  })

  it('of a shift beyond the drift allowance make uses suspect, of one inside it not', () => {
    const book = nextYear({ estimate: 1 + 4e-7 })
    revise(book.equipment, 'W1', allowing(3e-7))
    expect(faults(ask(book))).toEqual(['R18 shifted N-top/m1'])
    revise(book.equipment, 'W1', allowing(4e-7))
    expect(ask(book).verdict).toBe('traceable')
    revise(book.equipment, 'W1', allowing(3e-7, true))
    expect(faults(ask(book))).toEqual(['R18 shifted N-top/m1'])
  })

  it('that nothing can judge are told and decide nothing', () => {
    const answer = ask(nextYear({ estimate: 1 + 4e-7 }))
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R18')).toContain('N-top/m1: unknown found-unjudged')
  })

  it('do not reach back past an intermediate check that passed', () => {
    const book = nextYear({ conformity: fail })
    revise(book.equipment, 'W1', {
      events: [event('intermediate-check', '2024-09-01', { outcome: 'passed' })],
    })
    const answer = ask(book)
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R18')).toContain('N-top/m1: pass narrowed-by-check')
    expect(answer.recomputations).toEqual([])
  })

  it('of a failed intermediate check make uses suspect', () => {
    const book = goodChain()
    revise(book.equipment, 'W1', {
      events: [event('intermediate-check', '2024-09-01', { outcome: 'failed' })],
    })
    expect(faults(ask(book))).toEqual(['R18 check-failed N-top/m1'])
  })

  it('can never be made after an adjustment without as-found', () => {
    const book = nextYear({ conformity: pass })
    revise(book.equipment, 'W1', { events: [event('adjustment', '2025-01-10')] })
    const answer = ask(book)
    expect(answer.verdict).toBe('indeterminate')
    expect(faults(answer)).toEqual(['R18 adjusted-without-as-found N-top/m1'])
  })

  it('cannot be made where the next calibration only says what it left', () => {
    expect(faults(ask(nextYear({ stage: 'as-left' })))).toEqual(['R18 adjusted-without-as-found N-top/m1'])
  })

  it('of a calibration that measured before it adjusted are judged by what it measured', () => {
    const book = nextYear({ conformity: pass })
    revise(book.equipment, 'W1', { events: [event('adjustment', '2025-03-03')] })
    expect(ask(book).verdict).toBe('traceable')
  })

  it('on a certificate that is itself revoked count for nothing', () => {
    const book = nextYear({ conformity: fail })
    const i = book.history.findIndex((one) => one.certificateNumber === 'N-next')
    book.history[i] = { ...book.history[i]!, revocationRecordedAt: on('2025-06-01') }
    expect(ask(book).verdict).toBe('traceable')
    expect(ask(book, { asKnownAt: on('2025-05-01') }).verdict).toBe('suspect')
  })

  it('at another point count only where this point was not measured again', () => {
    const other = { value: 2, unit: 'kg', unitSize: 1, parameters: {} }
    const book = nextYear({ conformity: fail, point: other })
    expect(ask(book).verdict).toBe('suspect')
    const next = book.history.find((one) => one.certificateNumber === 'N-next')!
    book.history.push({ ...next, pointValue: 1, conformity: 'pass' })
    expect(ask(book).verdict).toBe('traceable')
  })

  it('that came before the use count all the more', () => {
    expect(faults(ask(nextYear({ conformity: fail }, '2024-05-02')))).toEqual([
      'R18 out-of-tolerance N-top/m1',
    ])
  })

  it('of a check that failed before the use count, unless a check passed between', () => {
    const book = goodChain()
    const failed = event('intermediate-check', '2024-04-01', { outcome: 'failed' })
    revise(book.equipment, 'W1', { events: [failed] })
    expect(faults(ask(book))).toEqual(['R18 check-failed N-top/m1'])
    const passed = event('intermediate-check', '2024-05-01', { outcome: 'passed' })
    revise(book.equipment, 'W1', { events: [failed, passed] })
    expect(ask(book).verdict).toBe('traceable')
  })
})
