import { describe, expect, it } from 'vitest'

import { calibrate, event, from, goodChain, item, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const withEvents = (...events: ReturnType<typeof event>[]) => {
  const book = goodChain()
  revise(book.equipment, 'W2', { events })
  return book
}

describe('R02, the state of the item', () => {
  it('is kept by a calibration after which nothing happened', () => {
    expect(found(ask(goodChain()), 'R02')).toContain('N-low/m1: pass calibrated-and-unchanged')
  })

  it('does not exist before the first calibration', () => {
    const answer = ask(goodChain(), { at: on('2024-06-01') })
    expect(answer.verdict).toBe('not-traceable')
    expect(faults(answer)).toContain('R02 not-yet-calibrated N-low/m1')
  })

  it.each(['adjustment', 'repair', 'firmware-change'])(
    'is lost by %s, even if a check passed afterwards',
    (kind) => {
      const check = event('intermediate-check', '2024-08-02', { outcome: 'passed' })
      const answer = ask(withEvents(event(kind, '2024-08-01'), check))
      expect(faults(answer)).toContain(`R02 ${kind}-since-calibration N-low/m1`)
      expect(answer.verdict).toBe('not-traceable')
    },
  )

  it.each(['overload', 'transport'])('is lost by %s', (kind) => {
    const answer = ask(withEvents(event(kind, '2024-08-01')))
    expect(faults(answer)).toContain(`R02 ${kind}-since-calibration N-low/m1`)
  })

  it.each(['overload', 'transport'])('is kept where a check passed after %s', (kind) => {
    const check = event('intermediate-check', '2024-08-02', { outcome: 'passed' })
    expect(ask(withEvents(event(kind, '2024-08-01'), check)).verdict).toBe('traceable')
  })

  it('is not kept by a check that failed, or came before the transport', () => {
    const failed = event('intermediate-check', '2024-08-02', { outcome: 'failed' })
    const before = event('intermediate-check', '2024-07-02', { outcome: 'passed' })
    expect(ask(withEvents(event('transport', '2024-08-01'), failed)).verdict).toBe('not-traceable')
    expect(ask(withEvents(before, event('transport', '2024-08-01'))).verdict).toBe('not-traceable')
  })

  it('does not depend on what happens after the use, nor to another component', () => {
    const other = event('repair', '2024-08-01', { component: 'ch2' })
    expect(ask(withEvents(other)).verdict).toBe('traceable')
    const repaired = ask(withEvents(event('firmware-change', '2024-10-01')))
    expect(found(repaired, 'R02')).toContain('N-low/m1: pass calibrated-and-unchanged')
  })

  it('of a standard is judged at its own date of use', () => {
    const book = goodChain()
    revise(book.equipment, 'W1', { events: [event('firmware-change', '2024-04-01')] })
    expect(faults(ask(book))).toContain('R02 firmware-change-since-calibration N-top/m1')
    revise(book.equipment, 'W1', { events: [event('firmware-change', '2024-07-01')] })
    expect(ask(book).verdict).toBe('traceable')
  })

  it('as found ends where a later adjustment left another value', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'left',
      by: 'LAB',
      of: 'W2',
      day: '2024-08-05',
      from: [from('top')],
      result: { stage: 'as-left' },
    })
    expect(faults(ask(book))).toContain('R02 adjusted-since N-low/m1')
    expect(found(ask(book, { result: 'left' }), 'R02')).toContain('N-left/m1: pass calibrated-and-unchanged')
  })

  it('lets an overdue standard be calibrated again: the lock never blocks what would lift it', () => {
    const book = goodChain()
    book.equipment.push(item('W9'))
    calibrate(book, { id: 'old', by: 'LAB', of: 'W9', day: '2022-06-03', from: [from('top')] })
    calibrate(book, { id: 'new', by: 'LAB', of: 'W9', day: '2024-07-03', from: [from('top')] })
    expect(ask(book, { result: 'new' }).verdict).toBe('traceable')
  })
})
