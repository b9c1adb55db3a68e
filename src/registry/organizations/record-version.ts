import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { OrganizationVersion } from './organization-version.entity.ts'
import type { Organization } from './organization.entity.ts'

/** Kept beside the organization: a role that is given or taken later changes no answer for an earlier moment. */
export function recordVersion(em: EntityManager, organization: Organization, now: Date): void {
  const { name, roles } = organization
  em.create(OrganizationVersion, { id: v7(), organization, name, roles, recordedAt: now })
}
