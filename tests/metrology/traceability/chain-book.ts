import type {
  AuthorizationRecord,
  CertificateRecord,
  ChainRecords,
  CompetenceRecord,
  EquipmentEvent,
  EquipmentRecord,
  HistoryRecord,
  LinkRecord,
  ResultRecord,
} from '#metrology/traceability/records.ts'

/** Ten o'clock in China on a civil day. */
export const on = (day: string) => new Date(`${day}T02:00:00Z`)

type Writable<T> = { -readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly (infer E)[] ? E[] : T[K] }
export type Book = Writable<ChainRecords>

const organization = (id: string, ...roles: string[]) => ({ id, code: id, name: { en: id, zh: id }, roles })

/** An empty registry with one national institute, one accredited laboratory and one plant. */
export function emptyBook(): Book {
  return {
    organizations: [
      organization('NMI', 'national-metrology-institute'),
      organization('LAB', 'calibration-laboratory'),
      organization('PLANT', 'enterprise'),
    ],
    certificates: [],
    results: [],
    equipment: [],
    history: [],
    references: [],
    competences: [],
    authorizations: [],
    normativeDocuments: [],
    comparisons: [],
  }
}

export interface Work {
  readonly id: string
  readonly by: string
  readonly of: string
  readonly day: string
  readonly from?: readonly Partial<LinkRecord>[]
  /** Own influences, in quadrature with the standards. */
  readonly own?: number
  readonly result?: Partial<ResultRecord>
  readonly certificate?: Partial<CertificateRecord>
}

export const from = (upstream: string, more: Partial<LinkRecord> = {}): Partial<LinkRecord> => ({
  upstream: { kind: 'result', resultId: upstream },
  ...more,
})
export const fromReference = (id: string): Partial<LinkRecord> => ({
  upstream: { kind: 'reference', referenceId: id },
})
export const fromDevice = (id: string): Partial<LinkRecord> => ({
  upstream: { kind: 'equipment', equipmentId: id, component: 'main' },
  inputStandardUncertainty: 2e-6,
})

function linkOf(book: Book, stated: Partial<LinkRecord>, i: number): LinkRecord {
  const up = stated.upstream
  const result = up?.kind === 'result' ? book.results.find((one) => one.id === up.resultId) : undefined
  const reference =
    up?.kind === 'reference' ? book.references.find((one) => one.id === up.referenceId) : undefined
  const source = result ?? reference
  return {
    input: `x${i}`,
    upstream: { kind: 'result', resultId: '' },
    expectedMeasurandKind: 'mass',
    sensitivity: 1,
    inputEstimate: source?.estimate ?? 1,
    inputStandardUncertainty: source?.standardUncertainty ?? 1e-7,
    ...stated,
  }
}

/** Records one calibration with one result `y = Σ cᵢxᵢ + own`, and its certificate issued the day after. */
export function calibrate(book: Book, work: Work): ResultRecord {
  const links = (work.from ?? []).map((one, i) => linkOf(book, one, i))
  const own = work.own ?? 1e-6
  const inputs = links.map((link) => input(link.input, link.inputStandardUncertainty ?? 0, link))
  const u = Math.hypot(own, ...inputs.map((one) => one.contribution))
  const result: ResultRecord = {
    id: work.id,
    certificateId: `cert-${work.id}`,
    code: 'm1',
    measurandKind: 'mass',
    stage: 'as-found-and-left',
    point: { value: 1, unit: 'kg', unitSize: 1, parameters: {} },
    unit: 'kg',
    unitSize: 1,
    estimate: 1,
    standardUncertainty: u,
    expandedUncertainty: 2 * u,
    coverageFactor: 2,
    coverageProbability: 0.9545,
    budget: {
      engine: { name: 'etalon', version: '0' },
      model: { y: [...links.map((link) => link.input), 'own'].join(' + ') },
      output: 'y',
      inputs: [...inputs, input('own', own)],
      correlations: [],
      coverage: { k: 2 },
    },
    links,
    ...work.result,
  }
  const certificate = certificateOf(work, result)
  book.results.push(result)
  book.certificates.push(certificate)
  if (!book.equipment.some((one) => one.id === work.of)) book.equipment.push(item(work.of))
  book.history.push(historyOf(certificate, result))
  return result
}

function input(symbol: string, standardUncertainty: number, link?: LinkRecord) {
  const sensitivity = link?.sensitivity ?? 1
  return {
    symbol,
    unit: 'kg',
    estimate: link?.inputEstimate ?? 0,
    standardUncertainty,
    degreesOfFreedom: null,
    sensitivity,
    contribution: Math.abs(sensitivity) * standardUncertainty,
    share: 0,
    ...(link && { measurandKind: link.expectedMeasurandKind }),
  }
}

