import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import type { ApiKey } from './api-key.entity.ts'
import { keyPrefix, newKeyText, secretHash } from './key-text.ts'
import { isAdministrator, requireOwn } from './may.ts'
import { administratorOnly, keyNoLongerValid } from './person.refusals.ts'

const hourMs = 3_600_000
const usualOverlapHours = 24

/**
 * A new secret for the same key: roles, scopes and record stay. The former secret opens for the hours stated, so that
 * whoever uses it can be told in time, and the one before that not any more.
 */
export async function rotateApiKey(
  em: EntityManager,
  row: ApiKey,
  {
    overlapHours = usualOverlapHours,
    actor,
    now,
  }: { overlapHours?: number | undefined; actor: Actor; now: Date },
): Promise<string> {
  requireOwn(actor, row.person.getEntity().organization.id)
  if (row.roles.includes('administrator') && !isAdministrator(actor))
    throw administratorOnly(administratorOnly.definition.title)
  if (row.revokedAt || (row.expiresAt && row.expiresAt <= now))
    throw keyNoLongerValid(keyNoLongerValid.definition.title)

  const key = newKeyText()
  row.formerSecretHash = row.secretHash
  row.formerUntil = new Date(now.getTime() + overlapHours * hourMs)
  row.secretHash = secretHash(key)
  row.prefix = keyPrefix(key)
  await em.flush()
  return key
}
