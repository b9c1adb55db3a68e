import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant, someOf, type LocalizedText } from '#db/columns.ts'
import { Organization, type OrganizationRole } from './organization.entity.ts'

/** What an organization was called and what it was, from the moment it was recorded so. */
const OrganizationVersionSchema = defineEntity({
  name: 'OrganizationVersion',
  tableName: 'organization_versions',
  properties: {
    id: p.uuid().primary(),
    organization: () => p.manyToOne(Organization).ref(),
    name: document<LocalizedText | string>(),
    roles: someOf<readonly OrganizationRole[]>(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'organization_versions_organization_index', properties: ['organization'] }],
  triggers: appendOnly('organization_versions'),
})

export class OrganizationVersion extends OrganizationVersionSchema.class {}
OrganizationVersionSchema.setClass(OrganizationVersion)
