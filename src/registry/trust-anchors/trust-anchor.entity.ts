import { defineEntity, p } from '@mikro-orm/core'
import { instant } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Person } from '../people/person.entity.ts'

/** A certificate of somebody whom this node trusts to vouch for signers; of one organization only, where one is named. */
const TrustAnchorSchema = defineEntity({
  name: 'TrustAnchor',
  tableName: 'trust_anchors',
  properties: {
    id: p.uuid().primary(),
    pem: p.text(),
    subject: p.text(),
    /** SHA-256 of the certificate in DER. */
    fingerprint: p.text(),
    notBefore: instant(),
    notAfter: instant(),
    organization: () => p.manyToOne(Organization).ref().nullable().deleteRule('restrict'),
    note: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    retiredAt: instant().nullable(),
    retiredBy: () => p.manyToOne(Person).ref().nullable().deleteRule('restrict'),
    cause: p.text().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: 'trust_anchors_fingerprint_unique', properties: ['fingerprint', 'organization'] }],
  checks: [
    { name: 'trust_anchors_fingerprint_check', expression: `fingerprint ~ '^[0-9a-f]{64}$'` },
    {
      name: 'trust_anchors_retired_check',
      expression: 'num_nulls(retired_at, retired_by_id, cause) in (0, 3)',
    },
  ],
})

export class TrustAnchor extends TrustAnchorSchema.class {}
TrustAnchorSchema.setClass(TrustAnchor)
