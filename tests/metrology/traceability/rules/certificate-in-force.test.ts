import { describe, expect, it } from 'vitest'

import { calibrate, from, goodChain, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const withdrawn = (from: string) =>
  ({ kind: 'withdrawn', effectiveFrom: on(from), cause: 'lost', recordedAt: on('2024-10-01') }) as const

/** A second version of the certificate of the upper weight. */
function amended(changeClass: 'editorial' | 'value' | 'scope', estimate?: number): Book {
  const book = goodChain()
  const [top] = book.results
  const [certificate] = book.certificates
  book.certificates.push({
    ...certificate!,
    id: 'cert-top-2',
    version: 2,
    changeClass,
    issuedAt: on('2024-07-01'),
    recordedAt: on('2024-07-01'),
  })
  if (estimate !== undefined)
    book.results.push({ ...top!, id: 'top-2', certificateId: 'cert-top-2', estimate })
  return book
}

describe('R03, the certificate in force', () => {
  it('is issued on or before the day of use', () => {
    expect(found(ask(goodChain()), 'R03')).toContain('N-low/m1: pass in-force')
    const late = goodChain()
    revise(late.certificates, 'cert-low', { issuedAt: on('2024-09-03') })
    expect(faults(ask(late))).toContain('R03 not-yet-issued N-low/m1')
    expect(ask(late).verdict).toBe('not-traceable')
  })

  it('revoked from the beginning breaks every use of it', () => {
    const book = goodChain()
    const revoked = { kind: 'revoked', cause: 'falsified', recordedAt: on('2024-12-01') } as const
    revise(book.certificates, 'cert-top', { events: [revoked] })
    expect(ask(book).verdict).toBe('not-traceable')
    expect(faults(ask(book))).toContain('R03 revoked N-top/m1')
  })

  it('withdrawn before the use breaks it, withdrawn after the use does not', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-top', { events: [withdrawn('2024-05-01')] })
    expect(faults(ask(book))).toContain('R03 withdrawn N-top/m1')
    revise(book.certificates, 'cert-top', { events: [withdrawn('2024-08-01')] })
    expect(ask(book).verdict).toBe('traceable')
  })

  it('superseded in words breaks nothing', () => {
    const answer = ask(amended('editorial'))
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R03')).toContain('N-top/m1: pass superseded-editorial')
  })

  it('superseded in scope breaks nothing while the result is still stated', () => {
    expect(ask(amended('scope', 1)).verdict).toBe('traceable')
    expect(faults(ask(amended('scope')))).toContain('R03 superseded-without-result N-top/m1')
  })

  it('superseded in value makes what used it suspect, and says what it becomes', () => {
    const answer = ask(amended('value', 1 + 4e-7))
    expect(answer.verdict).toBe('suspect')
    expect(faults(answer)).toEqual(['R03 superseded-value N-top/m1'])
    expect(answer.recomputations).toMatchObject([
      { because: 'superseded-value', node: 'N-top/m1', source: 'N-top v2', flipped: false },
    ])
    expect(answer.recomputations[0]?.after.estimate).toBeCloseTo(1 + 4e-7, 12)
  })

  it('superseded in value elsewhere leaves this result alone', () => {
    expect(ask(amended('value', 1)).verdict).toBe('traceable')
  })

  it('is not asked of a calibration that is not issued yet', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'draft',
      by: 'LAB',
      of: 'W3',
      day: '2024-08-01',
      from: [from('top')],
      certificate: { origin: 'draft', issuedAt: undefined, hashVerified: undefined },
    })
    expect(faults(ask(book, { result: 'draft' }))).toEqual([])
  })
})
