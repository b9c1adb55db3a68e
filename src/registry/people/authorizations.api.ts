import { placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { notYourOrganization } from './access.refusals.ts'
import { grantAuthorization } from './grant-authorization.ts'
import { authorizationAt, authorizationsListed } from './person.queries.ts'
import { authorizationConstraints, noSuchPerson, unknownAuthorization } from './person.refusals.ts'
import { viewAuthorization } from './person.view.ts'
import { reviseAuthorization } from './revise-authorization.ts'

const grant = operation(
  {
    id: 'grant-authorization',
    method: 'post',
    path: '/v1/authorizations',
    summary: 'Authorize a person to perform, review or authorise',
    access: 'authorization.grant',
    body: 'people/authorization-entry.json',
    answers: { 201: 'people/authorization.json' },
    refuses: [noSuchPerson, noSuchMeasurandKind, notYourOrganization],
    constraints: authorizationConstraints,
  },
  async ({ em, body, actor, now }) => {
    const granted = await grantAuthorization(em, body, { actor, now })
    const location = `/v1/authorizations/${granted.id}`
    return { status: 201, body: viewAuthorization(granted), headers: { location }, etag: granted.version }
  },
)

const list = operation(
  {
    id: 'list-authorizations',
    method: 'get',
    path: '/v1/authorizations',
    summary: 'List authorizations',
    access: 'registry.read',
    query: 'people/authorization-search.json',
    answers: { 200: 'people/authorization-page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('authorizations', query)?.id
    const rows = await authorizationsListed(em, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('authorizations', query, rows, placeById, viewAuthorization) }
  },
)

const read = operation(
  {
    id: 'read-authorization',
    method: 'get',
    path: '/v1/authorizations/{id}',
    summary: 'Read an authorization',
    access: 'registry.read',
    params: 'people/authorization-path.json',
    answers: { 200: 'people/authorization.json' },
    refuses: [unknownAuthorization],
  },
  async ({ em, params }) => {
    const found = await authorizationAt(em, params.id)
    return { status: 200, body: viewAuthorization(found), etag: found.version }
  },
)

const revise = operation(
  {
    id: 'revise-authorization',
    method: 'put',
    path: '/v1/authorizations/{id}',
    summary: 'End, extend or correct an authorization',
    access: 'authorization.revise',
    params: 'people/authorization-path.json',
    body: 'people/authorization-revision.json',
    answers: { 200: 'people/authorization.json' },
    refuses: [unknownAuthorization, noSuchMeasurandKind, notYourOrganization],
    constraints: authorizationConstraints,
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const authorization = await authorizationAt(em, params.id)
    const before = viewAuthorization(authorization)
    await reviseAuthorization(em, { authorization, stated: body, seenVersion: ifMatch, actor }, now)
    return { status: 200, body: viewAuthorization(authorization), etag: authorization.version, before }
  },
)

export const authorizationOperations: readonly Operation[] = [grant, list, read, revise]
