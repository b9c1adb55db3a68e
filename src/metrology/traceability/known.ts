import type { EquipmentStatement } from './equipment-statements.ts'
import type {
  AuthorizationRecord,
  CertificateRecord,
  ChainRecords,
  ComparisonRecord,
  CompetenceRecord,
  EquipmentRecord,
  HistoryRecord,
  NormativeDocumentRecord,
  OrganizationRecord,
  Recorded,
  ReferenceRecord,
  ResultRecord,
} from './records.ts'

/** What the registry knew at K, ready to be looked up. Nothing recorded later gets past this file. */
export interface Known {
  readonly organizations: ReadonlyMap<string, OrganizationRecord>
  readonly certificates: ReadonlyMap<string, CertificateRecord>
  readonly results: ReadonlyMap<string, ResultRecord>
  readonly equipment: ReadonlyMap<string, EquipmentRecord>
  readonly references: ReadonlyMap<string, ReferenceRecord>
  readonly competences: ReadonlyMap<string, CompetenceRecord>
  readonly documents: ReadonlyMap<string, NormativeDocumentRecord>
  /** All versions of a certificate number, the first one first. */
  readonly versionsOf: (number: string) => readonly CertificateRecord[]
  readonly resultsOf: (certificateId: string) => readonly ResultRecord[]
  /** Calibrations of one component, the earliest first. */
  readonly certificatesOf: (equipmentId: string, component: string) => readonly CertificateRecord[]
  readonly historyOf: (equipmentId: string, component: string) => readonly HistoryRecord[]
  readonly competencesOf: (organizationId: string) => readonly CompetenceRecord[]
  readonly authorizationsOf: (person: string) => readonly AuthorizationRecord[]
  /** Of one line of a scope, the earliest first. */
  readonly comparisonsOf: (competenceId: string) => readonly ComparisonRecord[]
}

/** What was worked out last for some records: one question asks several times. It only saves time. */
const workedOut = new WeakMap<ChainRecords, { readonly at: number; readonly known: Known }>()

export function knownAt(records: ChainRecords, asKnownAt: Date): Known {
  const at = asKnownAt.getTime()
  const last = workedOut.get(records)
  if (last?.at === at) return last.known
  const known = knownOf(records, asKnownAt)
  workedOut.set(records, { at, known })
  return known
}

function knownOf(records: ChainRecords, asKnownAt: Date): Known {
  const seen = <T extends Recorded>(list: readonly T[]) => list.filter((one) => one.recordedAt <= asKnownAt)
  const certificates = byId(
    seen(records.certificates).map((one) => ({ ...one, events: inOrder(seen(one.events)) })),
  )
  const results = byId(
    records.results
      .filter((one) => certificates.has(one.certificateId))
      .map((one) => (one.dispositions ? { ...one, dispositions: seen(one.dispositions) } : one)),
  )
  const equipment = byId(records.equipment.map((one) => equipmentSeen(one, seen, asKnownAt)))
  const competences = byId(
    seen(records.competences).map((one) => ({
      ...one,
      versions: seen(one.versions),
      statuses: seen(one.statuses),
    })),
  )
  return {
    organizations: byId(records.organizations.map((one) => ({ ...one, ...asSaid(one.versions, asKnownAt) }))),
    certificates,
    results,
    equipment,
    references: byId(seen(records.references).map((one) => ({ ...one, evidence: seen(one.evidence) }))),
    competences,
    documents: byId(latest(seen(records.normativeDocuments))),
    versionsOf: lookup([...certificates.values()].toSorted(byVersion), (one) => one.number),
    resultsOf: lookup([...results.values()].toSorted(byCode), (one) => one.certificateId),
    certificatesOf: calibrationsOf([...certificates.values()]),
    historyOf: historyOf(seen(records.history).filter((one) => !annulled(one, asKnownAt))),
    competencesOf: lookup([...competences.values()], (one) => one.organizationId),
    authorizationsOf: lookup(latest(seen(records.authorizations)), (one) => one.person),
    comparisonsOf: lookup(comparisonsSeen(seen(records.comparisons ?? []), seen), (one) => one.competenceId),
  }
}

