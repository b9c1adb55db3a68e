import * as fc from 'fast-check'

import type { LinkRecord } from '#metrology/traceability/records.ts'

import {
  authorization,
  calibrate,
  competence,
  emptyBook,
  from,
  fromDevice,
  fromReference,
  item,
  nationalKilogram,
  on,
  revise,
} from './chain-book.ts'
import type { Book } from './chain-book.ts'
import {
  bias,
  classOf,
  compare,
  dayAfter,
  dispositionsOf,
  eventsOf,
  happen,
  supersede,
  temperature,
} from './random-faults.ts'

/** A small registry in which much goes wrong: what the verdicts of the rules and of the oracle are compared on. */

export const kinds = ['mass', 'force'] as const
const laboratories = ['NMI', 'LAB', 'PLANT', 'NOBODY'] as const

const faults = [
  'revoked',
  'withdrawn-early',
  'withdrawn-late',
  'altered',
  'not-verified',
  'unchecked-copy',
  'checked-copy',
  'unstated',
  'no-budget',
  'no-programme',
  'overdue',
  'issued-late',
  'superseded-value',
  'superseded-editorial',
  'unauthorised',
  'bad-comparison',
  'resolved-comparison',
  'narrow-conditions',
  'biased',
  'by-class',
  'no-effect',
] as const

const happenings = [
  'adjustment',
  'firmware-change',
  'overload',
  'check-passed',
  'check-failed',
  'found-good',
  'found-bad',
  'left-only',
] as const

export interface Input {
  /** Which earlier calibration, counted back; beyond the first: the national standard. */
  readonly back: number
  readonly sensitivity: number
  readonly fault: 'none' | 'other-kind' | 'outside' | 'low-line' | 'cut' | 'device' | 'uncorrected'
}

export interface Calibrated {
  readonly kind: (typeof kinds)[number]
  readonly by: (typeof laboratories)[number]
  readonly inputs: readonly Input[]
  readonly own: number
  /** Days after the one before it; negative: before. */
  readonly after: number
  readonly faults: readonly (typeof faults)[number][]
  readonly happenings: readonly { readonly what: (typeof happenings)[number]; readonly days: number }[]
}

const mostly = <T>(usual: T, ...rare: readonly T[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...rare) })

const input = fc.record({
  back: fc.integer({ min: 1, max: 6 }),
  sensitivity: fc.oneof(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.constantFrom(0.01, -1)),
  fault: mostly<Input['fault']>('none', 'other-kind', 'outside', 'low-line', 'cut', 'device', 'uncorrected'),
})

const calibrated = fc.record({
  kind: mostly<Calibrated['kind']>('mass', 'force'),
  by: mostly<Calibrated['by']>('LAB', 'NMI', 'PLANT', 'NOBODY'),
  inputs: fc.array(input, { minLength: 1, maxLength: 3 }),
  own: fc.double({ min: 1e-8, max: 1e-5, noNaN: true }),
  after: mostly(30, -20, 0),
  faults: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...faults), { minLength: 1, maxLength: 2 }) },
  ),
  happenings: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    {
      weight: 2,
      arbitrary: fc.array(
        fc.record({ what: fc.constantFrom(...happenings), days: fc.integer({ min: 1, max: 200 }) }),
        { minLength: 1, maxLength: 2 },
      ),
    },
  ),
})

/** The last calibration is the one that is asked about. */
export const registries = fc.array(calibrated, { minLength: 1, maxLength: 5 })

