import { describe, expect, it } from 'vitest'

import {
  calibrate,
  emptyBook,
  from,
  fromDevice,
  fromReference,
  goodChain,
  item,
  on,
  revise,
} from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

describe('R14, the order of calibrations', () => {
  it('has every standard calibrated before it was used', () => {
    expect(found(ask(goodChain()), 'R14')).toContain('N-top/m1: pass calibrated-before-use')
    const book = goodChain()
    const day = on('2024-06-10')
    revise(book.certificates, 'cert-top', { started: day, finished: day })
    expect(faults(ask(book))).toContain('R14 standard-after-use N-top/m1')
    expect(ask(book).verdict).toBe('not-traceable')
  })

  it('finds the last calibration of a standard that is named only as a device', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'dev',
      by: 'LAB',
      of: 'W3',
      day: '2024-06-04',
      from: [fromDevice('W1')],
      own: 1e-7,
    })
    calibrate(book, {
      id: 'top2',
      by: 'NMI',
      of: 'W1',
      day: '2024-06-05',
      from: [fromReference('KG')],
      own: 3e-8,
    })
    const answer = ask(book, { result: 'dev' })
    expect(answer.nodes.map((node) => node.label)).toEqual(['N-dev/m1', 'N-top/m1', 'NMI-KG'])
    expect(found(answer, 'R14')).toContain('N-top/m1: pass calibrated-before-use')
  })

  it('has no anchor where two devices calibrate each other', () => {
    const book = emptyBook()
    book.equipment.push(item('A'), item('B'))
    book.competences.push(...goodChain().competences)
    calibrate(book, { id: 'b', by: 'LAB', of: 'B', day: '2024-02-05', from: [fromDevice('A')], own: 1e-7 })
    calibrate(book, { id: 'low', by: 'LAB', of: 'A', day: '2024-06-03', from: [fromDevice('B')] })
    const answer = ask(book)
    expect(answer.verdict).toBe('not-traceable')
    expect(faults(answer)).toEqual(['R14 unanchored-cycle A/main'])
    expect(answer.rules.find((one) => one.reason === 'unanchored-cycle')?.message.zh).toContain('循环')
  })

  it('allows devices to calibrate each other where going back in time leaves them', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'a0',
      by: 'NMI',
      of: 'A',
      day: '2024-01-08',
      from: [fromReference('KG')],
      own: 3e-8,
    })
    calibrate(book, { id: 'b', by: 'LAB', of: 'B', day: '2024-02-05', from: [fromDevice('A')], own: 1e-7 })
    calibrate(book, { id: 'a1', by: 'LAB', of: 'A', day: '2024-06-03', from: [fromDevice('B')], own: 1e-7 })
    const answer = ask(book, { result: 'a1' })
    expect(answer).toMatchObject({ verdict: 'traceable', resolution: 'resolved', depth: 3 })
  })

  it('ends, and says so, where results in the records refer to each other', () => {
    const book = goodChain()
    const top = book.results.find((one) => one.id === 'top')!
    const low = book.results.find((one) => one.id === 'low')!
    revise(book.results, 'top', {
      links: [{ ...low.links[0]!, upstream: { kind: 'result', resultId: 'low' } }],
    })
    expect(top.links).toHaveLength(1)
    const answer = ask(book)
    expect(answer.verdict).toBe('not-traceable')
    expect(faults(answer)).toContain('R14 unanchored-cycle N-low/m1')
    expect(answer.nodes.reduce((sum, node) => sum + node.local, 0)).toBeCloseTo(1, 12)
  })

  it('by law takes a value only from a level above', () => {
    const book = goodChain()
    revise(book.equipment, 'W2', { level: 'enterprise-highest-standard' })
    revise(book.equipment, 'W1', { level: 'working-standard' })
    const policy = 'metrology-law'
    expect(faults(ask(book, { policy }))).toEqual(['R14 level-not-admitted N-top/m1'])
    revise(book.equipment, 'W1', { level: 'public-standard' })
    expect(ask(book, { policy }).verdict).toBe('traceable')
  })
})

describe('R13, the date at which a standard is judged', () => {
  it('is told for every standard', () => {
    expect(found(ask(goodChain()), 'R13')).toEqual(['N-top/m1: pass judged-at-use'])
    expect(from('x').upstream).toEqual({ kind: 'result', resultId: 'x' })
  })
})
