import { operation, type Operation } from '#http/operation.ts'
import { notYourOrganization } from './access.refusals.ts'
import { requireOwn } from './may.ts'
import { identitiesOf, identityHeld, personAt } from './person.queries.ts'
import {
  administratorOnly,
  identityConstraints,
  noIssuer,
  rolesExclude,
  scopeNotOfRoles,
  subjectOrEmail,
  unknownIdentity,
  unknownPerson,
} from './person.refusals.ts'
import { viewIdentity } from './person.view.ts'
import { endIdentity, registerIdentity } from './register-identity.ts'

declare module '#http/facilities.ts' {
  interface Facilities {
    /** The issuer whose tokens the node trusts, if it trusts one. */
    readonly tokenIssuer: string | undefined
  }
}

const register = operation(
  {
    id: 'register-identity',
    method: 'post',
    path: '/v1/people/{id}/identities',
    summary:
      'Say as whom an issuer of tokens (OpenID Connect) knows a person, and what they may do with such a token',
    access: 'identity.register',
    params: 'people/person-path.json',
    body: 'people/identity-entry.json',
    answers: { 201: 'people/identity.json' },
    refuses: [
      unknownPerson,
      notYourOrganization,
      administratorOnly,
      rolesExclude,
      scopeNotOfRoles,
      subjectOrEmail,
      noIssuer,
    ],
    constraints: identityConstraints,
  },
  async ({ em, params, body, actor, now, facilities }) => {
    const person = await personAt(em, params.id)
    const row = await registerIdentity(em, person, body, { actor, now, issuer: facilities.tokenIssuer })
    const location = `/v1/identities/${row.id}`
    return { status: 201, body: viewIdentity(row), headers: { location }, etag: row.version }
  },
)

const list = operation(
  {
    id: 'list-identities',
    method: 'get',
    path: '/v1/people/{id}/identities',
    summary: 'As whom issuers of tokens know a person',
    access: 'identity.read',
    params: 'people/person-path.json',
    answers: { 200: 'people/identity-list.json' },
    refuses: [unknownPerson, notYourOrganization],
  },
  async ({ em, params, actor }) => {
    const person = await personAt(em, params.id)
    requireOwn(actor, person.organization.id)
    return { status: 200, body: { items: (await identitiesOf(em, person)).map(viewIdentity) } }
  },
)

const end = operation(
  {
    id: 'end-identity',
    method: 'post',
    path: '/v1/identities/{id}/end',
    summary: 'End an identity: from the next request on nobody is this person by it',
    access: 'identity.end',
    params: 'people/identity-path.json',
    answers: { 200: 'people/identity.json' },
    refuses: [unknownIdentity, notYourOrganization],
  },
  async ({ em, params, actor, now }) => {
    const row = await identityHeld(em, params.id)
    const before = viewIdentity(row)
    await endIdentity(em, row, { actor, now })
    const subject = `/v1/identities/${row.id}`
    return { status: 200, body: viewIdentity(row), etag: row.version, before, subject }
  },
)

export const identityOperations: readonly Operation[] = [register, list, end]
