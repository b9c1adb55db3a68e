import { beforeAll } from 'vitest'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import type { Actor } from '#http/actor.ts'
import { settleKey } from '#registry/keys/change-keys.ts'
import { keyringOf } from '#registry/keys/keyring.ts'
import type { Role } from '#registry/people/api-key.entity.ts'
import { can } from '#registry/people/may.ts'
import {
  administrator,
  administratorKey,
  asking,
  must,
  type Answer,
  type Asking,
} from '../registry/people-of-the-tests.ts'
import { certificateFile } from '../registry/certificates/importing/files-of-the-tests.ts'
import type { Service } from '../service.ts'
import { asAnother, examplesOf } from './examples.ts'

/** A registry in which every example has been sent once, in the order in which a laboratory would send them. */
export interface ExampleRegistry {
  /** The key of the first person who may do this. */
  readonly keyFor: (action: string) => string
  /** Identifiers that only the answers told, by the name of what they identify. */
  readonly ids: Readonly<Record<string, string>>
  /** The entity tag of the record at this path. */
  readonly tagOf: (path: string) => string
}

export const ownCertificate = 'EX-2026-0001'
export const standardCertificate = 'EX-NMI-2025-0001'
/** Transcribed, and not checked yet. */
export const uncheckedCertificate = 'EX-NMI-2025-0002'

interface Holder {
  readonly key: string
  readonly roles: readonly Role[]
}

export function exampleRegistry(s: Service): ExampleRegistry {
  const admin = administrator(s)
  const holders: Holder[] = [{ key: administratorKey, roles: ['administrator'] }]
  const ids: Record<string, string> = {}
  const tags: Record<string, string> = {}
  beforeAll(async () => {
    await masterData(admin)
    ids['authorization'] = await lastId(admin, '/v1/authorizations', 'people/authorization-entry.json')
    holders.push(...(await keys(admin, ids)))
    ids['otherKey'] = await keyOfAnotherProcess(s)
    await equipmentAndReferences(admin)
    const restricted = '/v1/equipment/EX-STANDARD/restrictions'
    ids['restriction'] = await lastId(admin, restricted, 'equipment/restriction-entry.json')
    const [technician, reviewer, signatory] = holders.slice(1).map(({ key }) => asking(s, key))
    if (!technician || !reviewer || !signatory) throw new Error('Three people have keys')
    ids['session'] = must(await technician.post('/v1/sessions')).body.session.id
    await certificatesFromElsewhere(technician, reviewer)
    await comparisons(admin, ids)
    await importedCertificates(admin, technician, ids)
    ids['bulkImport'] = await bulkImport(technician)
    ids['usage'] = await lastId(technician, '/v1/usages', 'usages/usage-entry.json')
    await calibrations({ technician, reviewer, signatory }, ids)
    await recalls(admin, ids)
    await webhooks(s, admin, ids)
    for (const path of taggedPaths(ids)) tags[path] = must(await admin.get(path)).headers.get('etag') ?? ''
  }, 60_000)
  return {
    ids,
    tagOf: (path) => tags[path] ?? `the tag of ${path}`,
    keyFor: (action) => {
      const may = ({ roles }: Holder) => can({ roles } as unknown as Actor, action)
      return holders.find(may)?.key ?? administratorKey
    },
  }
}

const taggedPaths = (ids: Readonly<Record<string, string>>): string[] => [
  `/v1/trust-anchors/${ids['anchor']}`,
  `/v1/webhooks/${ids['webhook']}`,
  '/v1/organizations/EX-LAB',
  '/v1/people/EX-LAB.T1',
  `/v1/authorizations/${ids['authorization']}`,
  '/v1/measurand-kinds/illuminance',
  '/v1/normative-documents/JJF 1059.1-2012',
  '/v1/competences/EX-LAB.MASS',
  '/v1/equipment/EX-STANDARD',
  '/v1/references/EX-KG',
  '/v1/policies/EX-WORKS',
  ...['draft', 'submitted', 'reviewed'].map((state) => `/v1/calibrations/${ids[state]}`),
  ...[ownCertificate, uncheckedCertificate].map((number) => `/v1/certificates/${number}`),
  ...['openRecall', 'decidedRecall', 'closedRecall'].map((state) => `/v1/recalls/${ids[state]}`),
]

