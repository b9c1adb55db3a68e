import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { refusalsOf } from '#refusal.ts'
import { unknownRecord } from '../calibrations/calibration.refusals.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { mappingAt, mappingsListed } from './dcc-mapping.queries.ts'
import { mappingCodeTaken, unknownMapping } from './dcc-mapping.refusals.ts'
import { viewMapping } from './dcc-mapping.view.ts'
import { recordDccMapping } from './record-dcc-mapping.ts'

export const dccMappingOperations: readonly Operation[] = [
  operation(
    {
      id: 'record-dcc-mapping',
      method: 'post',
      path: '/v1/dcc-mappings',
      summary: "Say once what the columns of an issuer's digital certificates mean",
      access: 'dcc-mapping.record',
      body: 'dcc-mappings/entry.json',
      answers: { 201: 'dcc-mappings/mapping.json' },
      refuses: [noSuchOrganization, unknownRecord, mappingCodeTaken, refusalsOf('quantity')],
    },
    async ({ em, body, actor, now }) => {
      const { code } = await recordDccMapping(em, body, actor, now)
      return {
        status: 201,
        body: viewMapping(await mappingAt(em, code)),
        headers: { location: `/v1/dcc-mappings/${code}` },
      }
    },
  ),
  operation(
    {
      id: 'list-dcc-mappings',
      method: 'get',
      path: '/v1/dcc-mappings',
      summary: 'List what columns of digital certificates mean, the newest first',
      access: 'registry.read',
      query: 'dcc-mappings/search.json',
      answers: { 200: 'dcc-mappings/page.json' },
      refuses: [],
    },
    async ({ em, query }) => {
      const place = pagePlace('dcc-mappings', query)
      const { issuer } = query
      const rows = await mappingsListed(em, {
        ...(issuer !== undefined && { issuer }),
        ...(place && { after: place.id }),
        limit: rowsToRead(query),
      })
      return {
        status: 200,
        body: pageOf('dcc-mappings', query, rows, ({ id }) => ({ value: id, id }), viewMapping),
      }
    },
  ),
  operation(
    {
      id: 'read-dcc-mapping',
      method: 'get',
      path: '/v1/dcc-mappings/{id}',
      summary: 'Read one mapping',
      access: 'registry.read',
      params: 'dcc-mappings/path.json',
      answers: { 200: 'dcc-mappings/mapping.json' },
      refuses: [unknownMapping],
    },
    async ({ em, params }) => ({ status: 200, body: viewMapping(await mappingAt(em, params.id)) }),
  ),
]
