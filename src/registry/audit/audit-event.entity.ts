import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant } from '#db/columns.ts'

/** ISO/IEC 17025:2017, 7.5.2 and 8.4; 21 CFR 11.10(e). Each event carries the hash of the one before it. */
const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_events',
  properties: {
    sequence: p.bigint().primary().autoincrement(false),
    at: instant(),
    person: p.uuid().nullable(),
    organization: p.uuid().nullable(),
    operation: p.text(),
    subject: p.text(),
    before: p.text().nullable(),
    after: p.text().nullable(),
    reason: p.text().nullable(),
    requestId: p.text(),
    previousHash: p.text(),
    hash: p.text(),
  },
  indexes: [{ name: 'audit_events_subject_index', properties: ['subject'] }],
  triggers: appendOnly('audit_events'),
})

export class AuditEvent extends AuditEventSchema.class {}
AuditEventSchema.setClass(AuditEvent)

/** The one row that puts writers of the trail in a queue. */
const AuditHeadSchema = defineEntity({
  name: 'AuditHead',
  tableName: 'audit_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    size: p.bigint(),
    hash: p.text(),
  },
  checks: [{ name: 'audit_head_one_row_check', expression: 'id = 1' }],
})

export class AuditHead extends AuditHeadSchema.class {}
AuditHeadSchema.setClass(AuditHead)
