import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { documentAt, documentsListed } from './normative-document.queries.ts'
import { documentConstraints, unknownDocument } from './normative-document.refusals.ts'
import { viewDocument } from './normative-document.view.ts'
import { registerDocument } from './register-document.ts'
import { reviseDocument } from './revise-document.ts'

const register = operation(
  {
    id: 'register-normative-document',
    method: 'post',
    path: '/v1/normative-documents',
    summary: 'Register a normative document',
    access: 'normative-document.register',
    body: 'normative-documents/normative-document-entry.json',
    answers: { 201: 'normative-documents/normative-document.json' },
    refuses: [],
    constraints: documentConstraints,
  },
  async ({ em, body, now }) => {
    const document = await registerDocument(em, body, now)
    const location = `/v1/normative-documents/${document.id}`
    return { status: 201, body: viewDocument(document), headers: { location }, etag: document.version }
  },
)

const list = operation(
  {
    id: 'list-normative-documents',
    method: 'get',
    path: '/v1/normative-documents',
    summary: 'List normative documents',
    access: 'registry.read',
    query: 'normative-documents/search.json',
    answers: { 200: 'normative-documents/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('normative-documents', query)?.value
    const rows = await documentsListed(em, query, { after, limit: rowsToRead(query) })
    return { status: 200, body: pageOf('normative-documents', query, rows, placeByCode, viewDocument) }
  },
)

const read = operation(
  {
    id: 'read-normative-document',
    method: 'get',
    path: '/v1/normative-documents/{id}',
    summary: 'Read a normative document by its identifier or code',
    access: 'registry.read',
    params: 'normative-documents/path.json',
    answers: { 200: 'normative-documents/normative-document.json' },
    refuses: [unknownDocument],
  },
  async ({ em, params }) => {
    const document = await documentAt(em, params.id)
    return { status: 200, body: viewDocument(document), etag: document.version }
  },
)

const revise = operation(
  {
    id: 'revise-normative-document',
    method: 'put',
    path: '/v1/normative-documents/{id}',
    summary: 'State a normative document anew',
    access: 'normative-document.revise',
    params: 'normative-documents/path.json',
    body: 'normative-documents/normative-document-revision.json',
    answers: { 200: 'normative-documents/normative-document.json' },
    refuses: [unknownDocument],
    constraints: documentConstraints,
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, now }) => {
    const document = await documentAt(em, params.id)
    const before = viewDocument(document)
    await reviseDocument(em, { document, stated: body, seenVersion: ifMatch }, now)
    const subject = `/v1/normative-documents/${document.id}`
    return { status: 200, body: viewDocument(document), etag: document.version, before, subject }
  },
)

export const normativeDocumentOperations: readonly Operation[] = [register, list, read, revise]