function certificateOf(work: Work, result: ResultRecord): CertificateRecord {
  const nextDay = new Date(Number(on(work.day)) + 86_400_000)
  return {
    id: result.certificateId,
    number: `N-${work.id}`,
    version: 1,
    origin: 'issued',
    kind: 'calibration',
    laboratoryId: work.by,
    equipmentId: work.of,
    component: 'main',
    started: on(work.day),
    finished: on(work.day),
    issuedAt: nextDay,
    recordedAt: nextDay,
    events: [],
    hashVerified: true,
    ...work.certificate,
  }
}

export function historyOf(certificate: CertificateRecord, result: ResultRecord): HistoryRecord {
  return {
    certificateId: certificate.id,
    certificateNumber: certificate.number,
    equipmentId: certificate.equipmentId,
    component: certificate.component,
    measurandKind: result.measurandKind,
    stage: result.stage,
    pointValue: result.point.value,
    started: certificate.started,
    finished: certificate.finished,
    estimate: result.estimate,
    standardUncertainty: result.standardUncertainty,
    conformity: result.conformity?.outcome,
    recordedAt: certificate.recordedAt,
  }
}

export const item = (id: string, more: Partial<EquipmentRecord> = {}): EquipmentRecord => ({
  id,
  code: id,
  ownerId: 'PLANT',
  components: ['main'],
  programmes: [{ intervalMonths: 12, recordedAt: on('2000-01-01') }],
  events: [],
  ...more,
})

export const event = (kind: string, day: string, more: Partial<EquipmentEvent> = {}): EquipmentEvent => ({
  id: `${kind}-${day}`,
  kind,
  occurredAt: on(day),
  recordedAt: on(day),
  ...more,
})

export function competence(
  organizationId: string,
  kind: string,
  more: Partial<CompetenceRecord> = {},
): CompetenceRecord {
  const recordedAt = on('2000-01-01')
  return {
    id: `${organizationId}-${kind}`,
    code: `${organizationId}-${kind}`,
    kind,
    organizationId,
    measurandKind: 'mass',
    versions: [{ sequence: 1, lower: 1e-6, upper: 50, validFrom: '2000-01-01', recordedAt }],
    statuses: [{ status: 'active', effectiveFrom: '2000-01-01', recordedAt }],
    recordedAt,
    ...more,
  }
}

export const authorization = (person: string, activity: AuthorizationRecord['activity'], since: string) => ({
  id: `${person}-${activity}`,
  person,
  activity,
  from: since,
  recordedAt: on('2000-01-01'),
})

export const nationalKilogram = {
  id: 'KG',
  code: 'NMI-KG',
  kind: 'national-standard',
  holderId: 'NMI',
  measurandKind: 'mass',
  unit: 'kg',
  unitSize: 1,
  estimate: 1,
  standardUncertainty: 1e-8,
  recordedAt: on('2000-01-01'),
  evidence: [
    {
      kind: 'national-standard-certificate',
      description: 'national standard certificate',
      validFrom: '2000-01-01',
      recordedAt: on('2000-01-01'),
    },
  ],
}

/**
 * Three steps: the plant's weight by LAB on 2024-06-03, LAB's weight by the institute on 2024-03-04, the national standard.
 * Everything about it is in order by every policy.
 */
export function goodChain(): Book {
  const book = emptyBook()
  book.references.push(nationalKilogram)
  book.competences.push(
    competence('NMI', 'kcdb-cmc'),
    competence('NMI', 'standard-examination'),
    competence('LAB', 'accreditation'),
    competence('LAB', 'standard-examination'),
  )
  book.equipment.push(item('W1', { ownerId: 'LAB' }))
  calibrate(book, {
    id: 'top',
    by: 'NMI',
    of: 'W1',
    day: '2024-03-04',
    from: [fromReference('KG')],
    own: 3e-8,
  })
  calibrate(book, { id: 'low', by: 'LAB', of: 'W2', day: '2024-06-03', from: [from('top')], own: 1e-7 })
  return book
}

/** Replaces members of one record of a list. */
export function revise<T extends { readonly id: string }>(list: T[], id: string, change: Partial<T>): void {
  const i = list.findIndex((one) => one.id === id)
  if (i < 0) throw new Error(`There is no ${id}`)
  list[i] = { ...list[i], ...change } as T
}
