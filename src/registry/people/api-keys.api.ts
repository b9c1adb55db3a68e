import { placeById } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { notYourOrganization } from './access.refusals.ts'
import { issueApiKey } from './issue-api-key.ts'
import { isAdministrator } from './may.ts'
import { apiKeyHeld, apiKeysListed } from './person.queries.ts'
import {
  administratorOnly,
  alreadyExpired,
  keyNoLongerValid,
  noSuchNetwork,
  noSuchPerson,
  rolesExclude,
  scopeNotOfRoles,
  unknownApiKey,
} from './person.refusals.ts'
import { viewApiKey, viewIssuedKey } from './person.view.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { rotateApiKey } from './rotate-api-key.ts'

const issue = operation(
  {
    id: 'issue-api-key',
    method: 'post',
    path: '/v1/api-keys',
    summary: 'Issue a key to a person; it is shown this once',
    access: 'api-key.issue',
    body: 'people/api-key-entry.json',
    answers: { 201: 'people/api-key-issued.json' },
    refuses: [
      noSuchPerson,
      notYourOrganization,
      administratorOnly,
      rolesExclude,
      alreadyExpired,
      scopeNotOfRoles,
      noSuchNetwork,
    ],
    secret: true,
  },
  async ({ em, body, actor, now }) => {
    const { row, key } = await issueApiKey(em, body, { actor, now })
    const location = `/v1/api-keys/${row.id}`
    return { status: 201, body: viewIssuedKey(row, key), headers: { location }, after: viewApiKey(row) }
  },
)

const list = operation(
  {
    id: 'list-api-keys',
    method: 'get',
    path: '/v1/api-keys',
    summary: 'List the keys of your organization, without the keys themselves',
    access: 'api-key.read',
    query: 'people/api-key-search.json',
    answers: { 200: 'people/api-key-page.json' },
    refuses: [],
  },
  async ({ em, query, actor }) => {
    const after = pagePlace('api-keys', query)?.id
    const organization = isAdministrator(actor) ? undefined : actor.organization.id
    const rows = await apiKeysListed(em, query, organization, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('api-keys', query, rows, placeById, viewApiKey) }
  },
)

const rotate = operation(
  {
    id: 'rotate-api-key',
    method: 'post',
    path: '/v1/api-keys/{id}/rotate',
    summary: 'Give a key a new secret, shown this once; the former one still opens for the hours stated',
    access: 'api-key.rotate',
    params: 'people/api-key-path.json',
    body: 'people/api-key-rotation.json',
    answers: { 200: 'people/api-key-issued.json' },
    refuses: [unknownApiKey, notYourOrganization, administratorOnly, keyNoLongerValid],
    secret: true,
  },
  async ({ em, params, body, actor, now }) => {
    const row = await apiKeyHeld(em, params.id)
    const before = viewApiKey(row)
    const key = await rotateApiKey(em, row, { ...body, actor, now })
    const subject = `/v1/api-keys/${row.id}`
    return {
      status: 200,
      body: viewIssuedKey(row, key),
      etag: row.version,
      before,
      after: viewApiKey(row),
      subject,
    }
  },
)

const revoke = operation(
  {
    id: 'revoke-api-key',
    method: 'post',
    path: '/v1/api-keys/{id}/revoke',
    summary: 'Revoke a key: from the next request on it opens nothing',
    access: 'api-key.revoke',
    params: 'people/api-key-path.json',
    answers: { 200: 'people/api-key.json' },
    refuses: [unknownApiKey, notYourOrganization],
  },
  async ({ em, params, actor, now }) => {
    const row = await apiKeyHeld(em, params.id)
    const before = viewApiKey(row)
    await revokeApiKey(em, row, { actor, now })
    const subject = `/v1/api-keys/${row.id}`
    return { status: 200, body: viewApiKey(row), etag: row.version, before, subject }
  },
)

export const apiKeyOperations: readonly Operation[] = [issue, list, rotate, revoke]
