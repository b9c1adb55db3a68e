import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { Person } from '../people/person.entity.ts'
import { Recall } from './recall.entity.ts'

export const recallEventKinds = [
  'opened',
  'scoped',
  'assessed',
  'notified',
  'acknowledged',
  'closed',
  'reopened',
] as const
export type RecallEventKind = (typeof recallEventKinds)[number]

/** The history of a recall, from its opening to its closure and on. */
const RecallEventSchema = defineEntity({
  name: 'RecallEvent',
  tableName: 'recall_events',
  properties: {
    id: p.uuid().primary(),
    recall: () => p.manyToOne(Recall).ref(),
    kind: oneOf(recallEventKinds),
    reason: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'recall_events_recall_index', properties: ['recall', 'id'] }],
  triggers: appendOnly('recall_events'),
})

export class RecallEvent extends RecallEventSchema.class {}
RecallEventSchema.setClass(RecallEvent)
