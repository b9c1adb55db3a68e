import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { SessionSearch } from '#contract/types.ts'
import { afterId, inOrderOfId } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import type { Actor } from '#http/actor.ts'
import { can, isAdministrator } from '../may.ts'
import { idleMs } from './lifetime.ts'
import { PageSession } from './page-session.entity.ts'
import { unknownSession } from './session.refusals.ts'

const populate = ['person', 'organization', 'key', 'identity'] as const

/** One's own; whoever may do the same with the keys of an organization does it with its sessions, too. */
function within(actor: Actor, action: 'api-key.read' | 'api-key.revoke') {
  if (!can(actor, action)) return { person: actor.person.id }
  return isAdministrator(actor) ? {} : { organization: actor.organization.id }
}

/** What has neither ended nor been left alone, and rests on something that has not been taken back. */
const lasting = (now: Date) => ({
  endedAt: null,
  expiresAt: { $gt: now },
  lastSeenAt: { $gt: new Date(now.getTime() - idleMs) },
  $or: [{ key: { revokedAt: null } }, { identity: { endedAt: null } }],
})

export const sessionsListed = (
  em: EntityManager,
  { person }: SessionSearch,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  page: { readonly after: string | undefined; readonly limit: number },
) =>
  em.find(
    PageSession,
    {
      $and: [
        within(actor, 'api-key.read'),
        person === undefined ? {} : { person: byKey(person) },
        lasting(now),
        afterId(page.after),
      ],
    },
    { ...inOrderOfId, limit: page.limit, populate },
  )

/** One that somebody else has, of whom the actor may not know, is not there. */
export async function sessionHeld(em: EntityManager, id: string, actor: Actor): Promise<PageSession> {
  await em.findOne(PageSession, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const found = await em.findOne(
    PageSession,
    { $and: [{ id }, within(actor, 'api-key.revoke')] },
    { populate },
  )
  if (found) return found
  throw unknownSession(
    { en: `No session has the identifier ${id}`, zh: `没有标识为 ${id} 的会话` },
    {},
    { pointer: '/id' },
  )
}

/** The session by which somebody asks. */
export const ownSession = (em: EntityManager, id: string): Promise<PageSession> =>
  em.findOneOrFail(PageSession, { id }, { populate })
