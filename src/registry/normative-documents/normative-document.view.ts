import type { NormativeDocumentRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { NormativeDocument } from './normative-document.entity.ts'

export const viewDocument = (row: NormativeDocument): NormativeDocumentRecord =>
  withoutNulls({
    id: row.id,
    code: row.code,
    number: row.number,
    edition: row.edition,
    title: row.title,
    inForceFrom: row.inForceFrom,
    inForceTo: row.inForceTo ?? null,
    replacedBy: row.replacedBy ?? null,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })
