import type { EntityManager } from '@mikro-orm/postgresql'
import { within } from '#db/tenancy/standing.ts'
import type { Actor, Shown } from '#http/actor.ts'
import { keyShown } from './authenticate.ts'
import { personOfToken } from './tokens/person-of-token.queries.ts'
import type { TokenReader } from './tokens/read-token.ts'

/** Last used is said to the hour: it would otherwise make every request a write. */
const toldAgainMs = 3_600_000

/**
 * Who asks, by the key or the token that they show. Asked in the name of the node: before it is answered, nobody knows in
 * whose name anything else is asked.
 */
export function doorOf({
  fork,
  tokens,
}: {
  readonly fork: () => EntityManager
  readonly tokens: TokenReader | undefined
}): (shown: Shown, now: Date) => Promise<Actor | null> {
  return (shown, now) =>
    within('node', async () => {
      if (tokens?.isToken(shown.token)) {
        const claims = await tokens.read(shown.token, now)
        return claims && personOfToken(fork(), claims)
      }
      const found = await keyShown(fork(), shown, now)
      if (!found) return null
      const { actor, lastUsedAt } = found
      if (lastUsedAt === null || Math.abs(now.getTime() - lastUsedAt.getTime()) >= toldAgainMs)
        await noteUse(fork(), actor.key, now)
      return actor
    })
}

/** Whoever waits for nothing writes it: a key that is just being signed with or revoked is noted next time. */
async function noteUse(em: EntityManager, key: string, now: Date): Promise<void> {
  await em
    .execute(
      `update api_keys set last_used_at = ?
        where id = (select id from api_keys where id = ? for update skip locked)`,
      [now, key],
      'run',
    )
    // A registry that can only be read is read all the same.
    .catch(() => undefined)
}
