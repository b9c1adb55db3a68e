import { randomUUID } from 'node:crypto'
import { connect } from '#db/connection.ts'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { entities } from '#registry/entities.ts'
import { createApp } from '../../src/app.ts'
import type { KillTask } from './until-killed.ts'

export interface Order {
  readonly method?: string
  readonly key: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const silent = () => undefined

/** In the process that is killed: the whole app, and requests to it with one key each until there is an answer. */
export async function killedApp<Task extends KillTask>() {
  const task = JSON.parse(process.argv[2] ?? '{}') as Task
  const log = { debug: silent, info: silent, warn: silent, error: console.error }
  const app = createApp({
    orm: await connect({ url: task.url, entities, log }),
    origin: 'http://etalon.test',
    log,
    clock: () => new Date(task.now),
    key: signingKeyFromSeed(new Uint8Array(32).fill(7)),
  })
  /** On a busy machine a connection or a lock may take longer than a request waits: then the same is asked again. */
  const order = async (path: string, { method = 'POST', key, body, headers = {} }: Order) => {
    const init = {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
    let answer = await app.request(path, init)
    while (answer.status === 503) answer = await app.request(path, init)
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  return { task, order, app }
}
