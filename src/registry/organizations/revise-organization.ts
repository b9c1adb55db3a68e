import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { OrganizationRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import type { Organization } from './organization.entity.ts'
import { recordVersion } from './record-version.ts'
import { refuseTakenIdentity, statedMembers } from './register-organization.ts'

/** The code stays: others cite it. */
export async function reviseOrganization(
  em: EntityManager,
  asked: { organization: Organization; stated: OrganizationRevision; seenVersion: number; actor: Actor },
  now: Date,
): Promise<Organization> {
  const { organization, stated, seenVersion, actor } = asked
  requireOwn(actor, organization.id)
  await em.lock(organization, LockMode.OPTIMISTIC, seenVersion)
  await refuseTakenIdentity(em, stated, organization.id)

  Object.assign(organization, statedMembers(stated))
  recordVersion(em, organization, now)
  await em.flush()
  return organization
}
