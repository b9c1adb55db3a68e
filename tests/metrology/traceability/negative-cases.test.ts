import { describe, expect, it } from 'vitest'

import type { CertificateRecord } from '#metrology/traceability/records.ts'

import {
  authorization,
  calibrate,
  competence,
  event,
  from,
  fromDevice,
  fromReference,
  goodChain,
  item,
  on,
  revise,
} from './chain-book.ts'
import type { Book } from './chain-book.ts'
import { ask, faults } from './question.ts'
import type { Asked } from './question.ts'

interface Case {
  readonly change: (book: Book) => void
  readonly verdict: string
  /** The faults that lead to it; none for what must not matter. */
  readonly faults: readonly string[]
  readonly asked?: Asked
}

const long = on('2000-01-01')
const line = { sequence: 1, lower: 1e-6, upper: 50, validFrom: '2000-01-01', recordedAt: long }
const revoked = { kind: 'revoked', cause: 'falsified readings', recordedAt: on('2024-12-01') } as const
const procedure = {
  kind: 'realization-procedure',
  description: 'Josephson procedure',
  validFrom: '2000-01-01',
  recordedAt: long,
}

function amend(book: Book, changeClass: 'editorial' | 'value', estimate: number) {
  const certificate = book.certificates.find((one) => one.id === 'cert-top')!
  const top = book.results.find((one) => one.id === 'top')!
  const when = { issuedAt: on('2024-10-01'), recordedAt: on('2024-10-01') }
  book.certificates.push({ ...certificate, ...when, id: 'cert-top-2', version: 2, changeClass })
  book.results.push({ ...top, id: 'top-2', certificateId: 'cert-top-2', estimate })
}

function measureAgain(book: Book, of: string, day: string, estimate: number, outcome: 'pass' | 'fail') {
  const result = { stage: 'as-found', estimate, conformity: { rule: 'simple', outcome } } as const
  calibrate(book, { id: `${of}-again`, by: 'NMI', of, day, from: [fromReference('KG')], own: 3e-8, result })
}

function transcribe(book: Book, id: string, change: Partial<CertificateRecord>) {
  const check = { kind: 'checked', by: 'bob', recordedAt: on('2024-06-20') } as const
  revise(book.certificates, id, { origin: 'transcribed', recordedBy: 'ann', events: [check], ...change })
}

