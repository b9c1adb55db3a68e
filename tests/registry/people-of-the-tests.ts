import { v7 } from 'uuid'
import { beforeAll } from 'vitest'
import type { Role } from '#registry/people/api-key.entity.ts'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import type { Service } from '../service.ts'

export const administratorKey = 'the-key-of-the-administrator'

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // Tests look into the body of every operation; its shape was compared with the schema by the service itself.
  readonly body: any // eslint-disable-line typescript/no-explicit-any
}

export interface Asking {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Any method and any bytes. */
  readonly send: (
    method: string,
    path: string,
    bytes?: string | Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  readonly put: (path: string, body: unknown, seenVersion?: number | string) => Promise<Answer>
}

/** Requests with a key; without one for nobody. */
export function asking(s: Service, key: string | undefined): Asking {
  const sendBytes: Asking['send'] = async (method, path, body, headers = {}) => {
    const response = await s.app.request(path, {
      method,
      headers: { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : isJson ? JSON.parse(text) : text,
    }
  }
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    sendBytes(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    })
  return {
    send: sendBytes,
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, seenVersion) =>
      send('PUT', path, body, seenVersion === undefined ? {} : { 'if-match': `"${seenVersion}"` }),
  }
}

/** The administrator of the node, once the tests run. */
export function administrator(s: Service): Asking {
  beforeAll(async () => {
    await s.orm.em
      .fork()
      .transactional((tx) => ensureFirstAdministrator(tx, { adminKey: administratorKey, now: s.clock.now() }))
  })
  return asking(s, administratorKey)
}

/** A person of an organization, with a key for these roles. */
export async function newPerson(
  s: Service,
  admin: Asking,
  {
    organization,
    roles,
    code = `p-${v7()}`,
  }: { organization: string; roles: readonly Role[]; code?: string },
): Promise<Asking & { readonly code: string; readonly key: string }> {
  must(await admin.post('/v1/people', { code, organization, name: code }))
  const issued = must(await admin.post('/v1/api-keys', { person: code, roles }))
  return { ...asking(s, issued.body.key), code, key: issued.body.key }
}

export async function newOrganization(admin: Asking, code: string, more: object = {}): Promise<Answer> {
  return must(
    await admin.post('/v1/organizations', {
      code,
      name: { en: `Laboratory ${code}`, zh: `${code} 实验室` },
      economy: 'CN',
      roles: ['calibration-laboratory'],
      sites: [{ code: 'main', address: { en: `1 ${code} Road`, zh: `${code} 路 1 号` } }],
      ...more,
    }),
  )
}

/** What is not what is tested must succeed. */
export function must(answer: Answer): Answer {
  if (answer.status < 300) return answer
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
}
