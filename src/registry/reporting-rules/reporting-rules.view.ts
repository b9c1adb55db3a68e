import type { ReportingRulesRecord } from '#contract/types.ts'
import type { Loaded } from '@mikro-orm/postgresql'
import type { ReportingRule } from './reporting-rule.entity.ts'

export const viewRules = (row: Loaded<ReportingRule, 'recordedBy' | 'laboratory'>): ReportingRulesRecord => ({
  laboratory: row.laboratory.$.code,
  sequence: row.sequence,
  numbers: row.numbers,
  ...(row.signing && { signing: row.signing }),
  reason: row.reason,
  recordedBy: row.recordedBy.$.code,
  recordedAt: row.recordedAt.toISOString(),
})
