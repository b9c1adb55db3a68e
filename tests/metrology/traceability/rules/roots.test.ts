import { describe, expect, it } from 'vitest'

import type { ReferenceRecord } from '#metrology/traceability/records.ts'

import { competence, goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const long = on('2000-01-01')
const evidence = (kind: string, more = {}) => ({
  kind,
  description: `the ${kind}`,
  validFrom: '2000-01-01',
  recordedAt: long,
  ...more,
})

const rootedIn = (change: Partial<ReferenceRecord>) => {
  const book = goodChain()
  revise(book.references, 'KG', change)
  return book
}

describe('R15, the roots', () => {
  it('are national standards with their certificate', () => {
    expect(found(ask(goodChain(), { policy: 'metrology-law' }), 'R15')).toEqual([
      'NMI-KG: pass root-evidenced',
    ])
  })

  it('of no admitted kind lead nowhere', () => {
    expect(faults(ask(rootedIn({ kind: 'golden-sample' })))).toEqual(['R15 root-kind-not-admitted NMI-KG'])
  })

  it('of an institute are supported by its capability on that day', () => {
    const book = rootedIn({ kind: 'si-realization', evidence: [] })
    expect(ask(book).verdict).toBe('traceable')
    expect(ask(book, { policy: 'metrology-law' }).verdict).toBe('not-traceable')
    revise(book.competences, 'NMI-kcdb-cmc', { measurandKind: 'force' })
    expect(faults(ask(book))).toContain('R15 evidence-missing NMI-KG')
  })

  it('that are intrinsic need a procedure and a comparison inside its own period', () => {
    const procedure = evidence('realization-procedure')
    const compared = (validTo: string) => [
      procedure,
      evidence('comparison', { validFrom: '2019-01-01', validTo }),
    ]
    const good = rootedIn({ kind: 'intrinsic-standard', evidence: compared('2024-12-31') })
    expect(ask(good).verdict).toBe('traceable')
    const lapsed = rootedIn({ kind: 'intrinsic-standard', evidence: compared('2023-12-31') })
    expect(ask(lapsed).verdict).toBe('not-traceable')
    expect(faults(ask(lapsed))).toEqual(['R15 evidence-outside-its-period NMI-KG'])
    const bare = rootedIn({ kind: 'intrinsic-standard', evidence: [procedure] })
    expect(faults(ask(bare))).toEqual(['R15 evidence-missing NMI-KG'])
  })

  it('that are reference materials need a competent producer', () => {
    const producer = evidence('producer-competence', { competenceId: 'LAB-reference-material-producer' })
    const book = rootedIn({ kind: 'certified-reference-material', holderId: 'LAB', evidence: [producer] })
    expect(ask(book).verdict).toBe('not-traceable')
    book.competences.push(competence('LAB', 'reference-material-producer'))
    expect(ask(book).verdict).toBe('traceable')
    revise(book.competences, 'LAB-reference-material-producer', {
      statuses: [{ status: 'withdrawn', effectiveFrom: '2024-01-01', recordedAt: long }],
    })
    expect(faults(ask(book))).toEqual(['R15 evidence-missing NMI-KG'])
  })

  it('that are reference materials are admitted with a certificate from an institute, or by law', () => {
    const kind = 'certified-reference-material'
    const byInstitute = rootedIn({ kind, evidence: [evidence('crm-certificate')] })
    expect(ask(byInstitute).verdict).toBe('traceable')
    const byProducer = rootedIn({ kind, holderId: 'LAB', evidence: [evidence('crm-certificate')] })
    expect(ask(byProducer).verdict).toBe('not-traceable')
    const byLaw = rootedIn({ kind, holderId: 'LAB', evidence: [evidence('national-crm-approval')] })
    expect(found(ask(byLaw, { policy: 'metrology-law' }), 'R15')).toEqual(['NMI-KG: pass root-evidenced'])
  })

  it('kept by somebody else need a certificate between', () => {
    const book = rootedIn({ holderId: 'OTHER' })
    expect(faults(ask(book))).toEqual(['R15 root-held-elsewhere NMI-KG'])
    expect(ask(book).verdict).toBe('traceable-with-conditions')
  })

  it('are judged on the day they were used, not today', () => {
    const validTo = '2024-04-01'
    expect(
      ask(rootedIn({ evidence: [evidence('national-standard-certificate', { validTo })] })).verdict,
    ).toBe('traceable')
  })
})
