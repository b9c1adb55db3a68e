import type { DccMappingView } from '#contract/types.ts'
import type { MappingShown } from './dcc-mapping.queries.ts'

export function viewMapping(row: MappingShown): DccMappingView {
  return {
    id: row.id,
    code: row.code,
    issuer: row.issuer.$.code,
    organization: row.organization.$.code,
    ...(row.description && { description: row.description }),
    rules: row.rules as DccMappingView['rules'],
    recordedBy: row.recordedBy.$.code,
    recordedAt: row.recordedAt.toISOString(),
  }
}
