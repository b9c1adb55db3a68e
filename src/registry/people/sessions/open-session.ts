import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { Actor } from '#http/actor.ts'
import { ApiKey } from '../api-key.entity.ts'
import { secretHash } from '../key-text.ts'
import type { PersonIdentity } from '../person-identity.entity.ts'
import { Person } from '../person.entity.ts'
import { keptMs, longestMs } from './lifetime.ts'
import { PageSession } from './page-session.entity.ts'
import { needsKey } from './session.refusals.ts'
import { newSessionToken } from './session-token.ts'

export interface OpenedSession {
  readonly row: PageSession
  /** Shown once, in the cookie. */
  readonly token: string
}

/** By the key that was shown in this very request: neither a token of an issuer nor another session makes a session last longer. */
export async function openSessionByKey(em: EntityManager, actor: Actor, now: Date): Promise<OpenedSession> {
  if (actor.key === undefined)
    throw needsKey({ en: 'Send Authorization: Bearer KEY', zh: '请发送 Authorization: Bearer 密钥' })
  // Held until the session is there: a revocation comes before it, or ends it.
  const key = await em.findOneOrFail(ApiKey, { id: actor.key }, { lockMode: LockMode.PESSIMISTIC_READ })
  const shown = actor.isByFormerSecret === true ? key.formerSecretHash : key.secretHash
  const person = await em.findOneOrFail(Person, { id: actor.person.id })
  return openSession(em, person, { key, secretHash: shown ?? key.secretHash }, now)
}

/** As whom the issuer that the node trusts has just sent somebody back. */
export const openSessionByIdentity = (
  em: EntityManager,
  identity: PersonIdentity,
  now: Date,
): Promise<OpenedSession> => openSession(em, identity.person.getEntity(), { identity }, now)

/** Always a token that nobody has seen before: one that was planted in a browser is worth nothing after it. */
async function openSession(
  em: EntityManager,
  person: Person,
  restsOn: { readonly key: ApiKey; readonly secretHash: string } | { readonly identity: PersonIdentity },
  now: Date,
): Promise<OpenedSession> {
  await em.nativeDelete(PageSession, { person, expiresAt: { $lt: new Date(now.getTime() - keptMs) } })
  const token = newSessionToken()
  const row = em.create(PageSession, {
    id: v7(),
    person,
    organization: person.organization,
    tokenHash: secretHash(token),
    ...restsOn,
    openedAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + longestMs),
  })
  await em.flush()
  return { row, token }
}