export function bookOfRegistry(calibrations: readonly Calibrated[]): Book {
  const book = emptyBook()
  book.organizations.push({ id: 'NOBODY', code: 'NOBODY', name: { en: 'NOBODY', zh: 'NOBODY' }, roles: [] })
  for (const kind of kinds) {
    const evidence = nationalKilogram.evidence.map((one) => ({ ...one, validTo: '2024-06-15' }))
    book.references.push({
      ...nationalKilogram,
      id: kind,
      code: `NMI-${kind}`,
      measurandKind: kind,
      evidence,
    })
    const of = (lab: string, line: string) =>
      competence(lab, line, {
        id: `${lab}-${line}-${kind}`,
        code: `${lab}-${line}-${kind}`,
        measurandKind: kind,
      })
    book.competences.push(of('NMI', 'kcdb-cmc'), of('NMI', 'standard-examination'))
    book.competences.push(of('LAB', 'standard-examination'), of('PLANT', 'documented-evidence'), {
      ...of('LAB', 'accreditation'),
      statuses: [
        { status: 'active', effectiveFrom: '2000-01-01', recordedAt: on('2000-01-01') },
        { status: 'suspended', effectiveFrom: '2024-05-15', recordedAt: on('2024-05-16') },
        { status: 'active', effectiveFrom: '2024-06-15', recordedAt: on('2024-06-16') },
      ],
    })
  }
  book.authorizations.push(
    authorization('ann', 'perform', '2024-01-01'),
    authorization('cid', 'authorise', '2030-01-01'),
  )
  let day = 0
  for (const [i, one] of calibrations.entries()) {
    day = Math.max(0, day + one.after)
    record(book, calibrations, one, i, day)
  }
  return book
}

function linkOf(
  calibrations: readonly Calibrated[],
  i: number,
  { back, sensitivity, fault }: Input,
  own: string,
) {
  const above = i - back >= 0 ? calibrations[i - back] : undefined
  const kind = above?.kind ?? own
  const expectedMeasurandKind = fault === 'other-kind' ? 'torque' : kind
  const more: Partial<LinkRecord> = {
    sensitivity,
    expectedMeasurandKind,
    ...(fault === 'outside' && { usedAt: { value: 2 } }),
    // The nominal value, whatever the certificate of the standard says.
    ...(fault === 'uncorrected' && { inputEstimate: 1 }),
  }
  if (fault === 'device') return { ...fromDevice(`lost-${i}-${back}`), ...more }
  return { ...(above ? from(`s${i - back}`) : fromReference(own)), ...more }
}

function record(book: Book, calibrations: readonly Calibrated[], one: Calibrated, i: number, day: number) {
  const { kind, by, own, inputs } = one
  const has = (fault: (typeof faults)[number]) => one.faults.includes(fault)
  const issued = dayAfter(day + (has('issued-late') ? 60 : 1))
  const isCopy = has('unchecked-copy') || has('checked-copy')
  book.equipment.push(
    item(`E${i}`, {
      programmes: has('no-programme')
        ? []
        : [{ intervalMonths: has('overdue') ? 1 : 12, recordedAt: on('2000-01-01') }],
      ...(has('by-class') && { usedBy: 'class', classes: [classOf(kind)] }),
    }),
  )
  const made = calibrate(book, {
    id: `s${i}`,
    by,
    of: `E${i}`,
    day: '2024-03-01',
    from: inputs.map((each) => linkOf(calibrations, i, each, kind)),
    own,
    result: {
      measurandKind: kind,
      ...(has('unstated') && { coverageFactor: undefined }),
      ...(has('biased') && { estimate: 1 + bias }),
      ...(has('no-effect') && { dispositions: dispositionsOf(one, i, day) }),
    },
    certificate: {
      started: dayAfter(day),
      finished: dayAfter(day),
      issuedAt: issued,
      recordedAt: issued,
      hashVerified: has('not-verified') ? undefined : !has('altered'),
      origin: isCopy ? 'transcribed' : 'issued',
      recordedBy: 'ann',
      events: eventsOf(one, day),
      // Every second one is done in a warm room.
      environment: [temperature(i % 2 === 0 ? 20 : 25)],
      ...(has('narrow-conditions') && { conditionsOfUse: [temperature(19, 21)] }),
      ...(has('unauthorised') && { performer: 'ann', signatory: 'cid' }),
    },
  })
  const links = made.links.flatMap((link, n) => {
    const { fault } = inputs[n]!
    if (fault === 'cut') return []
    const u = (link.inputStandardUncertainty ?? 0) * (fault === 'low-line' ? 0.8 : 1)
    return [{ ...link, inputStandardUncertainty: u }]
  })
  revise(book.results, `s${i}`, { links, ...(has('no-budget') && { budget: undefined }) })
  supersede(book, one, i, day)
  compare(book, one, i, day)
  for (const [n, { what, days }] of one.happenings.entries())
    happen(book, what, `${i}-${n}`, i, day + days, kind)
}
