import type {
  CertificateEvent,
  CertificateRecord,
  ConformityOutcome,
  HistoryRecord,
} from '#metrology/traceability/records.ts'
import type {
  CalibrationRow,
  CertificateRow,
  ChainRows,
  EventRow,
  ResultRow,
  StoredConformity,
} from './chain-rows.ts'
import { coherentValue, figuresIn } from './coherent-figures.ts'
import { conditionMet, conditionStated } from './conditions.ts'
import type { Statement } from './result-records.ts'

/** Where the results of each calibration are stated: on its certificates, or on the draft that it still is. */
export function statementsOf(rows: ChainRows): ReadonlyMap<string, readonly Statement[]> {
  const certificates = Map.groupBy(rows.certificates, ({ calibration }) => calibration)
  return new Map(
    rows.calibrations.map(({ id }) => {
      const versions = (certificates.get(id) ?? []).toSorted((a, b) => a.edition - b.edition)
      const stated = versions.map(({ id: certificateId, edition }, position) => ({
        certificateId,
        edition,
        isFirst: position === 0,
      }))
      return [id, stated.length > 0 ? stated : [{ certificateId: id, edition: 1, isFirst: true }]]
    }),
  )
}

export function certificateRecords(rows: ChainRows): CertificateRecord[] {
  const calibrations = new Map(rows.calibrations.map((row) => [row.id, row]))
  const certified = new Set(rows.certificates.map(({ calibration }) => calibration))
  const issued = rows.certificates.flatMap((certificate) => {
    const calibration = calibrations.get(certificate.calibration)
    return calibration ? [issuedRecord(certificate, calibration, rows.events)] : []
  })
  const drafts = rows.calibrations.filter(({ id }) => !certified.has(id)).map(draftRecord)
  return [...issued, ...drafts]
}

function issuedRecord(
  certificate: CertificateRow,
  calibration: CalibrationRow,
  events: readonly EventRow[],
): CertificateRecord {
  const recordedAt = new Date(certificate.recordedAt)
  return {
    ...workOf(calibration),
    id: certificate.id,
    number: certificate.number,
    version: certificate.edition,
    changeClass: certificate.changeClass ?? undefined,
    origin: calibration.origin,
    issuedAt: new Date(certificate.issuedAt),
    // What happens to a number happens to every version of it that was there.
    events: events
      .filter((event) => event.number === certificate.number && new Date(event.recordedAt) >= recordedAt)
      .map(eventRecord),
    hashVerified: certificate.hashVerified,
    performer: certificate.performer ?? undefined,
    reviewer: certificate.reviewer ?? undefined,
    signatory: certificate.signatory ?? undefined,
    recordedAt,
    recordedBy: certificate.recordedBy,
  }
}

const draftRecord = (calibration: CalibrationRow): CertificateRecord => ({
  ...workOf(calibration),
  id: calibration.id,
  number: calibration.id,
  version: 1,
  origin: 'draft',
  events: [],
  performer: calibration.operator ?? undefined,
  reviewer: calibration.reviewer ?? undefined,
  recordedAt: new Date(calibration.recordedAt),
  recordedBy: calibration.recordedBy,
})

const workOf = (row: CalibrationRow) => ({
  kind: row.kind,
  laboratoryId: row.laboratory,
  equipmentId: row.equipment,
  component: row.component,
  started: new Date(row.started),
  finished: new Date(row.finished),
  validUntil: row.validUntil ?? undefined,
  competenceId: row.competence ?? undefined,
  methodDocumentId: row.method ?? undefined,
  methodDeviation: row.methodDeviation ?? undefined,
  site: row.site ?? undefined,
  environment: row.environment.map(conditionMet),
  conditionsOfUse: row.conditionsOfUse?.map(conditionStated),
  traceabilityStatement: row.statement ?? undefined,
})

const eventRecord = ({ kind, effectiveFrom, cause, by, recordedAt }: EventRow): CertificateEvent => ({
  kind,
  effectiveFrom: effectiveFrom === null ? undefined : new Date(effectiveFrom),
  cause: cause ?? undefined,
  by,
  recordedAt: new Date(recordedAt),
})

/** The results of every certificate of the items in the chain, once for each calibration. */
export function historyRecords(rows: ChainRows): HistoryRecord[] {
  const calibrations = new Map(rows.calibrations.map((row) => [row.id, row]))
  const first = new Map<string, CertificateRow>()
  for (const certificate of rows.certificates.toSorted((a, b) => b.edition - a.edition)) {
    first.set(certificate.calibration, certificate)
  }
  return rows.results.flatMap((result) => {
    const certificate = first.get(result.calibration)
    const calibration = calibrations.get(result.calibration)
    return certificate && calibration ? [historyRecord(result, calibration, certificate, rows.events)] : []
  })
}

const limitsOf = ({ limits: { lower, upper } }: StoredConformity) => ({
  ...(lower && { lower: coherentValue(lower) }),
  ...(upper && { upper: coherentValue(upper) }),
})

function historyRecord(
  result: ResultRow,
  calibration: CalibrationRow,
  certificate: CertificateRow,
  events: readonly EventRow[],
): HistoryRecord {
  const { value, difference } = figuresIn(result.unit)
  const revoked = events.find(({ number, kind }) => number === certificate.number && kind === 'revoked')
  const { outcome, rule } = result.conformity ?? {}
  return {
    certificateId: certificate.id,
    certificateNumber: certificate.number,
    equipmentId: calibration.equipment,
    component: calibration.component,
    measurandKind: result.kind,
    stage: result.stage,
    pointValue: figuresIn(result.nominalUnit).value(result.nominal),
    started: new Date(calibration.started),
    finished: new Date(calibration.finished),
    estimate: value(result.estimate),
    standardUncertainty: difference(result.u),
    ...(outcome !== undefined && { conformity: outcome as ConformityOutcome }),
    ...(result.conformity && rule === 'guarded-U' && { limits: limitsOf(result.conformity) }),
    asFoundOmitted: calibration.asFoundOmitted,
    ...(revoked && { revocationRecordedAt: new Date(revoked.recordedAt) }),
    recordedAt: new Date(certificate.recordedAt),
  }
}
