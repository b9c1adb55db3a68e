import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { ApiKey } from '../api-key.entity.ts'
import { Person } from '../person.entity.ts'
import { ownSession } from './session.queries.ts'
import type { WhoAsksNow } from './session.view.ts'

/** The person behind a request, and what they have shown. */
export async function whoIsIt(em: EntityManager, actor: Actor): Promise<WhoAsksNow> {
  const person = await em.findOneOrFail(Person, { id: actor.person.id }, { populate: ['organization'] })
  const organization = person.organization.getEntity()
  const session = actor.session === undefined ? undefined : await ownSession(em, actor.session)
  const shown = actor.key === undefined ? undefined : await em.findOneOrFail(ApiKey, { id: actor.key })
  return { actor, person, organization, key: session?.key?.getEntity() ?? shown, session }
}
