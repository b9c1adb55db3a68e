import { LockMode, wrap, type EntityManager } from '@mikro-orm/postgresql'
import type { AuthorizationRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { Authorization } from './authorization.entity.ts'
import { authorizationMembers, recordVersion } from './grant-authorization.ts'
import { requireOwn } from './may.ts'

/** Ended, extended or corrected; the person stays. */
export async function reviseAuthorization(
  em: EntityManager,
  asked: { authorization: Authorization; stated: AuthorizationRevision; seenVersion: number; actor: Actor },
  now: Date,
): Promise<Authorization> {
  const { authorization, stated, seenVersion, actor } = asked
  requireOwn(actor, authorization.person.getEntity().organization.id)
  await em.lock(authorization, LockMode.OPTIMISTIC, seenVersion)
  const { measurandKind, ...members } = await authorizationMembers(em, stated)

  Object.assign(authorization, members)
  authorization.measurandKind = measurandKind && wrap(measurandKind).toReference()
  recordVersion(em, authorization, now)
  await em.flush()
  return authorization
}
