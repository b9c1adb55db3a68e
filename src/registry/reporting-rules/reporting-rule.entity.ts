import { defineEntity, p } from '@mikro-orm/core'
import type { NumberTemplate, SigningRule } from '#contract/types.ts'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** How a laboratory numbers and signs its certificates, from the moment it was recorded; the former version stays. */
const ReportingRuleSchema = defineEntity({
  name: 'ReportingRule',
  tableName: 'reporting_rules',
  properties: {
    id: p.uuid().primary(),
    laboratory: () => p.manyToOne(Organization).ref(),
    sequence: p.integer(),
    numbers: document<readonly NumberTemplate[]>(),
    signing: document<SigningRule>().nullable(),
    reason: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'reporting_rules_sequence_unique', properties: ['laboratory', 'sequence'] }],
  checks: [{ name: 'reporting_rules_sequence_check', expression: 'sequence >= 1' }],
  triggers: appendOnly('reporting_rules'),
})

export class ReportingRule extends ReportingRuleSchema.class {}
ReportingRuleSchema.setClass(ReportingRule)