const sendAll = async (as: Asking, path: string, schema: string): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (const example of examplesOf(schema)) answers.push(must(await as.post(path, example)))
  return answers
}

const lastId = async (as: Asking, path: string, schema: string): Promise<string> =>
  String((await sendAll(as, path, schema)).at(-1)?.body.id)

async function masterData(admin: Asking): Promise<void> {
  await sendAll(admin, '/v1/organizations', 'organizations/organization-entry.json')
  await sendAll(admin, '/v1/people', 'people/person-entry.json')
  await sendAll(admin, '/v1/measurand-kinds', 'measurand-kinds/measurand-kind-entry.json')
  await sendAll(admin, '/v1/normative-documents', 'normative-documents/normative-document-entry.json')
  await sendAll(admin, '/v1/competences', 'competences/competence-entry.json')
  await sendAll(admin, '/v1/policies', 'policies/policy-entry.json')
}

async function keys(admin: Asking, ids: Record<string, string>): Promise<Holder[]> {
  const issued = await sendAll(admin, '/v1/api-keys', 'people/api-key-entry.json')
  ids['key'] = String(issued[0]?.body.id)
  ids['spareKey'] = String(issued.at(-1)?.body.id)
  const identity = { issuer: 'https://id.example.org', subject: 'known', roles: ['auditor'] }
  ids['identity'] = must(await admin.post('/v1/people/EX-LAB.R1/identities', identity)).body.id
  return issued.map(({ body }) => ({ key: body.key, roles: body.roles }))
}

/** A key that the log names, and by which this process does not sign. */
async function keyOfAnotherProcess(s: Service): Promise<string> {
  const keyring = keyringOf(signingKeyFromSeed(new Uint8Array(32).fill(9)))
  const settled = await s.orm.em.fork().transactional((tx) => settleKey(tx, keyring, s.clock.now()))
  return settled.kid
}

async function equipmentAndReferences(admin: Asking): Promise<void> {
  await sendAll(admin, '/v1/equipment', 'equipment/equipment-entry.json')
  await sendAll(admin, '/v1/references', 'references/reference-entry.json')
}

async function certificatesFromElsewhere(technician: Asking, reviewer: Asking): Promise<void> {
  await sendAll(technician, '/v1/certificates', 'certificates/transcription.json')
  const path = `/v1/certificates/${standardCertificate}/check`
  must(await reviewer.post(path, undefined, { 'if-match': '"1"' }))
}

/** A certificate as a file, under a number of its own. */
export const importedFile = (number: string): string =>
  new TextDecoder().decode(certificateFile({ number, laboratory: 'Example Institute of Metrology' }))

async function importedCertificates(
  admin: Asking,
  technician: Asking,
  ids: Record<string, string>,
): Promise<void> {
  const [{ pem } = { pem: '' }] = examplesOf('trust-anchors/entry.json')
  ids['anchor'] = must(await admin.post('/v1/trust-anchors', { pem })).body.id
  await sendAll(technician, '/v1/dcc-mappings', 'dcc-mappings/entry.json')
  const headers = { 'content-type': 'application/xml' }
  const answer = await technician.send('POST', '/v1/certificates/import', importedFile('EX-D-1'), headers)
  ids['import'] = must(answer).body.id
}

/** A list of uses, of which one is recorded and one refused. */
async function bulkImport(technician: Asking): Promise<string> {
  const [entry = {}] = examplesOf('usages/usage-entry.json')
  const uses = [
    { ...entry, job: 'From a list' },
    { ...entry, equipment: 'EX-NOWHERE' },
  ]
  const lines = uses.map((each) => JSON.stringify(each)).join('\n')
  const headers = { 'content-type': 'application/x-ndjson' }
  return must(await technician.send('POST', '/v1/import/usages?mode=each', lines, headers)).body.id
}

/** A round in each state that a move begins in; the result of the closed one is far from its reference. */
async function comparisons(admin: Asking, ids: Record<string, string>): Promise<void> {
  const [entry = {}] = examplesOf('comparisons/comparison-entry.json')
  const [result = {}] = examplesOf('comparisons/result-entry.json')
  const [, closing = {}] = examplesOf('comparisons/closing-entry.json')
  const open = async (suffix: string) =>
    must(await admin.post('/v1/comparisons', asAnother(entry, suffix))).body.id
  const measured = async (suffix: string, stated: object) => {
    const id = await open(suffix)
    must(await admin.post(`/v1/comparisons/${id}/results`, stated))
    return id
  }
  ids['openRound'] = await open('open')
  ids['measuredRound'] = await measured('measured', result)
  const { figures } = result as { figures: object }
  const far = { ...figures, estimate: { value: '10000.5', unit: 'g' } }
  ids['closedRound'] = await measured('closed', { ...result, figures: far })
  must(await admin.post(`/v1/comparisons/${ids['closedRound']}/close`, closing))
}