/** A record that was stated anew is there once for each statement: the last one that was known counts. */
function latest<T extends Recorded & { readonly id: string }>(list: readonly T[]): readonly T[] {
  const last = new Map<string, T>()
  for (const one of list) {
    const former = last.get(one.id)
    if (!former || former.recordedAt <= one.recordedAt) last.set(one.id, one)
  }
  return [...last.values()]
}

/** What was said last by K; the first statement stands for the time before it, which has no record that could ask. */
function asSaid<T extends Recorded>(versions: readonly T[] | undefined, asKnownAt: Date) {
  const said = versions?.findLast((one) => one.recordedAt <= asKnownAt) ?? versions?.[0]
  if (said === undefined) return undefined
  const { recordedAt: _, ...statement } = said
  return statement
}

/** A component of an item; the separator occurs in no identifier. */
const componentKey = (equipmentId: string, component: string) => `${equipmentId}\u0000${component}`

function equipmentSeen(
  equipment: EquipmentRecord,
  seen: <T extends Recorded>(list: readonly T[]) => T[],
  asKnownAt: Date,
): EquipmentRecord {
  const said: EquipmentStatement | undefined = asSaid(equipment.versions, asKnownAt)
  const restrictions =
    equipment.restrictions &&
    seen(equipment.restrictions).map((one) => ({ ...one, end: one.end && seen([one.end])[0] }))
  const events = seen(equipment.events).toSorted((a, b) => Number(a.occurredAt) - Number(b.occurredAt))
  const classes = equipment.classes && seen(equipment.classes)
  return { ...equipment, ...said, events, programmes: seen(equipment.programmes), classes, restrictions }
}

const comparisonsSeen = (
  comparisons: readonly ComparisonRecord[],
  seen: <T extends Recorded>(list: readonly T[]) => T[],
) =>
  comparisons
    .map((one) => ({ ...one, resolutions: seen(one.resolutions) }))
    .toSorted((a, b) => byText(a.day, b.day) || byText(a.id, b.id))

/** A finding on a certificate that turned out to be worthless is no finding. */
const annulled = (one: HistoryRecord, asKnownAt: Date) =>
  one.revocationRecordedAt !== undefined && one.revocationRecordedAt <= asKnownAt

const inOrder = <T extends Recorded>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => Number(a.recordedAt) - Number(b.recordedAt))

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byVersion = (a: CertificateRecord, b: CertificateRecord) => a.version - b.version
const byCode = (a: ResultRecord, b: ResultRecord) => byText(a.code, b.code) || byText(a.id, b.id)
const byEnd = <T extends { finished: Date; id: string }>(a: T, b: T) =>
  Number(a.finished) - Number(b.finished) || byText(a.id, b.id)

/** Lists arrive in no order; answers must not depend on it. */
const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.toSorted((a, b) => byText(a.id, b.id)).map((one) => [one.id, one]))

function lookup<T>(list: readonly T[], keyOf: (one: T) => string): (key: string) => readonly T[] {
  const groups = Map.groupBy(list, keyOf)
  return (key) => groups.get(key) ?? []
}

function calibrationsOf(certificates: readonly CertificateRecord[]): Known['certificatesOf'] {
  const find = lookup(certificates.toSorted(byEnd), (one) => componentKey(one.equipmentId, one.component))
  return (equipmentId, component) => find(componentKey(equipmentId, component))
}

function historyOf(history: readonly HistoryRecord[]): Known['historyOf'] {
  const sorted = history.toSorted(
    (a, b) =>
      Number(a.started) - Number(b.started) ||
      byText(a.certificateId, b.certificateId) ||
      a.pointValue - b.pointValue ||
      byText(a.stage, b.stage),
  )
  const find = lookup(sorted, (one) => componentKey(one.equipmentId, one.component))
  return (equipmentId, component) => find(componentKey(equipmentId, component))
}
