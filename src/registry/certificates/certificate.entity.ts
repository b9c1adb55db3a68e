import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly, inTheLog } from '#db/append-only.ts'
import { civilDate, instant, oneOf } from '#db/columns.ts'
import { Calibration, certificateKinds, origins, visibilities } from '../calibrations/calibration.entity.ts'
import { Competence } from '../competences/competence.entity.ts'
import { Component } from '../equipment/component.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** What an amendment changes: words only, figures, or what the certificate covers. */
export const changeClasses = ['editorial', 'value', 'scope'] as const
export type ChangeClass = (typeof changeClasses)[number]

/** One version of a certificate. It is written once; a correction is a further version (ISO/IEC 17025:2017, 7.8.8). */
const CertificateSchema = defineEntity({
  name: 'Certificate',
  tableName: 'certificates',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    edition: p.integer(),
    origin: oneOf(origins),
    kind: oneOf(certificateKinds),
    issuer: () => p.manyToOne(Organization).ref(),
    calibration: () => p.manyToOne(Calibration).ref(),
    component: () => p.manyToOne(Component).ref(),
    competence: () => p.manyToOne(Competence).ref().nullable().deleteRule('restrict'),
    performedAt: instant(),
    issuedAt: instant(),
    validUntil: civilDate().nullable(),
    performer: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    reviewer: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    signatory: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    changeClass: oneOf(changeClasses).nullable(),
    changeReason: p.text().nullable(),
    visibility: oneOf(visibilities).default('public'),
    /** The canonical bytes (RFC 8785), as text; their SHA-256 is the identity of this version. Written, and not read: */
    text: p.text().fieldName('document').lazy(),
    /** The same as far as whoever asks may read it: PostgreSQL shows it through a view (`tenancy/hidden-columns.ts`). */
    document: p
      .text()
      .formula(({ id }) => `(select d.document from certificate_documents d where d.id = ${id})`)
      .lazy(),
    sha256: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'certificates_number_unique', properties: ['number', 'edition'] }],
  indexes: [
    { name: 'certificates_calibration_index', properties: ['calibration'] },
    { name: 'certificates_component_index', properties: ['component', 'performedAt'] },
    { name: 'certificates_issuer_index', properties: ['issuer', 'id'] },
    { name: 'certificates_hash_index', properties: ['sha256'] },
  ],
  checks: [
    { name: 'certificates_edition_check', expression: 'edition >= 1' },
    {
      name: 'certificates_change_check',
      expression:
        '(edition = 1) = (change_class is null) and (change_class is null) = (change_reason is null)',
    },
    { name: 'certificates_hash_check', expression: `sha256 ~ '^[0-9a-f]{64}$'` },
    {
      name: 'certificates_four_eyes_check',
      expression: `origin = 'transcribed' or (performer_id <> signatory_id and performer_id <> reviewer_id)`,
    },
    { name: 'certificates_dates_check', expression: 'issued_at >= performed_at' },
  ],
  triggers: [
    ...appendOnly('certificates'),
    inTheLog(
      `e.certificate_id = new.id and position(new.sha256 in coalesce(e.opening, e.leaf)) > 0`,
      `'certificate % has no entry in the log', new.number`,
    ),
  ],
})

export class Certificate extends CertificateSchema.class {}
CertificateSchema.setClass(Certificate)
