import type { CertificateImportSummary, CertificateImportView } from '#contract/types.ts'
import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import type { Actor } from '#http/actor.ts'
import { issuedOf } from './issued.ts'
import type { CertificateOfImport, importsListed, ImportShown, NewImport } from './imports.queries.ts'
import type { UpstreamOutcome } from './upstream-outcome.ts'

/** What is kept of a file, and by whom. */
export interface Kept {
  readonly id: string
  readonly number: string
  readonly laboratory: string
  readonly release: string
  readonly sha256: string
  readonly size: number
  readonly signatures: readonly SignatureOutcome[]
  readonly schemaChecked: boolean
  readonly organization: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

export const keptRow = (row: ImportShown): Kept => ({
  id: row.id,
  number: row.number,
  laboratory: row.laboratory,
  release: row.release,
  sha256: row.sha256,
  size: row.bytes.length,
  signatures: row.signatures,
  schemaChecked: row.schemaChecked,
  organization: row.organization.$.code,
  recordedBy: row.recordedBy.$.code,
  recordedAt: row.recordedAt,
})

export const keptNow = (row: NewImport, { organization, person }: Actor): Kept => ({
  ...row,
  size: row.bytes.length,
  organization: organization.code,
  recordedBy: person.code,
})

/** A file as it is read; what is held of the certificates above is told as of now. */
export function viewImport(
  kept: Kept,
  read: DccRead,
  link: CertificateOfImport,
  upstream: readonly UpstreamOutcome[],
): CertificateImportView {
  const { version: _, signatures: __, notUnderstood, warnings, ...understood } = read
  return {
    id: kept.id,
    number: kept.number,
    laboratory: kept.laboratory,
    release: kept.release,
    sha256: kept.sha256,
    size: kept.size,
    issued: issuedOf(read, kept.signatures),
    ...(link && {
      certificate: link.certificate.$.number,
      evidence: link.trustAnchor ? ('signature' as const) : ('second-check' as const),
      mapping: link.mapping.$.code,
    }),
    schemaChecked: kept.schemaChecked,
    organization: kept.organization,
    signatures: kept.signatures,
    upstream,
    warnings,
    notUnderstood,
    understood,
    recordedBy: kept.recordedBy,
    recordedAt: kept.recordedAt.toISOString(),
  }
}

export function viewListed(row: Awaited<ReturnType<typeof importsListed>>[number]): CertificateImportSummary {
  const { certificate, ...rest } = row
  return { ...rest, ...(certificate !== null && { certificate }) }
}
