import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { PersonRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from './may.ts'
import { PersonContact } from './person-contact.entity.ts'
import type { Person } from './person.entity.ts'

/** The organization stays: who works elsewhere is another entry, or former signatures would move with them. */
export async function revisePerson(
  em: EntityManager,
  asked: { person: Person; stated: PersonRevision; seenVersion: number; actor: Actor },
): Promise<Person> {
  const { person, stated, seenVersion, actor } = asked
  requireOwn(actor, person.organization.id)
  await em.lock(person, LockMode.OPTIMISTIC, seenVersion)

  const { name, email } = stated
  // The version is that of all that is said of the person: one whose address alone has changed has changed.
  const isAsItWas = person.name === name
  person.name = name
  await em.flush()
  const contact = await em.findOne(PersonContact, { person })
  if (contact?.email === email) return person
  if (contact && email === undefined) em.remove(contact)
  else if (contact && email !== undefined) contact.email = email
  else if (email !== undefined) em.create(PersonContact, { person, organization: person.organization, email })
  await em.flush()
  if (isAsItWas) await em.execute('update people set version = version + 1 where id = ?', [person.id], 'run')
  if (isAsItWas) await em.refresh(person)
  return person
}
