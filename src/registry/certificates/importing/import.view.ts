import type { CertificateImportSummary, CertificateImportView } from '#contract/types.ts'
import { issuedOf } from './issued.ts'
import type { CertificateOfImport, importsListed, ImportShown } from './imports.queries.ts'
import type { UpstreamOutcome } from './upstream-outcome.ts'

/** A file as it was read; what is held of the certificates above is told as of now. */
export function viewImport(
  row: ImportShown,
  link: CertificateOfImport,
  upstream: readonly UpstreamOutcome[],
): CertificateImportView {
  const { version: _, signatures: __, notUnderstood, warnings, ...understood } = row.reading
  return {
    id: row.id,
    number: row.number,
    laboratory: row.laboratory,
    release: row.release,
    sha256: row.sha256,
    size: row.bytes.length,
    issued: issuedOf(row.reading, row.signatures),
    ...(link && {
      certificate: link.certificate.$.number,
      evidence: link.trustAnchor ? ('signature' as const) : ('second-check' as const),
      mapping: link.mapping.$.code,
    }),
    schemaChecked: row.schemaChecked,
    organization: row.organization.$.code,
    signatures: row.signatures,
    upstream,
    warnings,
    notUnderstood,
    understood,
    recordedBy: row.recordedBy.$.code,
    recordedAt: row.recordedAt.toISOString(),
  }
}

export function viewListed(row: Awaited<ReturnType<typeof importsListed>>[number]): CertificateImportSummary {
  const { certificate, ...rest } = row
  return { ...rest, ...(certificate !== null && { certificate }) }
}
