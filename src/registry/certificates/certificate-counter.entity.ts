import { defineEntity, p } from '@mikro-orm/core'
import { Organization } from '../organizations/organization.entity.ts'

/** The next number of a laboratory's year: locked while a certificate is issued, so there is no gap and no repeat. */
const CertificateCounterSchema = defineEntity({
  name: 'CertificateCounter',
  tableName: 'certificate_counters',
  primaryKeys: ['laboratory', 'year'],
  properties: {
    laboratory: () => p.manyToOne(Organization).primary().ref().deleteRule('restrict').updateRule('restrict'),
    year: p.integer().primary(),
    next: p.integer(),
  },
})

export class CertificateCounter extends CertificateCounterSchema.class {}
CertificateCounterSchema.setClass(CertificateCounter)
