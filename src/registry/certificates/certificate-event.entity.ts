import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly, inTheLog } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { Person } from '../people/person.entity.ts'
import { Certificate } from './certificate.entity.ts'

/** What happened to a certificate after it was written: the second check of a transcription, withdrawal, revocation. */
export const certificateEventKinds = ['checked', 'withdrawn', 'revoked'] as const
export type CertificateEventKind = (typeof certificateEventKinds)[number]

const CertificateEventSchema = defineEntity({
  name: 'CertificateEvent',
  tableName: 'certificate_events',
  properties: {
    id: p.uuid().primary(),
    certificate: () => p.manyToOne(Certificate).ref(),
    kind: oneOf(certificateEventKinds),
    /** From when a withdrawal counts; a revocation counts from the beginning. */
    effectiveFrom: instant().nullable(),
    cause: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'certificate_events_kind_unique', properties: ['certificate', 'kind'] }],
  checks: [
    {
      name: 'certificate_events_content_check',
      expression: `(kind = 'withdrawn') = (effective_from is not null) and (kind = 'checked' or cause is not null)`,
    },
  ],
  triggers: [
    ...appendOnly('certificate_events'),
    inTheLog(
      'e.certificate_event_id = new.id and e.kind = new.kind',
      `'event % of a certificate has no entry in the log', new.id`,
    ),
  ],
})

export class CertificateEvent extends CertificateEventSchema.class {}
CertificateEventSchema.setClass(CertificateEvent)
