import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'
import { Recall } from './recall.entity.ts'

/** What an owner is told, in the words of the message. */
export interface NoticeDocument {
  readonly recall: string
  readonly owner: string
  readonly openedBy: string
  readonly cause: string
  readonly items: number
  readonly decisions: Readonly<Record<string, number>>
}

/** A message to the owner of equipment, written with the decision it tells of; whoever delivers it reads it here. */
const RecallNoticeSchema = defineEntity({
  name: 'RecallNotice',
  tableName: 'recall_notices',
  properties: {
    id: p.uuid().primary(),
    recall: () => p.manyToOne(Recall).ref(),
    owner: () => p.manyToOne(Organization).ref(),
    document: document<NoticeDocument>(),
    recordedAt: instant(),
  },
  indexes: [
    { name: 'recall_notices_recall_index', properties: ['recall', 'owner', 'id'] },
    { name: 'recall_notices_owner_index', properties: ['owner', 'id'] },
  ],
  triggers: appendOnly('recall_notices'),
})

export class RecallNotice extends RecallNoticeSchema.class {}
RecallNoticeSchema.setClass(RecallNotice)

/** That somebody of the owner has taken note. */
const RecallAcknowledgementSchema = defineEntity({
  name: 'RecallAcknowledgement',
  tableName: 'recall_acknowledgements',
  primaryKeys: ['notice'],
  properties: {
    notice: () => p.manyToOne(RecallNotice).primary().ref().deleteRule('restrict').updateRule('restrict'),
    remark: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  triggers: appendOnly('recall_acknowledgements'),
})

export class RecallAcknowledgement extends RecallAcknowledgementSchema.class {}
RecallAcknowledgementSchema.setClass(RecallAcknowledgement)
