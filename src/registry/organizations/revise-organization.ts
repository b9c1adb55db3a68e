import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { OrganizationRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import type { Organization } from './organization.entity.ts'
import { refuseTakenIdentity, statedMembers } from './register-organization.ts'

/** The code stays: others cite it. */
export async function reviseOrganization(
  em: EntityManager,
  asked: { organization: Organization; stated: OrganizationRevision; seenVersion: number; actor: Actor },
): Promise<Organization> {
  const { organization, stated, seenVersion, actor } = asked
  requireOwn(actor, organization.id)
  await em.lock(organization, LockMode.OPTIMISTIC, seenVersion)
  await refuseTakenIdentity(em, stated, organization.id)

  Object.assign(organization, statedMembers(stated))
  await em.flush()
  return organization
}
