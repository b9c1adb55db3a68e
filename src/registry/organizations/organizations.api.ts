import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { organizationAt, organizationsListed } from './organization.queries.ts'
import { organizationConstraints, siteRepeated, unknownOrganization } from './organization.refusals.ts'
import { viewOrganization } from './organization.view.ts'
import { registerOrganization } from './register-organization.ts'
import { reviseOrganization } from './revise-organization.ts'

const register = operation(
  {
    id: 'register-organization',
    method: 'post',
    path: '/v1/organizations',
    summary: 'Register an organization',
    access: 'organization.register',
    body: 'organizations/organization-entry.json',
    answers: { 201: 'organizations/organization.json' },
    refuses: [siteRepeated],
    constraints: organizationConstraints,
  },
  async ({ em, body, now }) => {
    const organization = await registerOrganization(em, body, now)
    return {
      status: 201,
      body: viewOrganization(organization),
      headers: { location: `/v1/organizations/${organization.id}` },
      etag: organization.version,
    }
  },
)

const list = operation(
  {
    id: 'list-organizations',
    method: 'get',
    path: '/v1/organizations',
    summary: 'List organizations',
    access: 'registry.read',
    query: 'organizations/search.json',
    answers: { 200: 'organizations/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('organizations', query)?.value
    const rows = await organizationsListed(em, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('organizations', query, rows, placeByCode, viewOrganization) }
  },
)

const read = operation(
  {
    id: 'read-organization',
    method: 'get',
    path: '/v1/organizations/{id}',
    summary: 'Read an organization by its identifier or code',
    access: 'registry.read',
    params: 'organizations/path.json',
    answers: { 200: 'organizations/organization.json' },
    refuses: [unknownOrganization],
  },
  async ({ em, params }) => {
    const organization = await organizationAt(em, params.id)
    return { status: 200, body: viewOrganization(organization), etag: organization.version }
  },
)

const revise = operation(
  {
    id: 'revise-organization',
    method: 'put',
    path: '/v1/organizations/{id}',
    summary: 'State an organization anew',
    access: 'organization.revise',
    params: 'organizations/path.json',
    body: 'organizations/organization-revision.json',
    answers: { 200: 'organizations/organization.json' },
    refuses: [unknownOrganization, notYourOrganization, siteRepeated],
    constraints: organizationConstraints,
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const organization = await organizationAt(em, params.id)
    const before = viewOrganization(organization)
    await reviseOrganization(em, { organization, stated: body, seenVersion: ifMatch, actor }, now)
    return {
      status: 200,
      body: viewOrganization(organization),
      etag: organization.version,
      before,
      subject: `/v1/organizations/${organization.id}`,
    }
  },
)

export const organizationOperations: readonly Operation[] = [register, list, read, revise]
