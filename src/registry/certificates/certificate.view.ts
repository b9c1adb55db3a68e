import type { CertificateEventView, CertificateSummary, CertificateView } from '#contract/types.ts'
import type { CertificateContent, CertificateDocument } from './certificate-content.view.ts'
import type { CertificateEvent } from './certificate-event.entity.ts'
import type { CertificateVersion, ListedCertificate } from './certificate.queries.ts'

export type { CertificateDocument } from './certificate-content.view.ts'

/** What the document says beside its content. */
export interface Issue extends Pick<CertificateDocument, 'signatures' | 'change'> {
  readonly traceability?: CertificateDocument['traceability'] | undefined
  readonly number: string
  readonly version: number
  readonly issuedAt: Date
}

/** The document of one version: from now on it is these bytes, whatever the records say later. */
export function documentOf(content: CertificateContent, issue: Issue): CertificateDocument {
  const { number, version, issuedAt, traceability, signatures = [], change } = issue
  return {
    number,
    version,
    issued: issuedAt.toISOString(),
    ...content,
    ...(traceability && { traceability }),
    ...(signatures.length > 0 && { signatures }),
    ...(change && { change }),
  }
}

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
