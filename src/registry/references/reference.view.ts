import type { ReferenceEvidenceRecord, ReferenceRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { MetrologicalReference } from './metrological-reference.entity.ts'
import type { ReferenceEvidence } from './reference-evidence.entity.ts'

export const viewReference = (
  row: MetrologicalReference,
  evidence: readonly ReferenceEvidence[],
): ReferenceRecord => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  holder: row.holder.getEntity().code,
  name: row.name,
  measurandKind: row.measurandKind.getEntity().code,
  value: row.value,
  standardUncertainty: row.standardUncertainty,
  unit: row.unit,
  degreesOfFreedom: row.degreesOfFreedom ?? 'infinity',
  source: row.source,
  evidence: evidence.map(viewEvidence),
  recordedAt: row.recordedAt.toISOString(),
  version: row.version,
})

export const viewEvidence = (row: ReferenceEvidence): ReferenceEvidenceRecord =>
  withoutNulls({
    id: row.id,
    kind: row.kind,
    description: row.description,
    source: row.source,
    competence: row.competence?.getEntity().code ?? null,
    validFrom: row.validFrom,
    validTo: row.validTo ?? null,
    recordedAt: row.recordedAt.toISOString(),
  })
