import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { ApiKeySearch, AuthorizationSearch, PersonSearch } from '#contract/types.ts'
import { afterCode, afterId, inForceOn, inOrderOfCode, inOrderOfId, mentionsPlain, stated } from '#db/list.ts'
import { byKey } from '#db/natural-key.ts'
import { PersonContact } from './person-contact.entity.ts'
import { PersonIdentity } from './person-identity.entity.ts'
import { Person } from './person.entity.ts'
import {
  noSuchPerson,
  unknownApiKey,
  unknownAuthorization,
  unknownIdentity,
  unknownPerson,
} from './person.refusals.ts'
import { ApiKey } from './api-key.entity.ts'
import { Authorization } from './authorization.entity.ts'

const populate = ['organization'] as const

/** The person that a path names. */
export async function personAt(em: EntityManager, key: string): Promise<Person> {
  const found = await em.findOne(Person, byKey(key), { populate })
  if (found) return found
  throw unknownPerson(
    { en: `No person has the code or identifier ${key}`, zh: `没有代码或标识为 ${key} 的人员` },
    {},
    { pointer: '/id' },
  )
}

/** Their addresses, as far as the database shows them to whoever asks: to the organization of the person. */
export async function emailsOf(
  em: EntityManager,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const contacts = await em.find(PersonContact, { person: { $in: people.map(({ id }) => id) } })
  return new Map(contacts.map(({ person, email }) => [person.id, email]))
}

/** The person that a member of a body names. */
export async function personNamed(em: EntityManager, code: string, pointer: string): Promise<Person> {
  const found = await em.findOne(Person, byKey(code), { populate })
  if (found) return found
  throw noSuchPerson(
    { en: `No person has the code ${code}`, zh: `没有代码为 ${code} 的人员` },
    { person: code },
    { pointer },
  )
}

interface Page<Value = string | undefined> {
  readonly after: Value
  readonly limit: number
}

export const peopleListed = (
  em: EntityManager,
  { organization, q }: PersonSearch,
  page: Page<string | number | undefined>,
) =>
  em.find(
    Person,
    {
      $and: [
        organization === undefined ? {} : { organization: byKey(organization) },
        mentionsPlain<Person>(q),
        afterCode(page.after),
      ],
    },
    { ...inOrderOfCode, limit: page.limit, populate },
  )

const ofPerson = (person: string | undefined) => (person === undefined ? {} : { person: byKey(person) })

/** In the order in which they were recorded. */
export const authorizationsListed = (
  em: EntityManager,
  { person, activity, at }: AuthorizationSearch,
  page: Page,
) =>
  em.find(
    Authorization,
    {
      $and: [
        ofPerson(person),
        stated({ activity }),
        inForceOn('validFrom', 'validTo', at),
        afterId(page.after),
      ],
    },
    { ...inOrderOfId, limit: page.limit, populate: ['person', 'measurandKind'] },
  )

/** Of one organization, or of all for an administrator. */
export const apiKeysListed = (
  em: EntityManager,
  { person }: ApiKeySearch,
  organization: string | undefined,
  page: Page,
) =>
  em.find(
    ApiKey,
    {
      $and: [
        ofPerson(person),
        organization === undefined ? {} : { person: { organization } },
        afterId(page.after),
      ],
    },
    { ...inOrderOfId, limit: page.limit, populate: ['person.organization'] },
  )

export async function authorizationAt(em: EntityManager, id: string): Promise<Authorization> {
  const found = await em.findOne(Authorization, { id }, { populate: ['person', 'measurandKind'] })
  if (found) return found
  throw unknownAuthorization(
    { en: `No authorization has the identifier ${id}`, zh: `没有标识为 ${id} 的授权` },
    {},
    { pointer: '/id' },
  )
}

/** Of two who revoke it at once the second waits, and finds it revoked. */
export async function apiKeyHeld(em: EntityManager, id: string): Promise<ApiKey> {
  await em.findOne(ApiKey, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const found = await em.findOne(ApiKey, { id }, { populate: ['person.organization'] })
  if (found) return found
  throw unknownApiKey(
    { en: `No key has the identifier ${id}`, zh: `没有标识为 ${id} 的密钥` },
    {},
    { pointer: '/id' },
  )
}

/** In the order in which they were registered. */
export const identitiesOf = (em: EntityManager, person: Person) =>
  em.find(PersonIdentity, { person }, { ...inOrderOfId, populate: ['person.organization'] })

export async function identityHeld(em: EntityManager, id: string): Promise<PersonIdentity> {
  await em.findOne(PersonIdentity, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const found = await em.findOne(PersonIdentity, { id }, { populate: ['person.organization'] })
  if (found) return found
  throw unknownIdentity(
    { en: `No identity has the identifier ${id}`, zh: `没有标识为 ${id} 的身份` },
    {},
    { pointer: '/id' },
  )
}
