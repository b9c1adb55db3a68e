import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { CertificateEvent } from '../certificates/certificate-event.entity.ts'
import { Certificate } from '../certificates/certificate.entity.ts'

export const logEntryKinds = [
  'issued',
  'amended',
  'recorded',
  'checked',
  'withdrawn',
  'revoked',
  'key-added',
  'key-retired',
] as const
export type LogEntryKind = (typeof logEntryKinds)[number]

/** One entry of the log: the bytes that are published, and what opens them for the parties where they are sealed. */
const LogEntrySchema = defineEntity({
  name: 'LogEntry',
  tableName: 'log_entries',
  properties: {
    index: p.bigint().primary().autoincrement(false),
    kind: oneOf(logEntryKinds),
    leaf: p.text(),
    leafHash: p.blob(),
    opening: p.text().nullable(),
    certificate: () => p.manyToOne(Certificate).ref().nullable().deleteRule('restrict'),
    certificateEvent: () => p.manyToOne(CertificateEvent).ref().nullable().deleteRule('restrict'),
    at: instant(),
  },
  uniques: [
    { name: 'log_entries_certificate_unique', properties: ['certificate'] },
    { name: 'log_entries_certificate_event_unique', properties: ['certificateEvent'] },
  ],
  indexes: [{ name: 'log_entries_kind_index', properties: ['kind', 'index'] }],
  checks: [
    {
      name: 'log_entries_subject_check',
      expression:
        `(certificate_id is not null) = (kind in ('issued', 'amended', 'recorded')) ` +
        `and (certificate_event_id is not null) = (kind in ('checked', 'withdrawn', 'revoked'))`,
    },
    {
      name: 'log_entries_leaf_check',
      expression: 'octet_length(leaf) <= 65535 and octet_length(leaf_hash) = 32',
    },
  ],
  triggers: appendOnly('log_entries'),
})

export class LogEntry extends LogEntrySchema.class {}
LogEntrySchema.setClass(LogEntry)
