import type { TrustAnchorView } from '#contract/types.ts'
import type { AnchorShown } from './trust-anchor.queries.ts'

export function viewAnchor(row: AnchorShown): TrustAnchorView {
  return {
    id: row.id,
    pem: row.pem,
    subject: row.subject,
    fingerprint: row.fingerprint,
    notBefore: row.notBefore.toISOString(),
    notAfter: row.notAfter.toISOString(),
    ...(row.organization && { organization: row.organization.$.code }),
    ...(row.note && { note: row.note }),
    recordedBy: row.recordedBy.$.code,
    recordedAt: row.recordedAt.toISOString(),
    ...(row.retiredAt && {
      retired: { at: row.retiredAt.toISOString(), by: row.retiredBy?.$.code ?? '', cause: row.cause ?? '' },
    }),
    version: row.version,
  }
}
