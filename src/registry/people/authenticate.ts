import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor, Shown } from '#http/actor.ts'
import { hasFalseChecksum, secretHash } from './key-text.ts'
import { isWithin } from '#http/networks.ts'

interface Bearer {
  readonly keyId: string
  readonly personId: string
  readonly personCode: string
  readonly organizationId: string
  readonly organizationCode: string
  readonly roles: readonly string[]
  readonly scopes: readonly string[] | null
  readonly addresses: readonly string[] | null
  readonly lastUsedAt: string | null
  readonly isByFormerSecret: boolean
}

/** Nobody has a longer key; what is longer is not worth hashing. */
const longestKey = 512

/** Who shows this key, and when it was shown last; unknown, revoked, expired and from elsewhere look alike from outside. */
export async function keyShown(
  em: EntityManager,
  { token, address }: Shown,
  now: Date,
): Promise<{ readonly actor: Actor & { readonly key: string }; readonly lastUsedAt: Date | null } | null> {
  if (token.length > longestKey || hasFalseChecksum(token)) return null
  const hash = secretHash(token)
  const [bearer] = await em.execute<Bearer[]>(
    `select k.id as "keyId", p.id as "personId", p.code as "personCode", o.id as "organizationId", o.code as "organizationCode",
            k.roles, k.scopes, k.addresses, k.last_used_at as "lastUsedAt",
            k.secret_hash <> ? as "isByFormerSecret"
     from api_keys k join people p on p.id = k.person_id join organizations o on o.id = p.organization_id
     where (k.secret_hash = ? or (k.former_secret_hash = ? and k.former_until > ?))
       and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)`,
    [hash, hash, hash, now, now],
  )
  if (!bearer) return null
  if (bearer.addresses !== null && !isWithin(bearer.addresses, address)) return null
  const actor = {
    person: { id: bearer.personId, code: bearer.personCode },
    organization: { id: bearer.organizationId, code: bearer.organizationCode },
    roles: bearer.roles,
    key: bearer.keyId,
    ...(bearer.isByFormerSecret && { isByFormerSecret: true }),
    ...(bearer.scopes !== null && { scopes: bearer.scopes }),
  }
  return { actor, lastUsedAt: bearer.lastUsedAt === null ? null : new Date(bearer.lastUsedAt) }
}

/** Who shows this key, or nobody. One statement per request. */
export const authenticate = async (
  em: EntityManager,
  token: string,
  now: Date,
  address?: string,
): Promise<Actor | null> => (await keyShown(em, { token, address }, now))?.actor ?? null
