import { describe, expect, it } from 'vitest'

import type { CertificateRecord, LinkRecord } from '#metrology/traceability/records.ts'

import { calibrate, event, fromReference, goodChain, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const shift = 4e-7

/** LAB's standard W1 (2024-03-04), used on 2024-06-03, is found shifted by +0.4 mg on 2025-03-03. */
function suspect(): Book {
  const book = goodChain()
  const conformity = { rule: 'simple', outcome: 'fail' } as const
  const result = { stage: 'as-found', estimate: 1 + shift, conformity } as const
  const rooted = [fromReference('KG')]
  calibrate(book, { id: 'next', by: 'NMI', of: 'W1', day: '2025-03-03', from: rooted, own: 3e-8, result })
  return book
}

/** Version 2 of the plant's certificate, with another line for the standard. */
function amend(
  book: Book,
  line: Partial<LinkRecord>,
  certificate: Partial<CertificateRecord> = { changeClass: 'value' },
): Book {
  const former = book.certificates.find((one) => one.id === 'cert-low')!
  const low = book.results.find((one) => one.id === 'low')!
  const when = { issuedAt: on('2025-03-20'), recordedAt: on('2025-03-20') }
  book.certificates.push({ ...former, id: 'cert-low-2', version: 2, ...when, ...certificate })
  const links = [{ ...low.links[0]!, typed: true, ...line }]
  book.results.push({ ...low, id: 'low-2', certificateId: 'cert-low-2', links })
  return book
}

function failedCheck(): Book {
  const book = goodChain()
  const events = [event('intermediate-check', '2024-09-01', { outcome: 'failed' })]
  revise(book.equipment, 'W1', { events })
  return book
}

const covering = (s: number) => ({
  inputStandardUncertainty: Math.hypot(Math.hypot(1e-8, 3e-8), s / Math.sqrt(3)),
})

const verdictOf = (book: Book, result = 'low-2') => ask(book, { result, at: on('2025-04-01') }).verdict

describe('R19, a use that a later finding made suspect', () => {
  it('is to be recalled while no amended version takes the finding in', () => {
    const answer = ask(suspect())
    expect(answer.verdict).toBe('suspect')
    expect(found(answer, 'R19')).toEqual(['N-top/m1: warn recall'])
  })

  it('is lifted by an amended version with the whole step of the value', () => {
    const book = amend(suspect(), { inputEstimate: 1 + shift })
    const answer = ask(book, { result: 'low-2', at: on('2025-04-01') })
    expect(answer.verdict).toBe('traceable')
    expect(faults(answer)).toEqual([])
    expect(found(answer, 'R18')).toContain('N-top/m1: warn out-of-tolerance')
    expect(found(answer, 'R19')).toEqual(['N-top/m1: pass resolved'])
    expect(answer.recomputations).toEqual([])
  })

  it('is lifted by the part of a linear drift that had happened when it was used', () => {
    const part = shift * (91 / 364)
    expect(verdictOf(amend(suspect(), { inputEstimate: 1 + part }))).toBe('traceable')
    expect(verdictOf(amend(suspect(), { inputEstimate: 1 + 2 * part }))).toBe('suspect')
  })

  it('is lifted by a u that covers the shift', () => {
    expect(verdictOf(amend(suspect(), covering(shift)))).toBe('traceable')
    expect(verdictOf(amend(suspect(), covering(shift * 0.8)))).toBe('suspect')
  })

  it('leaves the former version suspect: superseded in value, and both are kept', () => {
    const book = amend(suspect(), { inputEstimate: 1 + shift })
    revise(book.results, 'low-2', { estimate: 1 + shift })
    expect(verdictOf(book, 'low')).toBe('suspect')
    expect(faults(ask(book, { result: 'low' }))).toContain('R03 superseded-value N-low/m1')
  })

  it('is not lifted by an amendment of before the finding, by an editorial one, or by an unchanged line', () => {
    const line = { inputEstimate: 1 + shift }
    const early = { changeClass: 'value', issuedAt: on('2024-11-01'), recordedAt: on('2024-11-01') } as const
    expect(verdictOf(amend(suspect(), line, early))).toBe('suspect')
    expect(verdictOf(amend(suspect(), line, { changeClass: 'editorial' }))).toBe('suspect')
    expect(verdictOf(amend(suspect(), {}))).toBe('suspect')
  })

  it('is lifted as known from the amendment on, and no earlier', () => {
    const book = amend(suspect(), { inputEstimate: 1 + shift })
    const known = (day: string) => ask(book, { asKnownAt: on(day) })
    expect(known('2025-03-10').verdict).toBe('suspect')
    expect(known('2025-03-01').verdict).toBe('traceable')
  })

  it('after a failed intermediate check is lifted by a larger u only', () => {
    expect(verdictOf(amend(failedCheck(), { inputEstimate: 1 + shift }))).toBe('suspect')
    expect(verdictOf(amend(failedCheck(), { inputStandardUncertainty: 1e-7 }))).toBe('traceable')
  })
})

describe('R19, a use of a certificate that was superseded in value', () => {
  const changed = 1 + 2e-7

  function superseded(): Book {
    const book = goodChain()
    const certificate = book.certificates.find((one) => one.id === 'cert-top')!
    const top = book.results.find((one) => one.id === 'top')!
    const when = { issuedAt: on('2024-10-01'), recordedAt: on('2024-10-01') }
    book.certificates.push({ ...certificate, ...when, id: 'cert-top-2', version: 2, changeClass: 'value' })
    book.results.push({ ...top, id: 'top-2', certificateId: 'cert-top-2', estimate: changed })
    return book
  }

  it('is lifted by an amended version that rests on the new version', () => {
    const line = { inputEstimate: changed, upstream: { kind: 'result', resultId: 'top-2' } } as const
    const answer = ask(amend(superseded(), line), { result: 'low-2', at: on('2025-04-01') })
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R19')).toEqual(['N-top/m1: pass resolved'])
  })

  it('is lifted by an amended version that states the new value', () => {
    expect(verdictOf(amend(superseded(), { inputEstimate: changed }))).toBe('traceable')
    expect(verdictOf(amend(superseded(), {}))).toBe('suspect')
  })

  it('is not lifted by a version that could not know of it', () => {
    const book = amend(
      superseded(),
      { inputEstimate: changed },
      { changeClass: 'value', issuedAt: on('2024-09-15') },
    )
    expect(verdictOf(book)).toBe('suspect')
  })

  it('asks for no lifting where the work was first certified with the new version', () => {
    const book = superseded()
    const low = book.results.find((one) => one.id === 'low')!
    const upstream = { kind: 'result', resultId: 'top-2' } as const
    revise(book.results, 'low', { links: [{ ...low.links[0]!, upstream, inputEstimate: changed }] })
    expect(ask(book).verdict).toBe('not-traceable')
    revise(book.certificates, 'cert-low', { issuedAt: on('2024-10-05') })
    expect(ask(book, { at: on('2024-12-01') }).verdict).toBe('traceable')
  })
})
