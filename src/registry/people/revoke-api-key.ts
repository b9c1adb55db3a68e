import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import type { ApiKey } from './api-key.entity.ts'
import { requireOwn } from './may.ts'

/** From the next request on, the key opens nothing. A key that is revoked already stays as it is. */
export async function revokeApiKey(
  em: EntityManager,
  row: ApiKey,
  { actor, now }: { actor: Actor; now: Date },
): Promise<ApiKey> {
  requireOwn(actor, row.person.getEntity().organization.id)
  row.revokedAt ??= now
  await em.flush()
  return row
}
