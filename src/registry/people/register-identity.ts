import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { IdentityEntry } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { refuseRoles, refuseScopes } from './issue-api-key.ts'
import { requireOwn } from './may.ts'
import type { Person } from './person.entity.ts'
import { PersonIdentity } from './person-identity.entity.ts'
import { identityConstraints, noIssuer, subjectOrEmail } from './person.refusals.ts'

/** From now on whoever comes with a token of this issuer and subject is this person, with these roles. */
export async function registerIdentity(
  em: EntityManager,
  person: Person,
  stated: IdentityEntry,
  {
    actor,
    now,
    issuer: usual,
  }: { readonly actor: Actor; readonly now: Date; readonly issuer: string | undefined },
): Promise<PersonIdentity> {
  requireOwn(actor, person.organization.id)
  const { subject, email, roles, scopes, issuer = usual } = stated
  if ((subject === undefined) === (email === undefined)) throw subjectOrEmail(subjectOrEmail.definition.title)
  if (issuer === undefined) throw noIssuer(noIssuer.definition.title, {}, { pointer: '/issuer' })
  refuseRoles(roles, actor)
  refuseScopes(stated)
  const identity = em.create(PersonIdentity, {
    id: v7(),
    person,
    organization: person.organization,
    issuer,
    subject: subject ?? null,
    email: email?.toLowerCase() ?? null,
    roles: [...new Set(roles)],
    scopes: scopes === undefined ? null : [...new Set(scopes)],
    recordedAt: now,
  })
  await em.flush().catch(refusedBy(identityConstraints))
  return identity
}

/** From the next request on, nobody is this person by it. One that has ended already stays as it is. */
export async function endIdentity(
  em: EntityManager,
  row: PersonIdentity,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  requireOwn(actor, row.person.getEntity().organization.id)
  row.endedAt ??= now
  await em.flush()
}
