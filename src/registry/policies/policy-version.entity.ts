import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import type { Policy } from '#metrology/traceability/policies.ts'
import { Person } from '../people/person.entity.ts'

/** A policy of traceability as data; a revision is a further edition, and a question about an earlier K is judged by the earlier one. */
const PolicyVersionSchema = defineEntity({
  name: 'PolicyVersion',
  tableName: 'policy_versions',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    edition: p.integer(),
    definition: document<Policy>(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'policy_versions_edition_unique', properties: ['code', 'edition'] }],
  triggers: appendOnly('policy_versions'),
})

export class PolicyVersion extends PolicyVersionSchema.class {}
PolicyVersionSchema.setClass(PolicyVersion)
