import { operations } from '../../src/app.ts'
import type { Operation } from '#http/operation.ts'
import { importers } from '#registry/imports/importers.ts'
import {
  attachedTable,
  ownCertificate,
  uncheckedCertificate,
  type ExampleRegistry,
  importedFile,
} from './example-registry.ts'
import { asAnother, examplesOf } from './examples.ts'

/** A request that the registry of the examples accepts as it stands. */
export interface ValidRequest {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What the path names, for operations under a path. */
const subjects: Readonly<Record<string, string>> = {
  '/v1/organizations/{id}': 'EX-LAB',
  '/v1/people/{id}': 'EX-LAB.T1',
  '/v1/authorizations/{id}': '#authorization',
  '/v1/api-keys/{id}': '#key',
  '/v1/api-keys/{id}/rotate': '#spareKey',
  '/v1/identities/{id}': '#identity',
  '/v1/sessions/{id}': '#session',
  '/v1/measurand-kinds/{id}': 'illuminance',
  '/v1/normative-documents/{id}': 'JJF 1059.1-2012',
  '/v1/competences/{id}': 'EX-LAB.MASS',
  '/v1/comparisons/{id}': '#openRound',
  '/v1/comparisons/{id}/close': '#measuredRound',
  '/v1/comparisons/{id}/resolutions': '#closedRound',
  '/v1/equipment/{id}': 'EX-STANDARD',
  '/v1/equipment/{code}': 'EX-WEIGHT',
  '/v1/equipment-restrictions/{id}': '#restriction',
  '/v1/policies/{id}': 'EX-WORKS',
  '/v1/references/{id}': 'EX-KG',
  '/v1/usages/{id}': '#usage',
  '/v1/calibrations/{id}/submit': '#draft',
  '/v1/calibrations/{id}/review': '#submitted',
  '/v1/calibrations/{id}/authorise': '#reviewed',
  '/v1/calibrations/{id}': '#draft',
  '/v1/certificates/imports/{id}': '#import',
  '/v1/trust-anchors/{id}': '#anchor',
  '/v1/dcc-mappings/{id}': 'EX-NMI.WEIGHTS',
  '/v1/certificates/{number}/check': uncheckedCertificate,
  '/v1/certificates/{number}': ownCertificate,
  '/v1/recalls/{id}': '#openRecall',
  '/v1/recalls/{id}/acknowledge': '#decidedRecall',
  '/v1/recalls/{id}/close': '#decidedRecall',
  '/v1/recalls/{id}/reopen': '#closedRecall',
  '/v1/evaluate/{kind}': 'horoscope',
  '/v1/imports/{id}': '#bulkImport',
  '/v1/due/feed-keys/{id}': '#feedKey',
  '/v1/hashes/{sha256}': attachedTable.sha256,
  '/v1/webhooks/{id}': '#webhook',
  '/v1/webhooks/{id}/replay': '#deadWebhook',
  '/v1/keys/{kid}/retire': '#otherKey',
}

/** What the path names where it names more than a record, by the identifier of the operation. */
const parameters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'read-log-tile': { level: '0', path: '000.p/1' },
  'read-log-entry-bundle': { path: '000.p/1' },
  'read-import-template': { kind: 'equipment' },
}

