import * as fc from 'fast-check'

import {
  calibrate,
  competence,
  emptyBook,
  event,
  from,
  fromReference,
  nationalKilogram,
  on,
  revise,
} from './chain-book.ts'
import type { Book } from './chain-book.ts'

const kinds = ['mass', 'force'] as const
const defects = [
  'none',
  'none',
  'none',
  'revoked',
  'adjusted',
  'check-failed',
  'altered',
  'overdue',
  'unstated',
] as const

export interface Step {
  readonly kind: (typeof kinds)[number]
  /** Which of the earlier steps it rests on, as positions counted back; none: on the national standard. */
  readonly above: readonly number[]
  readonly sensitivities: readonly number[]
  readonly own: number
  readonly defect: (typeof defects)[number]
}

const size = fc.double({ min: 1e-9, max: 1e-5, noNaN: true })

/** Up to seven results, each resting on up to three earlier ones, some with a defect. The last one is asked about. */
export const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    above: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    sensitivities: fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
    own: size,
    defect: fc.constantFrom(...defects),
  }),
  { minLength: 1, maxLength: 7 },
)

export const lastOf = (chain: readonly Step[]) => `s${chain.length - 1}`

export function bookOf(chain: readonly Step[]): Book {
  const book = emptyBook()
  for (const kind of kinds) {
    book.references.push({ ...nationalKilogram, id: kind, code: `NMI-${kind}`, measurandKind: kind })
    for (const lab of ['NMI', 'LAB'])
      for (const line of ['kcdb-cmc', 'standard-examination'])
        book.competences.push(competence(lab, line, { id: `${lab}-${line}-${kind}`, measurandKind: kind }))
  }
  for (const [i, step] of chain.entries()) record(book, chain, step, i)
  return book
}

function record(book: Book, chain: readonly Step[], step: Step, i: number) {
  const { kind, own, defect } = step
  const day = (offset: number) => new Date(Number(on('2024-03-01')) + (i * 7 + offset) * 86_400_000)
  const above = step.above.map((back) => i - back).filter((j) => j >= 0)
  const links = above.map((j, n) => {
    const expectedMeasurandKind = chain[j]?.kind ?? kind
    return from(`s${j}`, { expectedMeasurandKind, sensitivity: step.sensitivities[n] ?? 1 })
  })
  const rooted = { ...fromReference(kind), expectedMeasurandKind: kind }
  calibrate(book, {
    id: `s${i}`,
    by: links.length === 0 ? 'NMI' : 'LAB',
    of: `E${i}`,
    day: '2024-03-01',
    from: links.length === 0 ? [rooted] : links,
    own,
    result: { measurandKind: kind, ...(defect === 'unstated' && { coverageFactor: undefined }) },
    certificate: {
      started: day(0),
      finished: day(0),
      issuedAt: day(1),
      recordedAt: day(1),
      hashVerified: defect !== 'altered',
      events: defect === 'revoked' ? [{ kind: 'revoked', cause: 'error', recordedAt: day(2) }] : [],
    },
  })
  if (defect === 'adjusted') revise(book.equipment, `E${i}`, { events: [event('adjustment', '2024-12-01')] })
  if (defect === 'check-failed')
    revise(book.equipment, `E${i}`, {
      events: [event('intermediate-check', '2024-12-01', { outcome: 'failed' })],
    })
  if (defect === 'overdue')
    revise(book.equipment, `E${i}`, { programmes: [{ intervalMonths: 1, recordedAt: on('2000-01-01') }] })
}

const futureDay = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Number(on('2024-09-10')) + days * 86_400_000))
const pastDay = fc.constantFrom('2024-03-01', '2024-04-01', '2024-06-03', '2024-07-01', '2024-10-01')

