import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { PersonRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from './may.ts'
import type { Person } from './person.entity.ts'

/** The organization stays: who works elsewhere is another entry, or former signatures would move with them. */
export async function revisePerson(
  em: EntityManager,
  asked: { person: Person; stated: PersonRevision; seenVersion: number; actor: Actor },
): Promise<Person> {
  const { person, stated, seenVersion, actor } = asked
  requireOwn(actor, person.organization.id)
  await em.lock(person, LockMode.OPTIMISTIC, seenVersion)

  Object.assign(person, { name: stated.name, email: stated.email ?? null })
  await em.flush()
  return person
}