/** Queries that are answered, by the identifier of the operation; a list without any is asked as it stands. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'bulk-import-kcdb-cmc': { mode: 'all', organization: 'EX-NMI', measurandKind: 'mass.conventional' },
  'list-imports': { kind: 'usages', state: 'finished', limit: '1' },
  'list-organizations': { role: 'calibration-laboratory', economy: 'CN', q: 'Example', limit: '2' },
  'list-people': { organization: 'EX-LAB', q: 'Li', limit: '10' },
  'list-authorizations': { person: 'EX-LAB.T1', activity: 'perform', at: '2026-03-01' },
  'list-api-keys': { person: 'EX-LAB.T1', limit: '5' },
  'list-sessions': { person: 'EX-LAB.T1', limit: '5' },
  'list-measurand-kinds': { quantityKind: 'mass', q: 'mass', limit: '3' },
  'list-normative-documents': { number: 'JJF 1059.1', at: '2026-03-01', q: '不确定度' },
  'list-competences': { organization: 'EX-LAB', measurandKind: 'mass.conventional', at: '2026-03-01' },
  'read-competence': { at: '2026-03-01', asKnownAt: '2026-03-02T08:00:00Z' },
  'ask-capability': { value: '10', unit: 'kg', at: '2026-03-01', asKnownAt: '2026-03-02T08:00:00Z' },
  'list-comparisons': { measurandKind: 'mass.conventional', competence: 'EX-LAB.MASS', state: 'open' },
  'list-equipment': { owner: 'EX-LAB', level: 'working-standard', dueBefore: '2027-01-01', q: 'kg' },
  'list-equipment-events': { kind: 'repair', limit: '1' },
  'list-equipment-restrictions': { limit: '1' },
  'list-policies': { limit: '2' },
  'read-policy': { edition: '1' },
  'list-references': { kind: 'national-standard', holder: 'EX-NMI', measurandKind: 'mass.conventional' },
  'list-usages': { equipment: 'EX-STANDARD', batch: 'B-77', from: '2026-02-01T00:00:00Z', limit: '1' },
  'usages-of-equipment': { component: 'main', to: '2026-03-01T00:00:00Z', job: 'WO-2026-0412' },
  'list-calibrations': { laboratory: 'EX-LAB', equipment: 'EX-WEIGHT', state: 'evaluated', limit: '1' },
  'import-certificate': { issuer: 'EX-NMI', equipment: 'EX-STANDARD', component: 'main', number: 'EX-D-2' },
  'list-certificate-imports': { number: 'EX-D-1', limit: '1' },
  'list-trust-anchors': { limit: '1' },
  'list-dcc-mappings': { issuer: 'EX-NMI', limit: '1' },
  'list-certificates': {
    issuer: 'EX-LAB',
    equipment: 'EX-WEIGHT',
    awaitingCheck: 'false',
    awaitingMyCheck: 'false',
    standing: 'suspect',
    limit: '1',
  },
  'read-certificate': { version: '1' },
  'signatures-of-certificate': { version: '1' },
  'differences-of-certificate': { from: '1', to: '1' },
  'submit-calibration': { signer: 'EX-LAB.T1' },
  'attach-file': { name: 'another.csv', sha256: attachedTable.sha256 },
  'detach-file': { name: 'table.csv' },
  'attachment-of-calibration': { sha256: attachedTable.sha256 },
  'preview-certificate': { language: 'en' },
  'attachment-of-certificate': { sha256: attachedTable.sha256 },
  'validity-of-certificate': { at: '2026-03-02T08:00:00Z', asKnownAt: '2026-03-02T16:00:00+08:00' },
  'traceability-of-certificate': {
    result: 'm1',
    version: '1',
    at: '2026-03-02T08:00:00Z',
    asKnownAt: '2026-03-02T08:00:00Z',
    policy: 'ILAC-P10',
  },
  'traceability-of-equipment': {
    measurandKind: 'mass.conventional',
    value: '10',
    unit: 'kg',
    component: 'main',
  },
  'covariance-of-results': {
    result: 'm1',
    with: ownCertificate,
    withResult: 'm1',
    withVersion: '1',
    asKnownAt: '2026-03-02T08:00:00Z',
  },
  'prove-certificate': { result: 'm1', version: '1', asKnownAt: '2026-03-02T08:00:00Z', policy: 'ILAC-P10' },
  'explain-traceability': { result: 'm1', at: '2026-03-02T08:00:00Z', policy: 'metrology-law' },
  'calibration-routes': {
    measurandKind: 'mass.conventional',
    value: '10',
    unit: 'kg',
    expandedUncertainty: '0.05',
    uncertaintyUnit: 'g',
    parameters: 'pressure=100 kPa',
    at: '2026-03-01',
  },
  'list-recalls': { state: 'scoped', limit: '1' },
  'list-recall-items': { decided: 'false', issuer: 'EX-LAB', limit: '1' },
  'list-log-entries': { from: '1', limit: '2' },
  'prove-log-inclusion': { index: '1', size: '2' },
  'prove-log-consistency': { from: '1', to: '2' },
  'read-import-template': { language: 'en' },
  'drift-of-equipment': { measurandKind: 'mass.conventional' },
  'list-inventory': { q: 'EX', level: 'working-standard', soonWithin: 'P3M', limit: '2' },
  'inventory-summary': { owner: 'EX-LAB', location: 'Room' },
  'list-due': { owner: 'EX-LAB', within: 'P12M', limit: '2' },
  'due-calendar': { owner: 'EX-LAB', within: 'P12M' },
  'list-webhook-deliveries': { state: 'pending', limit: '1' },
  'list-events': { after: '1', limit: '2' },
  'list-audit-events': { subject: '/v1/organizations', operation: 'register-organization', limit: '3' },
}

type ValidRequests = ReadonlyMap<string, readonly ValidRequest[]>

/** Tests ask for them once for each of thousands of values. */
const made = new WeakMap<ExampleRegistry, ValidRequests>()

