import type { Bytes, Manner, RequestLine } from './shapes.ts'

/** What is asked, as far as the wire is concerned. */
export interface Request extends Manner {
  readonly params?: object | undefined
  readonly query?: object | undefined
  readonly body?: unknown
  readonly ifMatch?: string | number | undefined
  readonly accept?: string | undefined
}

/** `/v1/equipment/{id}` with its parameters in their places. */
export function targetOf({ path }: RequestLine, { params = {}, query = {} }: Request): string {
  const values = params as Readonly<Record<string, unknown>>
  const filled = path.replaceAll(/\{(\+?)(\w+)\}/g, (_, slashes: string, name: string) => {
    const value = encodeURIComponent(String(values[name]))
    return slashes === '' ? value : value.replaceAll('%2F', '/')
  })
  const asked = Object.entries(query as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)] as [string, string])
  const words = new URLSearchParams(asked).toString()
  return words === '' ? filled : `${filled}?${words}`
}

export function headersOf(
  line: RequestLine,
  asked: Request,
  usual: Manner & { readonly newKey: () => string },
): Record<string, string> {
  const { body, ifMatch, accept = 'application/json' } = asked
  const key = asked.key ?? usual.key
  const language = asked.language ?? usual.language
  return {
    accept,
    ...(language !== undefined && { 'accept-language': language }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(line.keyed && { 'idempotency-key': asked.idempotencyKey ?? usual.newKey() }),
    ...(ifMatch !== undefined && { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    ...(body !== undefined && {
      'content-type': line.bytes ? (body as Bytes<string>).media : 'application/json',
    }),
    ...usual.headers,
    ...asked.headers,
  }
}

type FetchBody = Exclude<RequestInit['body'], undefined>

export function contentOf(line: RequestLine, body: unknown): FetchBody {
  if (body === undefined) return null
  return line.bytes ? (body as Bytes<string>).content : JSON.stringify(body)
}

/** A stream is read once: what it held cannot be sent again. */
export const isSentOnce = (line: RequestLine, body: unknown): boolean =>
  line.bytes === true && (body as Bytes<string>).content instanceof ReadableStream
