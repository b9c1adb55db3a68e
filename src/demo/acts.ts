import { memberOf, type Answered, type Client } from './client.ts'
import type { Actor, Step } from './fixture.ts'
import type { KeyOf } from './staff.ts'

/** One request of the story and when it is made; those of all stories are made in the order of time. */
export interface Act {
  readonly at: Date
  readonly does: () => Promise<unknown>
}

export interface Tools {
  readonly client: Client
  readonly keyOf: KeyOf
}

/** After how many minutes each of the four people gets to it. */
const submitted = 10
const reviewed = 60
const authorised = 120
const checked = 30

const later = (time: string, minutes: number): Date => new Date(new Date(time).getTime() + minutes * 60_000)
const certificatePath = (number: string) => `/v1/certificates/${encodeURIComponent(number)}`

/** The requests that a step of a fixture stands for. */
export function actsOf(step: Step, tools: Tools): Act[] {
  switch (step.do) {
    case 'calibration':
      return calibrationActs(step, tools)
    case 'transcription':
      return transcriptionActs(step, tools)
    case 'amend':
      return amendmentActs(step, tools)
    default:
      return [{ at: new Date(step.at), does: () => singleAct(step, tools) }]
  }
}

/** Logged, submitted, reviewed, and authorised: the certificate is issued. */
function calibrationActs(step: Step, tools: Tools): Act[] {
  const { acts, work } = reviewedWork(step, tools)
  return [
    ...acts,
    { at: later(step.at, authorised), does: () => move(tools, work, step, 'signatory', 'authorise') },
  ]
}

interface Work {
  id?: string
  etag?: string | undefined
}

function reviewedWork(step: Step, tools: Tools): { readonly acts: Act[]; readonly work: Work } {
  const work: Work = {}
  const log = async () => {
    const answer = await post(tools, '/v1/calibrations', step.as, step.body)
    work.id = memberOf(answer, 'id')
    work.etag = answer.etag
  }
  const acts = [
    { at: new Date(step.at), does: log },
    { at: later(step.at, submitted), does: () => move(tools, work, step, 'technician', 'submit') },
    {
      at: later(step.at, reviewed),
      does: () => move(tools, work, step, 'reviewer', 'review', { decision: 'approve' }),
    },
  ]
  return { acts, work }
}

async function move(
  tools: Tools,
  work: Work,
  { as }: Step,
  role: Actor['role'],
  verb: string,
  body?: unknown,
): Promise<void> {
  const path = `/v1/calibrations/${work.id ?? ''}/${verb}`
  const answer = await post(tools, path, { organization: as.organization, role }, body, work.etag)
  work.etag = answer.etag
}

/** Copied by one person of the organization that holds the paper, compared by a second. */
function transcriptionActs(step: Step, tools: Tools): Act[] {
  const number = String(step.body?.['number'])
  const by = { organization: step.as.organization, role: 'reviewer' } as const
  return [
    { at: new Date(step.at), does: () => post(tools, '/v1/certificates', step.as, step.body) },
    { at: later(step.at, checked), does: () => moveCertificate(tools, number, 'check', by) },
  ]
}

/** A change of value rests on a calibration that was logged and reviewed again; an editorial one on words. */
function amendmentActs(step: Step, tools: Tools): Act[] {
  const number = step.certificate ?? ''
  const by = { organization: step.as.organization, role: 'signatory' } as const
  const { changeClass, reason, place } = step
  if (changeClass === 'editorial') {
    const body = { changeClass, reason, ...(place !== undefined && { place }) }
    return [{ at: new Date(step.at), does: () => moveCertificate(tools, number, 'amend', by, body) }]
  }
  const { acts, work } = reviewedWork(step, tools)
  const amend = () =>
    moveCertificate(tools, number, 'amend', by, { changeClass, reason, calibration: work.id })
  return [...acts, { at: later(step.at, authorised), does: amend }]
}

function singleAct(step: Step, tools: Tools): Promise<Answered> {
  const { body, as } = step
  switch (step.do) {
    case 'revoke':
    case 'withdraw':
      return moveCertificate(tools, step.certificate ?? '', step.do, as, body)
    case 'record-event':
      return post(tools, `/v1/equipment/${step.equipment ?? ''}/events`, as, body)
    case 'change-competence-status':
      return moveSeen(tools, `/v1/competences/${step.competence ?? ''}`, 'statuses', as, body)
    case 'change-competence-scope':
      return moveSeen(tools, `/v1/competences/${step.competence ?? ''}`, 'versions', as, body)
    case 'register-person':
      return post(tools, '/v1/people', as, body)
    case 'grant-authorization':
      return post(tools, '/v1/authorizations', as, body)
    default:
      throw new Error(`A fixture asks for ${step.do}, which the demo does not know`)
  }
}

const moveCertificate = (tools: Tools, number: string, verb: string, as: Actor, body?: unknown) =>
  moveSeen(tools, certificatePath(number), verb, as, body)

/** A move states the version that was seen: it is read first, as a person would. */
async function moveSeen(tools: Tools, path: string, verb: string, as: Actor, body?: unknown) {
  const { etag } = await tools.client('GET', path, { key: tools.keyOf(as) })
  return post(tools, `${path}/${verb}`, as, body, etag)
}

const post = ({ client, keyOf }: Tools, path: string, as: Actor, body?: unknown, etag?: string) =>
  client('POST', path, { key: keyOf(as), body, etag })
