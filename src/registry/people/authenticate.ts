import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { hasFalseChecksum, secretHash } from './key-text.ts'

interface Bearer {
  readonly keyId: string
  readonly personId: string
  readonly personCode: string
  readonly organizationId: string
  readonly organizationCode: string
  readonly roles: readonly string[]
}

/** Nobody has a longer key; what is longer is not worth hashing. */
const longestToken = 512

/** Who shows this key, or nobody: unknown, revoked and expired look alike from outside. One statement per request. */
export async function authenticate(em: EntityManager, token: string, now: Date): Promise<Actor | null> {
  if (token.length > longestToken || hasFalseChecksum(token)) return null
  const [bearer] = await em.execute<Bearer[]>(
    `select k.id as "keyId", p.id as "personId", p.code as "personCode", o.id as "organizationId", o.code as "organizationCode", k.roles
     from api_keys k join people p on p.id = k.person_id join organizations o on o.id = p.organization_id
     where k.secret_hash = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)`,
    [secretHash(token), now],
  )
  if (!bearer) return null
  return {
    person: { id: bearer.personId, code: bearer.personCode },
    organization: { id: bearer.organizationId, code: bearer.organizationCode },
    roles: bearer.roles,
    key: bearer.keyId,
  }
}
