import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { statedQuantityRefusals } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { measurandKindAt, measurandKindsListed } from './measurand-kind.queries.ts'
import {
  measurandKindConstraints,
  parameterRepeated,
  unitNotCoherent,
  unknownMeasurandKind,
} from './measurand-kind.refusals.ts'
import { viewMeasurandKind } from './measurand-kind.view.ts'
import { registerMeasurandKind } from './register-measurand-kind.ts'
import { reviseMeasurandKind } from './revise-measurand-kind.ts'

const refuses = [parameterRepeated, unitNotCoherent, statedQuantityRefusals]

const register = operation(
  {
    id: 'register-measurand-kind',
    method: 'post',
    path: '/v1/measurand-kinds',
    summary: 'Register a kind of measurand',
    access: 'measurand-kind.register',
    body: 'measurand-kinds/measurand-kind-entry.json',
    answers: { 201: 'measurand-kinds/measurand-kind.json' },
    refuses,
    constraints: measurandKindConstraints,
  },
  async ({ em, body, now }) => {
    const kind = await registerMeasurandKind(em, body, now)
    const location = `/v1/measurand-kinds/${kind.id}`
    return { status: 201, body: viewMeasurandKind(kind), headers: { location }, etag: kind.version }
  },
)

const list = operation(
  {
    id: 'list-measurand-kinds',
    method: 'get',
    path: '/v1/measurand-kinds',
    summary: 'List kinds of measurand',
    access: 'public',
    query: 'measurand-kinds/search.json',
    answers: { 200: 'measurand-kinds/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('measurand-kinds', query)?.value
    const rows = await measurandKindsListed(em, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('measurand-kinds', query, rows, placeByCode, viewMeasurandKind) }
  },
)

const read = operation(
  {
    id: 'read-measurand-kind',
    method: 'get',
    path: '/v1/measurand-kinds/{id}',
    summary: 'Read a kind of measurand by its identifier or code',
    access: 'public',
    params: 'measurand-kinds/path.json',
    answers: { 200: 'measurand-kinds/measurand-kind.json' },
    refuses: [unknownMeasurandKind],
  },
  async ({ em, params }) => {
    const kind = await measurandKindAt(em, params.id)
    return { status: 200, body: viewMeasurandKind(kind), etag: kind.version }
  },
)

const revise = operation(
  {
    id: 'revise-measurand-kind',
    method: 'put',
    path: '/v1/measurand-kinds/{id}',
    summary: 'State a kind of measurand anew',
    access: 'measurand-kind.revise',
    params: 'measurand-kinds/path.json',
    body: 'measurand-kinds/measurand-kind-revision.json',
    answers: { 200: 'measurand-kinds/measurand-kind.json' },
    refuses: [unknownMeasurandKind, ...refuses],
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch }) => {
    const kind = await measurandKindAt(em, params.id)
    const before = viewMeasurandKind(kind)
    await reviseMeasurandKind(em, { kind, stated: body, seenVersion: ifMatch })
    const subject = `/v1/measurand-kinds/${kind.id}`
    return { status: 200, body: viewMeasurandKind(kind), etag: kind.version, before, subject }
  },
)

export const measurandKindOperations: readonly Operation[] = [register, list, read, revise]