/** For each operation at least one request; for one with a body as many as its schema shows examples. */
export function validRequests(registry: ExampleRegistry): ValidRequests {
  const known = made.get(registry)
  if (known !== undefined) return known
  const requests = new Map(operations.map((operation) => [operation.id, requestsOf(operation, registry)]))
  made.set(registry, requests)
  return requests
}

/** The path of the record that the operation is about, with braces and without. */
function recordOf({ id: operation, path }: Operation, { ids }: ExampleRegistry) {
  const [pattern, subject] = Object.entries(subjects)
    .filter(([each]) => path === each || path.startsWith(`${each}/`))
    .reduce((longest, each) => (each[0].length > longest[0].length ? each : longest), ['', ''])
  if (path.includes('{') && subject === '' && !Object.hasOwn(parameters, operation))
    throw new Error(`valid-requests.ts knows no subject for ${path}`)
  const id = subject.startsWith('#') ? (ids[subject.slice(1)] ?? subject) : subject
  const [brace = '', name = ''] = /\{(\w+)\}/.exec(pattern) ?? []
  return {
    params: name === '' ? {} : { [name]: id },
    path: pattern.slice(0, pattern.indexOf('}') + 1).replace(brace, id),
  }
}

function requestsOf(operation: Operation, registry: ExampleRegistry): ValidRequest[] {
  const { access, body, bytes, method, ifMatch } = operation
  const record = recordOf(operation, registry)
  const request = {
    operation,
    params: { ...record.params, ...parameters[operation.id] },
    query: queries[operation.id] ?? {},
    headers: {
      authorization: `Bearer ${registry.keyFor(access)}`,
      ...(ifMatch && { 'if-match': registry.tagOf(record.path) }),
      ...((body ?? bytes) && { 'content-type': 'application/json' }),
    },
  }
  if (bytes) return [requestWithFile(request)]
  if (body === undefined) return [request]
  const isNew = method === 'post' && !operation.path.includes('{')
  const examples = [
    ...examplesOf(body),
    ...(operation.id === 'amend-certificate' ? [amendment(registry)] : []),
  ]
  return examples.map((example) => ({ ...request, body: isNew ? asAnother(example) : example }))
}

/** Files that are accepted as they stand; what is not JSON has no example in a schema. */
const files: Readonly<Record<string, { readonly media: string; readonly text: string }>> = {
  'attach-file': { media: 'text/csv', text: attachedTable.bytes },
  'import-usages': {
    media: 'text/csv',
    text: 'equipment,usedAt,job\nEX-STANDARD,2026-02-20T10:00:00+08:00,WO-2026-0413\n',
  },
  'bulk-import-kcdb-cmc': {
    media: 'application/json',
    text: JSON.stringify({
      data: [
        {
          status: 'Published',
          kcdbCode: 'APMP-M-XX-00000001-1',
          nmiCode: 'EX-NMI',
          cmc: { lowerLimit: 1, upperLimit: 20, unit: 'kg' },
          cmcUncertainty: { lowerLimit: 2, upperLimit: 8, unit: 'mg' },
          coverageFactor: 2,
          uncertaintyMode: 'Absolute',
          approvalDate: '2020-01-01',
        },
      ],
    }),
  },
  'import-certificate': { media: 'application/xml', text: importedFile('EX-D-2') },
}

/** A line for each example of the single operation, as records that are not there yet. */
function linesFor({ id }: Operation): { readonly media: string; readonly text: string } | undefined {
  const importer = importers.find(({ kind }) => id === `bulk-import-${kind}`)
  if (!importer?.operation.body) return undefined
  const lines = examplesOf(importer.operation.body).map((each) => JSON.stringify(asAnother(each, 'line')))
  return { media: 'application/x-ndjson', text: lines.join('\n') }
}

function requestWithFile(request: ValidRequest): ValidRequest {
  const file = files[request.operation.id] ?? linesFor(request.operation)
  if (!file) return { ...request, body: {} }
  return { ...request, headers: { ...request.headers, 'content-type': file.media }, body: file.text }
}

/** Of an example that names a record only the registry knows the identifier. */
const amendment = ({ ids }: ExampleRegistry) => ({
  changeClass: 'value',
  reason: 'The standard was evaluated anew',
  calibration: ids['reviewed'],
})

/** `/v1/equipment/EX-WEIGHT?limit=1` */
export function targetOf({ operation, params, query }: ValidRequest): string {
  const path = operation.path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  )
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}

export const initOf = ({ operation, headers, body }: ValidRequest): RequestInit => ({
  method: operation.method.toUpperCase(),
  headers,
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})
