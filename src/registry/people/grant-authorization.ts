import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { AuthorizationEntry, AuthorizationRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { measurandKindNamed } from '../measurand-kinds/measurand-kind.queries.ts'
import { AuthorizationVersion } from './authorization-version.entity.ts'
import { Authorization } from './authorization.entity.ts'
import { requireOwn } from './may.ts'
import { personNamed } from './person.queries.ts'
import { authorizationDatesReversed } from './person.refusals.ts'

/** ISO/IEC 17025:2017, 6.2.6: the laboratory authorizes people; whether they were is asked as of the day of the act. */
export async function grantAuthorization(
  em: EntityManager,
  stated: AuthorizationEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Authorization> {
  const person = await personNamed(em, stated.person, '/person')
  requireOwn(actor, person.organization.id, '/person')
  const members = await authorizationMembers(em, stated)

  const authorization = em.create(Authorization, { id: v7(), person, ...members, recordedAt: now })
  recordVersion(em, authorization, now)
  await em.flush()
  return authorization
}

/** Kept beside the authorization: a later statement must not change what was known before it. */
export function recordVersion(em: EntityManager, authorization: Authorization, now: Date): void {
  const { activity, measurandKind = null, validFrom, validTo = null } = authorization
  const said = { activity, measurandKind, validFrom, validTo }
  em.create(AuthorizationVersion, { id: v7(), authorization, ...said, recordedAt: now })
}

export async function authorizationMembers(em: EntityManager, stated: AuthorizationRevision) {
  const { activity, validFrom, validTo = null, evidence } = stated
  if (validTo !== null && validTo < validFrom) {
    throw authorizationDatesReversed(
      { en: `${validTo} is before ${validFrom}`, zh: `${validTo} 早于 ${validFrom}` },
      {},
      { pointer: '/validTo' },
    )
  }
  const measurandKind =
    stated.measurandKind === undefined
      ? null
      : await measurandKindNamed(em, stated.measurandKind, '/measurandKind')
  return { activity, measurandKind, validFrom, validTo, evidence }
}