/** Something about the good chain that the registry learns after 2024-09-09, of a day before or after. */
export const laterFact = fc
  .record({
    what: fc.constantFrom(
      'revoked',
      'withdrawn',
      'amended',
      'event',
      'calibration',
      'status',
      'version',
      'evidence',
      'authorization',
      'programme',
      'document',
      'disposition',
      'comparison',
    ),
    which: fc.constantFrom('top', 'low'),
    day: pastDay,
    recordedAt: futureDay,
    word: fc.constantFrom('firmware-change', 'adjustment', 'repair', 'transport'),
    estimate: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
  })
  .map((fact) => (book: Book) => learn(book, fact))

interface Fact {
  readonly what: string
  readonly which: string
  readonly day: string
  readonly recordedAt: Date
  readonly word: string
  readonly estimate: number
}

function learn(book: Book, fact: Fact): void {
  const { what, which, day, recordedAt, word, estimate } = fact
  const certificate = book.certificates.find((one) => one.id === `cert-${which}`)!
  const equipment = book.equipment.find((one) => one.id === certificate.equipmentId)!
  const accreditation = book.competences.find((one) => one.id === 'LAB-accreditation')!
  const kilogram = book.references.find((one) => one.id === 'KG')!
  const n = book.certificates.length + equipment.events.length
  const learnt: Record<string, () => void> = {
    revoked: () => events({ kind: 'revoked', cause: 'error', recordedAt }),
    withdrawn: () => events({ kind: 'withdrawn', cause: 'lost', effectiveFrom: on(day), recordedAt }),
    amended: () => {
      const id = `cert-${which}-${n}`
      const version = book.certificates.length
      book.certificates.push({ ...certificate, id, version, changeClass: 'value', recordedAt })
      const result = book.results.find((one) => one.id === which)!
      book.results.push({ ...result, id: `${which}-${n}`, certificateId: id, estimate })
    },
    event: () =>
      revise(book.equipment, equipment.id, {
        events: [...equipment.events, event(word, day, { recordedAt })],
      }),
    calibration: () =>
      calibrate(book, {
        id: `more-${n}`,
        by: 'NMI',
        of: equipment.id,
        day,
        from: [fromReference('KG')],
        result: { stage: 'as-found', estimate, conformity: { rule: 'simple', outcome: 'fail' } },
        certificate: { recordedAt },
      }),
    status: () =>
      scope({
        statuses: [...accreditation.statuses, { status: 'withdrawn', effectiveFrom: day, recordedAt }],
      }),
    version: () => {
      const [first] = accreditation.versions
      scope({
        versions: [
          ...accreditation.versions,
          { ...first!, sequence: 9, validFrom: day, upper: 0.1, recordedAt },
        ],
      })
    },
    evidence: () =>
      revise(book.references, 'KG', {
        evidence: [...kilogram.evidence, { ...kilogram.evidence[0]!, recordedAt }],
      }),
    authorization: () =>
      book.authorizations.push({ id: `a-${n}`, person: 'ann', activity: 'perform', from: day, recordedAt }),
    programme: () =>
      revise(book.equipment, equipment.id, {
        programmes: [...equipment.programmes, { intervalMonths: 1, from: day, recordedAt }],
      }),
    disposition: () =>
      revise(book.results, 'low', {
        dispositions: [
          { recall: `R-${n}`, decision: 'no-effect', flipped: false, about: { equipment: 'W1' }, recordedAt },
        ],
      }),
    comparison: () =>
      book.comparisons.push({
        id: `c-${n}`,
        code: `PT-${n}`,
        competenceId: accreditation.id,
        day,
        normalizedError: 1.4,
        resolutions: [],
        recordedAt,
      }),
    document: () => book.normativeDocuments.push({ id: `d-${n}`, code: 'JJG', inForceTo: day, recordedAt }),
  }
  const events = (one: (typeof certificate.events)[number]) =>
    revise(book.certificates, certificate.id, { events: [...certificate.events, one] })
  const scope = (change: Partial<typeof accreditation>) => revise(book.competences, accreditation.id, change)
  learnt[what]?.()
}
