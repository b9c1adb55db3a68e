import { defineEntity, p } from '@mikro-orm/core'
import { Organization } from '../organizations/organization.entity.ts'

/** The next number of a series of a laboratory: locked while a certificate is issued, so there is no gap and no repeat. */
const CertificateCounterSchema = defineEntity({
  name: 'CertificateCounter',
  tableName: 'certificate_counters',
  primaryKeys: ['laboratory', 'series'],
  properties: {
    laboratory: () => p.manyToOne(Organization).primary().ref().deleteRule('restrict').updateRule('restrict'),
    /** The template with everything filled in but the count: `LAB-2026-{sequence:4}`. */
    series: p.text().primary(),
    next: p.integer(),
  },
})

export class CertificateCounter extends CertificateCounterSchema.class {}
CertificateCounterSchema.setClass(CertificateCounter)
