import { connect } from '#db/connection.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { entities } from '#registry/entities.ts'
import { createApp } from '../../src/app.ts'

/** A process that records certificates, each resting on the one before it, and logs and revises work on them, until it is killed. */
interface Task {
  readonly url: string
  readonly now: string
  readonly round: number
  readonly technician: string
  readonly transcription: Readonly<Record<string, unknown>> & { readonly results: readonly object[] }
  readonly entry: Readonly<Record<string, unknown>> & { readonly results: readonly object[] }
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task
const silent = () => undefined
const log = { debug: silent, info: silent, warn: console.error, error: console.error }
const orm = await connect({ url: task.url, entities, log })
const app = createApp({
  orm,
  origin: 'http://etalon.test',
  log,
  clock: () => new Date(task.now),
  key: signingKeyFromSeed(new Uint8Array(32).fill(7)),
})

async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${task.technician}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

/** The first result of a certificate, taken from another one. */
const resting = (results: readonly object[], symbol: string, from: object) => {
  const [first, ...others] = results as { readonly inputs: object }[]
  return [{ ...first, inputs: { ...first?.inputs, [symbol]: { from } } }, ...others]
}

async function worker(name: number): Promise<never> {
  let above: object = { reference: 'KG' }
  for (let i = 0; ; i++) {
    const number = `CHAIN-${task.round}-${name}-${i}`
    const results = resting(task.transcription.results, 'k', above)
    await send('POST', '/v1/certificates', { ...task.transcription, number, results })
    console.log(`recorded ${number}`)
    above = { certificate: number }
    const entry = { ...task.entry, results: resting(task.entry.results, 'm_S', above) }
    const logged = await send('POST', '/v1/calibrations', entry)
    const place = logged.headers.get('location') ?? ''
    await send('PUT', place, entry, { 'if-match': logged.headers.get('etag') ?? '' })
    console.log(`revised ${place}`)
  }
}

await Promise.all([1, 2, 3].map(worker))
