import { randomUUID } from 'node:crypto'
import { connect } from '#db/connection.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { entities } from '#registry/entities.ts'
import { createApp } from '../../src/app.ts'

/** A process that records and checks certificates, several at once, and says what was acknowledged, until it is killed. */
interface Task {
  readonly url: string
  readonly now: string
  readonly round: number
  readonly technician: string
  readonly reviewer: string
  readonly transcription: Readonly<Record<string, unknown>>
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const silent = () => undefined
const log = { debug: silent, info: silent, warn: silent, error: console.error }
const orm = await connect({ url: task.url, entities, log })
const app = createApp({
  orm,
  origin: 'http://etalon.test',
  log,
  clock: () => new Date(task.now),
  key: signingKeyFromSeed(new Uint8Array(32).fill(7)),
})

/** On a busy machine a connection or a lock may take longer than a request waits: then the same is asked again. */
async function post(path: string, key: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  let answer = await app.request(path, init)
  while (answer.status === 503) answer = await app.request(path, init)
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

async function worker(name: number): Promise<never> {
  for (let i = 0; ; i++) {
    const number = `KILL-${task.round}-${name}-${i}`
    await post('/v1/certificates', task.technician, { ...task.transcription, number })
    console.log(`recorded ${number}`)
    await post(`/v1/certificates/${number}/check`, task.reviewer, undefined, { 'if-match': '"1"' })
    console.log(`checked ${number}`)
  }
}

await Promise.all([1, 2, 3, 4].map(worker))
