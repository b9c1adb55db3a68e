import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { PersonEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { requireOwn } from './may.ts'
import { PersonContact } from './person-contact.entity.ts'
import { Person } from './person.entity.ts'
import { personCodeTaken } from './person.refusals.ts'

/** ISO/IEC 17025:2017, 6.2: everyone whose work can influence the results is known by name. */
export async function registerPerson(
  em: EntityManager,
  stated: PersonEntry,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Person> {
  const organization = await organizationNamed(em, stated.organization, '/organization')
  requireOwn(actor, organization.id, '/organization')
  const namesake = await em.findOne(Person, { code: stated.code })
  if (namesake) {
    throw personCodeTaken(
      { en: `${stated.code} is another person`, zh: `${stated.code} 已是另一人员的代码` },
      { person: namesake.id },
      { pointer: '/code' },
    )
  }

  const { code, name, email } = stated
  const person = em.create(Person, { id: v7(), code, organization, name, recordedAt: now })
  if (email !== undefined) em.create(PersonContact, { person, organization, email })
  await em.flush()
  return person
}
