import type { EntityManager } from '@mikro-orm/postgresql'
import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from './access.refusals.ts'
import { emailsOf, peopleListed, personAt } from './person.queries.ts'
import { personConstraints, unknownPerson } from './person.refusals.ts'
import type { Person } from './person.entity.ts'
import { viewPerson } from './person.view.ts'
import { registerPerson } from './register-person.ts'
import { revisePerson } from './revise-person.ts'

const viewed = async (em: EntityManager, person: Person) =>
  viewPerson(person, (await emailsOf(em, [person])).get(person.id))

const register = operation(
  {
    id: 'register-person',
    method: 'post',
    path: '/v1/people',
    summary: 'Register a person',
    access: 'person.register',
    body: 'people/person-entry.json',
    answers: { 201: 'people/person.json' },
    refuses: [noSuchOrganization, notYourOrganization],
    constraints: personConstraints,
  },
  async ({ em, body, actor, now }) => {
    const person = await registerPerson(em, body, { actor, now })
    const location = `/v1/people/${person.id}`
    return { status: 201, body: viewPerson(person, body.email), headers: { location }, etag: person.version }
  },
)

const list = operation(
  {
    id: 'list-people',
    method: 'get',
    path: '/v1/people',
    summary: 'List people',
    access: 'registry.read',
    query: 'people/person-search.json',
    answers: { 200: 'people/person-page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('people', query)?.value
    const rows = await peopleListed(em, query, { after, limit: rowsToRead(query) })
    const emails = await emailsOf(em, rows)
    const view = (row: Person) => viewPerson(row, emails.get(row.id))
    return { status: 200, body: pageOf('people', query, rows, placeByCode, view) }
  },
)

const read = operation(
  {
    id: 'read-person',
    method: 'get',
    path: '/v1/people/{id}',
    summary: 'Read a person by their identifier or code',
    access: 'registry.read',
    params: 'people/person-path.json',
    answers: { 200: 'people/person.json' },
    refuses: [unknownPerson],
  },
  async ({ em, params }) => {
    const person = await personAt(em, params.id)
    return { status: 200, body: await viewed(em, person), etag: person.version }
  },
)

const revise = operation(
  {
    id: 'revise-person',
    method: 'put',
    path: '/v1/people/{id}',
    summary: 'State a person anew',
    access: 'person.revise',
    params: 'people/person-path.json',
    body: 'people/person-revision.json',
    answers: { 200: 'people/person.json' },
    refuses: [unknownPerson, notYourOrganization],
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor }) => {
    const person = await personAt(em, params.id)
    const before = await viewed(em, person)
    await revisePerson(em, { person, stated: body, seenVersion: ifMatch, actor })
    const subject = `/v1/people/${person.id}`
    return { status: 200, body: viewPerson(person, body.email), etag: person.version, before, subject }
  },
)

export const personOperations: readonly Operation[] = [register, list, read, revise]
