import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor, Shown } from '#http/actor.ts'
import { isWithin } from '#http/networks.ts'
import { secretHash } from '../key-text.ts'
import { idleMs } from './lifetime.ts'
import { isSessionToken } from './session-token.ts'

interface Bearer {
  readonly sessionId: string
  readonly lastSeenAt: string
  readonly personId: string
  readonly personCode: string
  readonly organizationId: string
  readonly organizationCode: string
  readonly roles: readonly string[]
  readonly scopes: readonly string[] | null
  readonly addresses: readonly string[] | null
}

/**
 * Whose session this is, with the roles, scopes and addresses of what it rests on as they are now: the key, while the secret by which
 * it was opened still opens; or the identity, while it lasts and its issuer is the one that the node trusts.
 */
const livingSession = `
  select s.id as "sessionId", s.last_seen_at as "lastSeenAt", p.id as "personId", p.code as "personCode",
         o.id as "organizationId", o.code as "organizationCode", coalesce(k.roles, i.roles) as roles,
         case when k.id is null then i.scopes else k.scopes end as scopes, k.addresses
    from page_sessions s
    join people p on p.id = s.person_id
    join organizations o on o.id = p.organization_id
    left join api_keys k on k.id = s.key_id and k.revoked_at is null and (k.expires_at is null or k.expires_at > :now)
      and (k.secret_hash = s.secret_hash or (k.former_secret_hash = s.secret_hash and k.former_until > :now))
    left join person_identities i on i.id = s.identity_id and i.ended_at is null and i.issuer = :issuer
   where s.token_hash = :hash and s.ended_at is null and s.expires_at > :now and s.last_seen_at > :idleSince
     and num_nonnulls(k.id, i.id) = 1`

/** Whose session it is, if it is one that lasts, and when it was seen last. */
export async function sessionShown(
  em: EntityManager,
  { token, address }: Shown,
  { now, issuer }: { readonly now: Date; readonly issuer: string | undefined },
): Promise<{ readonly actor: Actor & { readonly session: string }; readonly lastSeenAt: Date } | null> {
  if (!isSessionToken(token)) return null
  const idleSince = new Date(now.getTime() - idleMs)
  const [bearer] = await em.execute<Bearer[]>(livingSession, {
    hash: secretHash(token),
    now,
    idleSince,
    issuer: issuer ?? null,
  })
  if (!bearer) return null
  if (bearer.addresses !== null && !isWithin(bearer.addresses, address)) return null
  const actor = {
    person: { id: bearer.personId, code: bearer.personCode },
    organization: { id: bearer.organizationId, code: bearer.organizationCode },
    roles: bearer.roles,
    session: bearer.sessionId,
    ...(bearer.scopes !== null && { scopes: bearer.scopes }),
  }
  return { actor, lastSeenAt: new Date(bearer.lastSeenAt) }
}
