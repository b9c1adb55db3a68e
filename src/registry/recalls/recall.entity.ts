import { defineEntity, p } from '@mikro-orm/core'
import type { ImpactSummary, RecalledImpact } from '#contract/types.ts'
import { document, instant, oneOf } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/**
 * `opened` and `assessed` are passed through in the act that leads to the next: the set is frozen as a recall is opened,
 * and the owners are told as the last of its results has been decided. Both stand in its history.
 */
export const recallStates = ['scoped', 'notified', 'acknowledged', 'closed'] as const
export type RecallState = (typeof recallStates)[number]

/** ISO/IEC 17025:2017, 7.10.1 c) and e): what is done about results that rest on a standard that was not in order. */
const RecallSchema = defineEntity({
  name: 'Recall',
  tableName: 'recalls',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    /** Who opened it, for a standard or a certificate of theirs. */
    organization: () => p.manyToOne(Organization).ref(),
    cause: p.text(),
    /** Subject, window and hypothesis as they were stated. */
    impact: document<RecalledImpact>(),
    summary: document<ImpactSummary>(),
    state: oneOf(recallStates),
    /** How many items have no disposition. */
    undecided: p.integer(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'recalls_code_unique', properties: ['code'] }],
  indexes: [{ name: 'recalls_organization_index', properties: ['organization', 'id'] }],
  checks: [
    {
      name: 'recalls_undecided_check',
      expression: `undecided >= 0 and (state = 'scoped' or undecided = 0)`,
    },
  ],
})

export class Recall extends RecallSchema.class {}
RecallSchema.setClass(Recall)
