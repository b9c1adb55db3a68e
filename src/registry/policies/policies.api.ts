import { olderVersion } from '#db/refused-by.ts'
import { operation, type Operation } from '#http/operation.ts'
import { pageOf, pagePlace, rowsToRead } from '#http/paging.ts'
import { policies } from '#metrology/traceability/policies.ts'
import { policyAt, registeredPolicies } from './policy.queries.ts'
import {
  policyCodeTaken,
  policyConstraints,
  policyOfProgram,
  rootWithoutEvidence,
  routeRepeated,
  unknownPolicy,
} from './policy.refusals.ts'
import { viewPolicy } from './policy.view.ts'
import { registerPolicy, revisePolicy } from './register-policy.ts'

const list = operation(
  {
    id: 'list-policies',
    method: 'get',
    path: '/v1/policies',
    summary: 'List the policies by which chains are judged, as data',
    access: 'public',
    query: 'http/page-query.json',
    answers: { 200: 'policies/page.json' },
    refuses: [],
  },
  async ({ em, query }) => {
    const after = String(pagePlace('policies', query, 'sequence')?.value ?? '')
    const all = [...policies, ...(await registeredPolicies(em))].toSorted((a, b) =>
      a.code < b.code ? -1 : 1,
    )
    const rows = all.filter(({ code }) => code > after).slice(0, rowsToRead(query))
    return { status: 200, body: pageOf('policies', query, rows, placeByCodeAlone, viewPolicy) }
  },
)

const placeByCodeAlone = ({ code }: { readonly code: string }) => ({ value: code, id: '0' })

const read = operation(
  {
    id: 'read-policy',
    method: 'get',
    path: '/v1/policies/{id}',
    summary: 'Read a policy by its code: its newest edition, or another',
    access: 'public',
    params: 'policies/path.json',
    query: 'policies/edition-query.json',
    answers: { 200: 'policies/policy.json' },
    refuses: [unknownPolicy],
  },
  async ({ em, params, query }) => {
    const body = viewPolicy(await policyAt(em, params.id, query.edition))
    return { status: 200, body, etag: body.edition }
  },
)

const register = operation(
  {
    id: 'register-policy',
    method: 'post',
    path: '/v1/policies',
    summary: 'Register a policy: who is admitted by which route, and what admits a root',
    access: 'policy.register',
    body: 'policies/policy-entry.json',
    answers: { 201: 'policies/policy.json' },
    refuses: [policyCodeTaken, routeRepeated, rootWithoutEvidence],
    constraints: policyConstraints,
  },
  async ({ em, body, actor, now }) => {
    const policy = await registerPolicy(em, body, { actor, now })
    const subject = `/v1/policies/${policy.code}`
    return {
      status: 201,
      body: viewPolicy(policy),
      headers: { location: subject },
      etag: policy.edition,
      subject,
    }
  },
)

const revise = operation(
  {
    id: 'revise-policy',
    method: 'put',
    path: '/v1/policies/{id}',
    summary: 'State a policy anew; what was known before is judged by the edition before',
    access: 'policy.register',
    params: 'policies/path.json',
    body: 'policies/policy-revision.json',
    answers: { 200: 'policies/policy.json' },
    refuses: [unknownPolicy, policyOfProgram, routeRepeated, rootWithoutEvidence],
    constraints: { policy_versions_edition_unique: olderVersion },
    ifMatch: true,
  },
  async ({ em, params, body, ifMatch, actor, now }) => {
    const asked = { code: params.id, stated: body, seenVersion: ifMatch }
    const { before, after } = await revisePolicy(em, asked, { actor, now })
    return { status: 200, body: viewPolicy(after), etag: after.edition, before: viewPolicy(before) }
  },
)

export const policyOperations: readonly Operation[] = [list, read, register, revise]