/** The negative cases a demonstration carries, one each, on the chain of three steps. */
const cases: Readonly<Record<string, Case>> = {
  'a certificate revoked from the beginning in the middle of the chain': {
    change: (book) => revise(book.certificates, 'cert-top', { events: [revoked] }),
    verdict: 'not-traceable',
    faults: ['R03 revoked N-top/m1'],
  },
  'a certificate superseded in value': {
    change: (book) => amend(book, 'value', 1 + 2e-7),
    verdict: 'suspect',
    faults: ['R03 superseded-value N-top/m1'],
  },
  'a certificate superseded editorially': {
    change: (book) => amend(book, 'editorial', 1),
    verdict: 'traceable',
    faults: [],
  },
  'a standard that expired after it was used': {
    change: () => undefined,
    asked: { at: on('2025-05-01') },
    verdict: 'traceable',
    faults: [],
  },
  'an item overdue at use whose next as-found is good': {
    change: (book) => measureAgain(book, 'W2', '2025-07-10', 1, 'pass'),
    asked: { at: on('2025-07-01') },
    verdict: 'traceable-with-conditions',
    faults: ['R09 overdue-found-good N-low/m1'],
  },
  'a standard found out of tolerance after its use': {
    change: (book) => measureAgain(book, 'W1', '2025-03-03', 1 + 4e-6, 'fail'),
    verdict: 'suspect',
    faults: ['R18 out-of-tolerance N-top/m1'],
  },
  'a standard adjusted without as-found after its use': {
    change: (book) => revise(book.equipment, 'W1', { events: [event('adjustment', '2025-02-03')] }),
    verdict: 'indeterminate',
    faults: ['R18 adjusted-without-as-found N-top/m1'],
  },
  'an accreditation suspended for three months around the calibration': {
    change: (book) => {
      book.competences.push(competence('LAB', 'documented-evidence'))
      revise(book.competences, 'LAB-accreditation', {
        statuses: [
          { status: 'active', effectiveFrom: '2000-01-01', recordedAt: long },
          { status: 'suspended', effectiveFrom: '2024-05-01', recordedAt: on('2024-05-02') },
          { status: 'active', effectiveFrom: '2024-08-01', recordedAt: on('2024-08-01') },
        ],
      })
    },
    verdict: 'traceable-with-conditions',
    faults: ['R10 lower-route-3b N-low/m1'],
  },
  'a scope reduced after the calibration': {
    change: (book) => {
      const reduced = { ...line, sequence: 2, upper: 0.1, validFrom: '2024-07-01' }
      revise(book.competences, 'LAB-accreditation', { versions: [line, reduced] })
    },
    verdict: 'traceable',
    faults: [],
  },
  'a U below the capability': {
    change: (book) => {
      const uncertainty = { form: 'expression', expression: '5e-7 * x' } as const
      const units = { argument: 'value', argumentUnitSize: 1, uncertaintyUnitSize: 1 }
      const capability = { uncertainty, ...units, relative: false, coverageFactor: 2 }
      revise(book.competences, 'LAB-accreditation', { versions: [{ ...line, capability }] })
    },
    verdict: 'traceable-with-conditions',
    faults: ['R11 below-capability N-low/m1'],
  },
  'a U with k = 1.65 taken as if k were 2': {
    change: (book) => {
      const low = book.results.find((one) => one.id === 'low')!
      const top = book.results.find((one) => one.id === 'top')!
      const u = (top.standardUncertainty! * 1.65) / 2
      revise(book.results, 'low', { links: [{ ...low.links[0]!, typed: true, inputStandardUncertainty: u }] })
    },
    verdict: 'suspect',
    faults: ['R12 line-below-certificate N-low/m1'],
  },
  'a gauge pressure used as an absolute pressure': {
    change: () => undefined,
    asked: { measurandKind: 'pressure.absolute' },
    verdict: 'not-traceable',
    faults: ['R04 other-kind N-low/m1'],
  },
  'a second channel that was never calibrated': {
    change: () => undefined,
    asked: { subject: { kind: 'none', equipment: 'W2', component: 'ch2', measurandKind: 'mass' } },
    verdict: 'not-traceable',
    faults: ['R02 never-calibrated W2/ch2'],
  },
  'a reference material whose producer is not competent': {
    change: (book) => {
      const evidence = [{ ...procedure, kind: 'crm-certificate', description: 'certificate of the producer' }]
      const kind = 'certified-reference-material'
      revise(book.references, 'KG', { kind, holderId: 'LAB', evidence })
    },
    verdict: 'not-traceable',
    faults: ['R15 evidence-missing NMI-KG'],
  },
  'nothing but the words "traceable to NIM"': {
    change: (book) => {
      const traceabilityStatement = 'Traceable to NIM'
      transcribe(book, 'cert-low', { laboratoryId: 'PLANT', traceabilityStatement })
      revise(book.results, 'low', { budget: undefined, links: [] })
    },
    verdict: 'indeterminate',
    faults: [
      'R01 budget-unknown N-low/m1',
      'R10 no-competence-recorded N-low/m1',
      'R17 statement-is-not-evidence N-low/m1',
    ],
  },
  'two devices that calibrate each other': {
    change: (book) => {
      book.equipment.push(item('A'), item('B'))
      calibrate(book, { id: 'b', by: 'LAB', of: 'B', day: '2024-02-05', from: [fromDevice('A')], own: 1e-7 })
      calibrate(book, { id: 'a', by: 'LAB', of: 'A', day: '2024-06-03', from: [fromDevice('B')] })
    },
    asked: { result: 'a' },
    verdict: 'not-traceable',
    faults: ['R14 unanchored-cycle A/main'],
  },
  'an intrinsic standard without a comparison in its period': {
    change: (book) => {
      const comparison = { ...procedure, kind: 'comparison', description: 'EM-K10', validTo: '2023-12-31' }
      revise(book.references, 'KG', { kind: 'intrinsic-standard', evidence: [procedure, comparison] })
    },
    verdict: 'not-traceable',
    faults: ['R15 evidence-outside-its-period NMI-KG'],
  },
  'new firmware after the calibration': {
    change: (book) => revise(book.equipment, 'W2', { events: [event('firmware-change', '2024-08-01')] }),
    verdict: 'not-traceable',
    faults: ['R02 firmware-change-since-calibration N-low/m1'],
  },
  'a method whose edition was repealed': {
    change: (book) => {
      const period = { inForceFrom: '2006-01-01', inForceTo: '2023-06-30', recordedAt: long }
      book.normativeDocuments.push({ id: 'JJG', code: 'JJG 99-2006', ...period })
      revise(book.certificates, 'cert-low', { methodDocumentId: 'JJG' })
    },
    verdict: 'traceable',
    faults: [],
  },
  'a certificate signed by a person not yet authorised': {
    change: (book) => {
      transcribe(book, 'cert-low', { signatory: 'cid' })
      book.authorizations.push(authorization('cid', 'authorise', '2024-09-01'))
    },
    verdict: 'traceable-with-conditions',
    faults: ['R20 not-authorised-to-authorise N-low/m1'],
  },
  'a calibration of an overdue standard': {
    change: (book) => {
      calibrate(book, { id: 'old', by: 'LAB', of: 'W9', day: '2020-06-03', from: [from('top')], own: 1e-7 })
      calibrate(book, { id: 'lift', by: 'LAB', of: 'W9', day: '2024-07-03', from: [from('top')], own: 1e-7 })
    },
    asked: { result: 'lift' },
    verdict: 'traceable',
    faults: [],
  },
}

describe('by ILAC-P10', () => {
  it.each(Object.entries(cases))('%s', (_, { change, asked, verdict, faults: expected }) => {
    const book = goodChain()
    change(book)
    const answer = ask(book, asked)
    expect(faults(answer)).toEqual(expected)
    expect(answer.verdict).toBe(verdict)
  })
})

describe('a lapsed examination certificate (计量标准考核证书)', () => {
  it.each([
    ['ILAC-P10', 'traceable'],
    ['CNAS-CL01-G002', 'traceable'],
    ['metrology-law', 'not-traceable'],
  ])('is by %s %s', (policy, verdict) => {
    const book = goodChain()
    revise(book.competences, 'LAB-standard-examination', { versions: [{ ...line, validTo: '2024-01-31' }] })
    expect(ask(book, { policy }).verdict).toBe(verdict)
  })
})
