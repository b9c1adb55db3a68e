import type { App } from '#serve.ts'

export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly etag: string | undefined
}

export interface Sent {
  readonly key?: string
  readonly body?: unknown
  readonly etag?: string | undefined
}

/** Asks the service as any client does, only without a socket between. */
export type Client = (method: 'GET' | 'POST', path: string, sent?: Sent) => Promise<Answered>

export function clientOf(app: App): Client {
  return async (method, path, { key, body, etag } = {}) => {
    const headers = new Headers({ accept: 'application/json' })
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
    if (etag !== undefined) headers.set('if-match', etag)
    if (body !== undefined) headers.set('content-type', 'application/json')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await app.request(path, { method, headers, ...sent })
    const told: unknown = await answer.json()
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(told)}`)
    return { status: answer.status, body: told, etag: answer.headers.get('etag') ?? undefined }
  }
}

/** One member of an answer that has it by its schema. */
export function memberOf(answer: Answered, member: string): string {
  const value = (answer.body as Readonly<Record<string, unknown>>)[member]
  if (typeof value !== 'string')
    throw new Error(`The answer has no ${member}: ${JSON.stringify(answer.body)}`)
  return value
}
