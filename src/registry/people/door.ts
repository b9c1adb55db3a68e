import type { EntityManager } from '@mikro-orm/postgresql'
import { within } from '#db/tenancy/standing.ts'
import type { Actor, Shown } from '#http/actor.ts'
import { keyShown } from './authenticate.ts'
import { seenAgainMs } from './sessions/lifetime.ts'
import { sessionShown } from './sessions/session-shown.queries.ts'
import { personOfToken } from './tokens/person-of-token.queries.ts'
import type { TokenReader } from './tokens/read-token.ts'

/** Last used is said to the hour: it would otherwise make every request a write. */
const toldAgainMs = 3_600_000

export interface DoorParts {
  readonly fork: () => EntityManager
  readonly tokens: TokenReader | undefined
  /** The issuer that the node trusts: sessions rest on identities of this one alone. */
  readonly issuer: string | undefined
}

/**
 * Who asks, by the key, the token or the session that they show. Asked in the name of the node: before it is answered, nobody knows in
 * whose name anything else is asked.
 */
export const doorOf =
  (parts: DoorParts): ((shown: Shown, now: Date) => Promise<Actor | null>) =>
  (shown, now) =>
    within('node', () => {
      if (shown.isCookie === true) return bySession(parts, shown, now)
      return parts.tokens?.isToken(shown.token) ? byToken(parts, shown.token, now) : byKey(parts, shown, now)
    })

async function byToken({ fork, tokens }: DoorParts, token: string, now: Date): Promise<Actor | null> {
  const claims = await tokens?.read(token, now)
  return claims ? ((await personOfToken(fork(), claims))?.actor ?? null) : null
}

async function byKey({ fork }: DoorParts, shown: Shown, now: Date): Promise<Actor | null> {
  const found = await keyShown(fork(), shown, now)
  if (!found) return null
  const { actor, lastUsedAt } = found
  if (isPast(lastUsedAt, toldAgainMs, now))
    await note(fork(), { table: 'api_keys', column: 'last_used_at', id: actor.key }, now)
  return actor
}

async function bySession({ fork, issuer }: DoorParts, shown: Shown, now: Date): Promise<Actor | null> {
  const found = await sessionShown(fork(), shown, { now, issuer })
  if (!found) return null
  const { actor, lastSeenAt } = found
  if (isPast(lastSeenAt, seenAgainMs, now))
    await note(fork(), { table: 'page_sessions', column: 'last_seen_at', id: actor.session }, now)
  return actor
}

const isPast = (noted: Date | null, ms: number, now: Date): boolean =>
  noted === null || Math.abs(now.getTime() - noted.getTime()) >= ms

type Noted =
  | { readonly table: 'api_keys'; readonly column: 'last_used_at'; readonly id: string }
  | { readonly table: 'page_sessions'; readonly column: 'last_seen_at'; readonly id: string }

/** Whoever waits for nothing writes it: a row that is just being signed with, revoked or ended is noted next time. */
async function note(em: EntityManager, { table, column, id }: Noted, now: Date): Promise<void> {
  await em
    .execute(
      `update ${table} set ${column} = ?
        where id = (select id from ${table} where id = ? for update skip locked)`,
      [now, id],
      'run',
    )
    // A registry that can only be read is read all the same.
    .catch(() => undefined)
}
