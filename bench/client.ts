import type { MikroORM } from '@mikro-orm/postgresql'
import { signingKeyFromSeed } from '#evidence/keys.ts'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { createApp } from '../src/app.ts'
import { quiet } from './database.ts'

export const administratorKey = 'the-key-of-the-administrator-of-the-bench'

export type App = ReturnType<typeof createApp>

export interface Answer {
  readonly status: number
  readonly etag: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A request in process; whatever is not answered with success ends the bench. */
export async function ask(
  app: App,
  method: 'GET' | 'POST',
  path: string,
  sent: { readonly key?: string; readonly body?: unknown; readonly etag?: string } = {},
): Promise<Answer> {
  const headers = {
    ...(sent.key !== undefined && { authorization: `Bearer ${sent.key}` }),
    ...(sent.etag !== undefined && { 'if-match': sent.etag }),
    ...(sent.body !== undefined && { 'content-type': 'application/json' }),
  }
  const init =
    sent.body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(sent.body) }
  const answer = await app.request(path, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    body: JSON.parse(text) as Answer['body'],
  }
}

/** A public request in process, read to its end and not looked into. */
export async function read(app: App, path: string): Promise<void> {
  const answer = await app.request(path)
  const { length } = await answer.arrayBuffer().then((bytes) => new Uint8Array(bytes))
  if (!answer.ok || length === 0) throw new Error(`GET ${path}: ${answer.status}`)
}

/** The app as the service runs it, in this process, with a clock that the generator can turn back. */
export async function benchApp(orm: MikroORM, clock: () => Date): Promise<App> {
  await orm.em
    .fork()
    .transactional((tx) => ensureFirstAdministrator(tx, { adminKey: administratorKey, now: clock() }))
  const key = signingKeyFromSeed(new Uint8Array(32).fill(7))
  return createApp({ orm, origin: 'http://bench.example', log: quiet, clock, key })
}
