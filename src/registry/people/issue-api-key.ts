import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { ApiKeyEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { ApiKey, type Role } from './api-key.entity.ts'
import { keyPrefix, newKeyText, secretHash } from './key-text.ts'
import { isAdministrator, requireOwn } from './may.ts'
import { personNamed } from './person.queries.ts'
import { administratorOnly, alreadyExpired, rolesExclude } from './person.refusals.ts'

/** A key that is shown once; what is kept is its hash, from which nobody gets it back. */
export async function issueApiKey(
  em: EntityManager,
  stated: ApiKeyEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<{ readonly row: ApiKey; readonly key: string }> {
  const person = await personNamed(em, stated.person, '/person')
  requireOwn(actor, person.organization.id, '/person')
  refuseRoles(stated.roles, actor)
  const expiresAt = stated.expiresAt === undefined ? null : new Date(stated.expiresAt)
  if (expiresAt !== null && expiresAt <= now) {
    throw alreadyExpired(
      { en: `${stated.expiresAt} has passed`, zh: `${stated.expiresAt} 已过` },
      {},
      { pointer: '/expiresAt' },
    )
  }

  const key = newKeyText()
  const row = em.create(ApiKey, {
    id: v7(),
    person,
    prefix: keyPrefix(key),
    secretHash: secretHash(key),
    roles: [...new Set(stated.roles)],
    recordedAt: now,
    expiresAt,
  })
  await em.flush()
  return { row, key }
}

const administersNot: readonly Role[] = ['reviewer', 'signatory']

/** Whoever gives out the keys must not be able to issue a certificate with one of them. */
function refuseRoles(roles: readonly Role[], actor: Actor): void {
  const at = { pointer: '/roles' }
  if (!roles.includes('administrator')) return
  if (!isAdministrator(actor)) throw administratorOnly(administratorOnly.definition.title, {}, at)
  const other = roles.find((role) => administersNot.includes(role))
  if (other !== undefined) {
    throw rolesExclude(
      { en: `administrator and ${other} are two keys`, zh: `administrator 与 ${other} 须为两个密钥` },
      {},
      at,
    )
  }
}
