import { placeByCode } from '#db/list.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { statedRangeRefusals } from '#metrology/measurand-kind/measurand-kind.refusals.ts'
import { noSuchCompetence } from '../competences/competence.refusals.ts'
import { noSuchMeasurandKind } from '../measurand-kinds/measurand-kind.refusals.ts'
import { noSuchOrganization } from '../organizations/organization.refusals.ts'
import { notYourOrganization } from '../people/access.refusals.ts'
import { requireOwn } from '../people/may.ts'
import { addEvidence } from './add-evidence.ts'
import { evidenceFor, referenceAt, referencesListed } from './reference.queries.ts'
import {
  evidenceDatesReversed,
  freedomNotPositive,
  referenceConstraints,
  uncertaintyNotPositive,
  unknownReference,
} from './reference.refusals.ts'
import { viewEvidence, viewReference } from './reference.view.ts'
import { registerReference } from './register-reference.ts'
import { reviseReference } from './revise-reference.ts'

const register = operation(
  {
    id: 'register-reference',
    method: 'post',
    path: '/v1/references',
    summary: 'Register a reference in which traceability chains end, with its evidence',
    access: 'reference.register',
    body: 'references/reference-entry.json',
    answers: { 201: 'references/reference.json' },
    refuses: [
      noSuchOrganization,
      noSuchMeasurandKind,
      noSuchCompetence,
      notYourOrganization,
      uncertaintyNotPositive,
      freedomNotPositive,
      evidenceDatesReversed,
      statedRangeRefusals,
    ],
    constraints: referenceConstraints,
  },
  async ({ em, body, actor, now }) => {
    const reference = await registerReference(em, body, { actor, now })
    const evidence = (await evidenceFor(em, [reference]))(reference)
    const location = `/v1/references/${reference.id}`
    return {
      status: 201,
      body: viewReference(reference, evidence),
      headers: { location },
      etag: reference.version,
    }
  },
)

const list = operation(
  {
    id: 'list-references',
    method: 'get',
    path: '/v1/references',
    summary: 'List references',
    access: 'registry.read',
    query: 'references/search.json',
    answers: { 200: 'references/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = pagePlace('references', query)?.value
    const rows = await referencesListed(em, query, { after, limit: rowsToRead(query) })
    const evidenceOf = await evidenceFor(em, rows)
    const view = (row: (typeof rows)[number]) => viewReference(row, evidenceOf(row))
    return { status: 200, body: pageOf('references', query, rows, placeByCode, view) }
  },
)

const read = operation(
  {
    id: 'read-reference',
    method: 'get',
    path: '/v1/references/{id}',
    summary: 'Read a reference by its identifier or code',
    access: 'registry.read',
    params: 'references/path.json',
    answers: { 200: 'references/reference.json' },
    refuses: [unknownReference],
  },
  async ({ em, params }) => {
    const reference = await referenceAt(em, params.id)
    const evidence = (await evidenceFor(em, [reference]))(reference)
    return { status: 200, body: viewReference(reference, evidence), etag: reference.version }
  },
)

const revise = operation(
  {
    id: 'revise-reference',
    method: 'put',
    path: '/v1/references/{id}',
    summary: 'State anew how a reference is called and where its figures are published',
    access: 'reference.revise',
    params: 'references/path.json',
    body: 'references/reference-revision.json',
    answers: { 200: 'references/reference.json' },
    refuses: [unknownReference, notYourOrganization],
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor }) => {
    const reference = await referenceAt(em, params.id)
    const evidence = (await evidenceFor(em, [reference]))(reference)
    const before = viewReference(reference, evidence)
    await reviseReference(em, { reference, stated: body, seenVersion: ifMatch, actor })
    const subject = `/v1/references/${reference.id}`
    return {
      status: 200,
      body: viewReference(reference, evidence),
      etag: reference.version,
      before,
      subject,
    }
  },
)

const support = operation(
  {
    id: 'add-reference-evidence',
    method: 'post',
    path: '/v1/references/{id}/evidence',
    summary: 'Add evidence to a reference',
    access: 'reference.revise',
    params: 'references/path.json',
    body: 'references/evidence-entry.json',
    answers: { 201: 'references/evidence.json' },
    refuses: [unknownReference, notYourOrganization, noSuchCompetence, evidenceDatesReversed],
  },
  async ({ em, params, body, actor, now }) => {
    const reference = await referenceAt(em, params.id)
    requireOwn(actor, reference.holder.id)
    const evidence = await addEvidence(em, { reference, stated: body, pointer: '' }, now)
    const subject = `/v1/references/${reference.id}/evidence/${evidence.id}`
    return { status: 201, body: viewEvidence(evidence), subject }
  },
)

export const referenceOperations: readonly Operation[] = [register, list, read, revise, support]
