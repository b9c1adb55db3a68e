import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import type { TokenClaims } from './read-token.ts'

interface Known {
  readonly identityId: string
  readonly personId: string
  readonly personCode: string
  readonly organizationId: string
  readonly organizationCode: string
  readonly roles: readonly string[]
  readonly scopes: readonly string[] | null
}

/** Who is known under what the token says: by the subject, or else by an address that the issuer has verified. */
export async function personOfToken(
  em: EntityManager,
  { issuer, subject, email }: TokenClaims,
): Promise<{ readonly actor: Actor; readonly identity: string } | null> {
  const [known] = await em.execute<Known[]>(
    `select i.id as "identityId", p.id as "personId", p.code as "personCode", o.id as "organizationId", o.code as "organizationCode", i.roles, i.scopes
       from person_identities i join people p on p.id = i.person_id join organizations o on o.id = p.organization_id
      where i.issuer = ? and (i.subject = ? or i.email = ?) and i.ended_at is null
      order by i.subject nulls last limit 1`,
    [issuer, subject, email?.toLowerCase() ?? null],
  )
  if (!known) return null
  const actor = {
    person: { id: known.personId, code: known.personCode },
    organization: { id: known.organizationId, code: known.organizationCode },
    roles: known.roles,
    isByToken: true,
    ...(known.scopes !== null && { scopes: known.scopes }),
  }
  return { actor, identity: known.identityId }
}
