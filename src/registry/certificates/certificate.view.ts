import type {
  CalibrationResultView,
  CertificateEventView,
  CertificateSummary,
  CertificateView,
  EnvironmentCondition,
} from '#contract/types.ts'
import type { Calibration } from '../calibrations/calibration.entity.ts'
import { viewMethod } from '../calibrations/calibration.view.ts'
import { viewResult } from '../calibrations/results/result.view.ts'
import type { Person } from '../people/person.entity.ts'
import type { CertificateEvent } from './certificate-event.entity.ts'
import type { CertificateVersion, ListedCertificate } from './certificate.queries.ts'

/** What is signed and hashed: the certificate without what is only known about it from outside. */
export type CertificateDocument = Omit<CertificateView, 'sha256' | 'recordedAt' | 'versions' | 'events'>

/** What the document says beside its calibration. */
export interface Issue {
  readonly number: string
  readonly version: number
  readonly issuedAt: Date
  readonly people: {
    readonly performed?: Person | undefined
    readonly reviewed?: Person | undefined
    readonly authorised?: Person | undefined
  }
  readonly change?: CertificateDocument['change']
  /** A place that is corrected by an editorial amendment. */
  readonly place?: string
}

/** ISO/IEC 17025:2017, 7.8.2.1 and 7.8.4.1. Laboratory, equipment, component, method and results must be loaded. */
export function documentOf(row: Calibration, issue: Issue): CertificateDocument {
  const signatures = signaturesOf(issue)
  return {
    number: issue.number,
    version: issue.version,
    kind: row.certificateKind,
    origin: row.origin,
    issuer: issuerOf(row),
    item: itemOf(row),
    ...(row.method && { method: viewMethod(row.method.getEntity(), row) }),
    ...competenceOf(row),
    started: row.startedAt.toISOString(),
    finished: row.finishedAt.toISOString(),
    issued: issue.issuedAt.toISOString(),
    ...(row.validUntil && { validUntil: row.validUntil }),
    ...placeOf(row, issue),
    environment: row.environment as readonly EnvironmentCondition[],
    results: row.results.getItems().map((result): CalibrationResultView => viewResult(result)),
    ...(row.asFoundOmitted && { asFoundOmitted: row.asFoundOmitted }),
    ...(row.traceabilityStatement && { traceabilityStatement: row.traceabilityStatement }),
    ...(signatures.length > 0 && { signatures }),
    ...(issue.change && { change: issue.change }),
  }
}

function issuerOf(row: Calibration): CertificateDocument['issuer'] {
  const { code, name, fictional } = row.laboratory.getEntity()
  return { code, name: name as CertificateView['issuer']['name'], fictional }
}

function itemOf(row: Calibration): CertificateDocument['item'] {
  const { code, name, manufacturer, model, serialNumber } = row.equipment.getEntity()
  return {
    equipment: code,
    component: row.component.getEntity().code,
    name: name as CertificateView['issuer']['name'],
    manufacturer,
    model,
    serialNumber,
  }
}

function competenceOf(row: Calibration): Pick<CertificateDocument, 'competence'> {
  const claimed = row.competence?.getEntity()
  return claimed ? { competence: { code: claimed.code, number: claimed.number, issuer: claimed.issuer } } : {}
}

const placeOf = (row: Calibration, issue: Issue) => {
  const place = issue.place ?? row.place
  return place ? { place } : {}
}

const signaturesOf = ({ people }: Issue) =>
  (['performed', 'reviewed', 'authorised'] as const).flatMap((meaning) => {
    const person = people[meaning]
    return person ? [{ meaning, person: person.code, name: person.name }] : []
  })

/** The version that was asked for, as it was written, and what is known of the certificate now. */
export function viewCertificate(
  version: CertificateVersion,
  versions: readonly CertificateVersion[],
  events: readonly CertificateEvent[],
): CertificateView {
  return {
    ...(JSON.parse(version.document) as CertificateDocument),
    sha256: version.sha256,
    recordedAt: version.recordedAt.toISOString(),
    versions: versions.map(({ edition, issuedAt, sha256, changeClass }) => ({
      version: edition,
      issued: issuedAt.toISOString(),
      sha256,
      ...(changeClass && { changeClass }),
    })),
    events: events.map(viewEvent),
  }
}

const viewEvent = ({ kind, effectiveFrom, cause, recordedAt }: CertificateEvent): CertificateEventView => ({
  kind,
  ...(effectiveFrom && { effectiveFrom: effectiveFrom.toISOString() }),
  ...(cause && { cause }),
  recordedAt: recordedAt.toISOString(),
})

export const viewSummary = (row: ListedCertificate): CertificateSummary => ({
  number: row.number,
  version: row.edition,
  origin: row.origin,
  issuer: row.issuer.$.code,
  item: { equipment: row.component.$.equipment.$.code, component: row.component.$.code },
  issued: row.issuedAt.toISOString(),
  performed: row.performedAt.toISOString(),
})
