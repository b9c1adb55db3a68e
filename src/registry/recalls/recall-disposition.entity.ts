import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { Person } from '../people/person.entity.ts'
import { RecallItem } from './recall-item.entity.ts'

export const recallDecisions = ['no-effect', 'amend', 'recall', 'customer-decides'] as const
export type RecallDecision = (typeof recallDecisions)[number]

/** What was decided of a result, why and by whom; the last one counts, and the former ones stay. */
const RecallDispositionSchema = defineEntity({
  name: 'RecallDisposition',
  tableName: 'recall_dispositions',
  properties: {
    id: p.uuid().primary(),
    item: () => p.manyToOne(RecallItem).ref(),
    decision: oneOf(recallDecisions),
    reason: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'recall_dispositions_item_index', properties: ['item', 'id'] }],
  triggers: appendOnly('recall_dispositions'),
})

export class RecallDisposition extends RecallDispositionSchema.class {}
RecallDispositionSchema.setClass(RecallDisposition)
