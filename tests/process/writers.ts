import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { entryOfWeight, type Laboratory, standardTranscription } from '../registry/laboratory-of-the-tests.ts'
import type { Answer, Asking } from '../registry/people-of-the-tests.ts'

/** What was acknowledged: a second row for any of it would be a duplicate, and a missing one a loss. */
export interface Acknowledged {
  readonly calibrations: string[]
  readonly issued: string[]
  readonly transcribed: string[]
  /** Requests that had to be sent again. */
  retried: number
  /** Of those, answered from what was kept. */
  replayed: number
}

/** The same request with the same key until there is an answer: how a laboratory system has to do it. */
export async function insist(
  by: Asking,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  count: Acknowledged,
): Promise<Answer> {
  const keyed = { ...headers, 'idempotency-key': randomUUID() }
  for (;;) {
    const answer = await by.post(path, body, keyed).catch(() => undefined)
    if (answer !== undefined && answer.status < 300) {
      if (answer.headers.get('idempotency-replayed') !== null) count.replayed++
      return answer
    }
    // 503 and a connection that broke say nothing about what was done; everything else would be a fault.
    const isPassing =
      answer?.status === 503 && answer.headers.get('content-type') === 'application/problem+json'
    if (answer !== undefined && !isPassing)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    count.retried++
    await delay(50)
  }
}

async function issueOne(lab: Laboratory, count: Acknowledged): Promise<void> {
  const entry = entryOfWeight({ lateReason: 'The service was down' })
  let seen = await insist(lab.technician, '/v1/calibrations', entry, {}, count)
  const { id } = seen.body
  count.calibrations.push(id)
  const steps: [Asking, string, unknown][] = [
    [lab.technician, 'submit', undefined],
    [lab.reviewer, 'review', { decision: 'approve' }],
    [lab.signatory, 'authorise', undefined],
  ]
  for (const [by, step, body] of steps) {
    const ifMatch = { 'if-match': seen.headers.get('etag') ?? '' }
    seen = await insist(by, `/v1/calibrations/${id}/${step}`, body, ifMatch, count)
  }
  count.issued.push(seen.body.number)
}

async function transcribeOne(lab: Laboratory, count: Acknowledged): Promise<void> {
  const number = `TRANSCRIBED-${randomUUID()}`
  await insist(lab.technician, '/v1/certificates', standardTranscription({ number }), {}, count)
  count.transcribed.push(number)
}

export const acknowledgedBy = ({ calibrations, transcribed }: Acknowledged): number =>
  calibrations.length + transcribed.length

/** The counts in words. */
export const told = (count: Acknowledged): string =>
  `${count.calibrations.length * 4 + count.transcribed.length} acknowledged, ${count.retried} sent again, ` +
  `${count.replayed} answered from what was kept`

/** Until some more than so many pieces of work were acknowledged; fails with what stopped the writers. */
export async function untilMore({ count, failure }: Writers, before: number): Promise<void> {
  while (acknowledgedBy(count) <= before + 5) {
    if (failure.error !== undefined) throw failure.error
    await delay(10)
  }
}

export interface Writers {
  readonly count: Acknowledged
  /** What a writer could not go on with. */
  readonly failure: { error?: unknown }
  readonly stop: () => Promise<void>
}

/** Writers that go on, whatever happens to the service, until they are told to stop; each ends what it has begun. */
export function writers(lab: Laboratory): Writers {
  const count: Acknowledged = { calibrations: [], issued: [], transcribed: [], retried: 0, replayed: 0 }
  const state = { isOver: false }
  const work = async (one: typeof issueOne) => {
    while (!state.isOver) await one(lab, count)
  }
  const working = Promise.all([issueOne, issueOne, issueOne, transcribeOne, transcribeOne].map(work))
  const failure: { error?: unknown } = {}
  working.catch((error: unknown) => (failure.error = error))
  return {
    count,
    failure,
    stop: async () => {
      state.isOver = true
      await working
    },
  }
}
