import { describe, expect, it } from 'vitest'

import type { CertificateRecord } from '#metrology/traceability/records.ts'

import { goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const upper = (change: Partial<CertificateRecord>) => {
  const book = goodChain()
  revise(book.certificates, 'cert-low', change)
  return book
}
const copied = { origin: 'transcribed', hashVerified: undefined, recordedBy: 'ann' } as const
const checked = (by: string) => ({ kind: 'checked', by, recordedAt: on('2024-06-20') }) as const

describe('R17, authenticity', () => {
  it('of a certificate issued here is its hash', () => {
    expect(found(ask(goodChain()), 'R17')).toContain('N-low/m1: pass hash-verified')
    expect(faults(ask(upper({ hashVerified: false })))).toEqual(['R17 altered N-low/m1'])
    expect(ask(upper({ hashVerified: false })).verdict).toBe('indeterminate')
    expect(faults(ask(upper({ hashVerified: undefined })))).toEqual(['R17 not-verified N-low/m1'])
  })

  it('of a transcribed copy is the check by a second person', () => {
    expect(faults(ask(upper(copied)))).toEqual(['R17 copy-not-checked N-low/m1'])
    expect(faults(ask(upper({ ...copied, events: [checked('ann')] })))).toEqual([
      'R17 copy-not-checked N-low/m1',
    ])
    expect(ask(upper({ ...copied, events: [checked('bob')] })).verdict).toBe('traceable')
  })

  it('of a copy is open until the check is recorded', () => {
    const book = upper({ ...copied, events: [checked('bob')] })
    expect(ask(book, { asKnownAt: on('2024-06-10') }).verdict).toBe('indeterminate')
  })

  it('is not given by the words "traceable to NIM"', () => {
    const book = upper({
      ...copied,
      laboratoryId: 'PLANT',
      events: [checked('bob')],
      traceabilityStatement: 'Traceable to NIM',
    })
    revise(book.results, 'low', { budget: undefined, links: [] })
    const answer = ask(book)
    expect(answer.verdict).toBe('indeterminate')
    expect(faults(answer)).toContain('R17 statement-is-not-evidence N-low/m1')
  })
})
