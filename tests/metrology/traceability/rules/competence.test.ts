import { describe, expect, it } from 'vitest'

import type { CompetenceRecord } from '#metrology/traceability/records.ts'

import { competence, goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const long = on('2000-01-01')
const version = { sequence: 1, lower: 1e-6, upper: 50, validFrom: '2000-01-01', recordedAt: long }

/** The chain with LAB's accreditation changed. */
const accredited = (change: Partial<CompetenceRecord>) => {
  const book = goodChain()
  revise(book.competences, 'LAB-accreditation', change)
  return book
}

const suspended = [
  { status: 'active', effectiveFrom: '2000-01-01', recordedAt: long },
  { status: 'suspended', effectiveFrom: '2024-05-01', recordedAt: on('2024-05-01') },
  { status: 'active', effectiveFrom: '2024-08-01', recordedAt: on('2024-08-01') },
] as const

describe('R10, the competence of the issuer', () => {
  it('is named with its route', () => {
    const answer = ask(goodChain())
    expect(found(answer, 'R10')).toEqual(['N-low/m1: pass route-2', 'N-top/m1: pass route-1'])
    expect(answer.rules.find((one) => one.reason === 'route-2')?.evidence).toMatchObject([
      { record: 'competence', id: 'LAB-accreditation', day: '2024-06-03' },
    ])
  })

  it('that nobody recorded leaves the question open', () => {
    const book = goodChain()
    book.competences = book.competences.filter((one) => one.organizationId !== 'LAB')
    expect(faults(ask(book))).toContain('R10 no-competence-recorded N-low/m1')
    expect(ask(book).verdict).toBe('indeterminate')
  })

  it.each([
    ['other-kind', { measurandKind: 'force' }],
    ['outside-range', { versions: [{ ...version, upper: 0.5 }] }],
    ['expired', { versions: [{ ...version, validTo: '2024-06-02' }] }],
    ['not-yet-valid', { versions: [{ ...version, validFrom: '2024-06-04' }] }],
    ['suspended', { statuses: [...suspended] }],
  ])('that misses by %s is told so', (missed, change) => {
    expect(faults(ask(accredited(change)))).toContain(`R10 competence-${missed} N-low/m1`)
    expect(ask(accredited(change)).verdict).toBe('not-traceable')
  })

  it('covers every parameter, the method and the place it is bound to', () => {
    const parameters = { density: { lower: 7000, upper: 9000 } }
    expect(faults(ask(accredited({ versions: [{ ...version, parameters }] })))).toContain(
      'R10 competence-outside-range N-low/m1',
    )
    const bound = accredited({ versions: [{ ...version, methodDocumentId: 'JJG-99', site: 'A' }] })
    expect(ask(bound).verdict).toBe('traceable')
    revise(bound.certificates, 'cert-low', { methodDocumentId: 'JJG-100' })
    expect(faults(ask(bound))).toContain('R10 competence-other-method N-low/m1')
    revise(bound.certificates, 'cert-low', { methodDocumentId: 'JJG-99', site: 'B' })
    expect(faults(ask(bound))).toContain('R10 competence-other-site N-low/m1')
  })

  it('suspended around the calibration leaves a lower route with conditions', () => {
    const book = accredited({ statuses: [...suspended] })
    book.competences.push(competence('LAB', 'documented-evidence'))
    const answer = ask(book)
    expect(answer.verdict).toBe('traceable-with-conditions')
    expect(faults(answer)).toEqual(['R10 lower-route-3b N-low/m1'])
    const message = answer.rules.find((one) => one.reason === 'lower-route-3b')?.message
    expect(message?.en).toContain('LAB-accreditation was suspended on 2024-06-03.')
    expect(message?.zh).toContain('暂停')
  })

  it('reduced later still covers what was done before', () => {
    const reduced = { ...version, sequence: 2, upper: 0.5, validFrom: '2024-07-01' }
    expect(ask(accredited({ versions: [version, reduced] })).verdict).toBe('traceable')
  })

  it('holds on the first and on the last day of the work', () => {
    const book = accredited({ versions: [{ ...version, validTo: '2024-06-04' }] })
    revise(book.certificates, 'cert-low', { finished: on('2024-06-05'), issuedAt: on('2024-06-06') })
    expect(faults(ask(book))).toContain('R10 competence-expired N-low/m1')
  })

  it('a lapsed examination certificate fails the law and nothing else', () => {
    const book = goodChain()
    revise(book.competences, 'LAB-standard-examination', {
      versions: [{ ...version, validTo: '2024-01-31' }],
    })
    expect(ask(book, { policy: 'ILAC-P10' }).verdict).toBe('traceable')
    expect(ask(book, { policy: 'CNAS-CL01-G002' }).verdict).toBe('traceable')
    const law = ask(book, { policy: 'metrology-law' })
    expect(law.verdict).toBe('not-traceable')
    expect(faults(law)).toEqual(['R10 competence-expired N-low/m1'])
  })

  it('without accreditation is open to a legal institute by CNAS route d, with conditions', () => {
    const book = goodChain()
    book.competences = book.competences.filter((one) => one.id !== 'LAB-accreditation')
    const i = book.organizations.findIndex((one) => one.id === 'LAB')
    book.organizations[i] = { ...book.organizations[i]!, roles: ['legal-metrology-institute'] }
    expect(faults(ask(book, { policy: 'CNAS-CL01-G002' }))).toEqual(['R10 lower-route-d N-low/m1'])
    revise(book.certificates, 'cert-low', { kind: 'verification', validUntil: '2025-06-02' })
    expect(found(ask(book, { policy: 'CNAS-CL01-G002' }), 'R10')).toContain('N-low/m1: pass route-c')
    expect(ask(book, { policy: 'ILAC-P10' }).verdict).toBe('not-traceable')
  })

  it('to verify for others needs an authorisation by law', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { kind: 'verification', validUntil: '2025-06-02' })
    const policy = 'metrology-law'
    expect(faults(ask(book, { policy }))).toEqual(['R10 authorization-missing N-low/m1'])
    book.competences.push(competence('LAB', 'legal-authorization'))
    expect(ask(book, { policy }).verdict).toBe('traceable')
  })

  it('flags a method whose edition was repealed, unless the deviation is justified', () => {
    const book = goodChain()
    book.normativeDocuments.push({
      id: 'JJG-99-2006',
      code: 'JJG 99-2006',
      inForceFrom: '2006-01-01',
      inForceTo: '2023-06-30',
      recordedAt: long,
    })
    revise(book.certificates, 'cert-low', { methodDocumentId: 'JJG-99-2006' })
    expect(ask(book).verdict).toBe('traceable')
    expect(found(ask(book), 'R10')).toContain('N-low/m1: warn method-edition-not-in-force')
    revise(book.certificates, 'cert-low', { methodDeviation: 'customer asked for it' })
    expect(found(ask(book), 'R10')).toContain('N-low/m1: pass method-edition-justified')
  })
})
