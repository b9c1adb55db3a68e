import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { registerTrustAnchor } from './register-trust-anchor.ts'
import { retireTrustAnchor } from './retire-trust-anchor.ts'
import { anchorAt, anchorsListed } from './trust-anchor.queries.ts'
import { anchorRetired, anchorTaken, notACertificate, unknownAnchor } from './trust-anchor.refusals.ts'
import { viewAnchor } from './trust-anchor.view.ts'

export const trustAnchorOperations: readonly Operation[] = [
  operation(
    {
      id: 'register-trust-anchor',
      method: 'post',
      path: '/v1/trust-anchors',
      summary: 'Trust a certificate to vouch for the signers of imported files',
      description:
        'With `organization`, for the files of that issuer only. An import by the person who registered the anchor ' +
        'is not vouched for by it: two people are needed.',
      access: 'trust-anchor.register',
      body: 'trust-anchors/entry.json',
      answers: { 201: 'trust-anchors/trust-anchor.json' },
      refuses: [notACertificate, anchorTaken, noSuchOrganization],
    },
    async ({ em, body, actor, now }) => {
      const { id } = await registerTrustAnchor(em, body, actor, now)
      const anchor = await anchorAt(em, id)
      return {
        status: 201,
        body: viewAnchor(anchor),
        headers: { location: `/v1/trust-anchors/${id}` },
        etag: anchor.version,
      }
    },
  ),
  operation(
    {
      id: 'list-trust-anchors',
      method: 'get',
      path: '/v1/trust-anchors',
      summary: 'List who is or was trusted to vouch for signers, the newest first',
      access: 'registry.read',
      query: 'trust-anchors/search.json',
      answers: { 200: 'trust-anchors/page.json' },
      refuses: [],
    },
    async ({ em, query }) => {
      const place = pagePlace('trust-anchors', query)
      const rows = await anchorsListed(em, { ...(place && { after: place.id }), limit: rowsToRead(query) })
      return {
        status: 200,
        body: pageOf('trust-anchors', query, rows, ({ id }) => ({ value: id, id }), viewAnchor),
      }
    },
  ),
  operation(
    {
      id: 'read-trust-anchor',
      method: 'get',
      path: '/v1/trust-anchors/{id}',
      summary: 'Read one trust anchor',
      access: 'registry.read',
      params: 'trust-anchors/path.json',
      answers: { 200: 'trust-anchors/trust-anchor.json' },
      refuses: [unknownAnchor],
    },
    async ({ em, params }) => {
      const anchor = await anchorAt(em, params.id)
      return { status: 200, body: viewAnchor(anchor), etag: anchor.version }
    },
  ),
  operation(
    {
      id: 'retire-trust-anchor',
      method: 'post',
      path: '/v1/trust-anchors/{id}/retire',
      summary: 'Trust it no longer; what it vouched for before stands',
      access: 'trust-anchor.register',
      ifMatch: true,
      params: 'trust-anchors/path.json',
      body: 'trust-anchors/retirement.json',
      answers: { 200: 'trust-anchors/trust-anchor.json' },
      refuses: [unknownAnchor, anchorRetired],
    },
    async ({ em, params, body, ifMatch, actor, now }) => {
      const before = viewAnchor(await anchorAt(em, params.id))
      const asked = { id: params.id, seenVersion: ifMatch, cause: body.cause }
      const anchor = await retireTrustAnchor(em, asked, actor, now)
      return { status: 200, body: viewAnchor(anchor), etag: anchor.version, before, reason: body.cause }
    },
  ),
]