interface Staff {
  readonly technician: Asking
  readonly reviewer: Asking
  readonly signatory: Asking
}

/** The next step of a calibration, by whoever may take it. */
const move = async (as: Asking, { body, headers }: Answer, step: string, stated?: object): Promise<Answer> =>
  must(
    await as.post(`/v1/calibrations/${body.id}/${step}`, stated, { 'if-match': headers.get('etag') ?? '' }),
  )

/** The shortest table that can be attached to a certificate, and its SHA-256. */
export const attachedTable = {
  bytes: 'n,g\n1,0.01\n',
  sha256: '60554ff94cd43cb7b618cf6a700b260d73b5560b3142a836ca2ba934f3862228',
}

const attached = async (as: Asking, { body, headers }: Answer): Promise<Answer> =>
  must(
    await as.send(
      'POST',
      `/v1/calibrations/${body.id}/attachments?name=table.csv&sha256=${attachedTable.sha256}`,
      attachedTable.bytes,
      { 'if-match': headers.get('etag') ?? '', 'content-type': 'text/csv' },
    ),
  )

/** One calibration in each state that a move begins in, and one that has become a certificate. */
async function calibrations({ technician, reviewer, signatory }: Staff, ids: Record<string, string>) {
  const [entry = {}, verification = {}] = examplesOf('calibrations/calibration-entry.json')
  const log = async (stated: object) => must(await technician.post('/v1/calibrations', stated))
  const submitted = async (stated: object) => move(technician, await log(stated), 'submit')
  const [approval] = examplesOf('calibrations/review.json')
  const reviewed = async (stated: object) => move(reviewer, await submitted(stated), 'review', approval)

  const logged = await attached(technician, await log(entry))
  const approved = await move(reviewer, await move(technician, logged, 'submit'), 'review', approval)
  await move(signatory, approved, 'authorise')
  ids['draft'] = (await attached(technician, await log(verification))).body.id
  ids['submitted'] = (await submitted(asAnother(entry, 'submitted'))).body.id
  ids['reviewed'] = (await reviewed(asAnother(entry, 'reviewed'))).body.id
}

/** A webhook that was sent nothing yet, and one whose receiver was away for three days. */
async function webhooks(s: Service, admin: Asking, ids: Record<string, string>): Promise<void> {
  const [entry = {}] = examplesOf('webhooks/entry.json')
  ids['webhook'] = must(await admin.post('/v1/webhooks', entry)).body.id
  ids['feedKey'] = must(await admin.post('/v1/due/feed-keys')).body.id
  ids['deadWebhook'] = must(await admin.post('/v1/webhooks', entry)).body.id
  await s.orm.em.fork().execute(
    `insert into webhook_deliveries (id, webhook_id, position, state, attempts, recorded_at, first_at)
     select uuidv7(), ?, max(position), 'dead', 13, now(), now() from events`,
    [ids['deadWebhook']],
  )
}

/** A recall in each state that a move begins in. */
async function recalls(admin: Asking, ids: Record<string, string>): Promise<void> {
  const [entry = {}] = examplesOf('recalls/recall-entry.json')
  const open = async (suffix: string) =>
    must(await admin.post('/v1/recalls', asAnother(entry, suffix))).body.id
  const decided = async (suffix: string) => {
    const id = await open(suffix)
    const decision = { decision: 'amend', reason: 'Evaluated anew', remaining: {} }
    return must(await admin.post(`/v1/recalls/${id}/dispositions`, decision))
  }
  ids['openRecall'] = await open('open')
  ids['decidedRecall'] = (await decided('decided')).body.id
  const { body, headers } = await decided('closed')
  const seen = { 'if-match': headers.get('etag') ?? '' }
  must(await admin.post(`/v1/recalls/${body.id}/close`, undefined, seen))
  ids['closedRecall'] = body.id
}
