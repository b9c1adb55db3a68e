import { entityTag } from './request/conditional.ts'
import type { AnyAnswer, Content, ContentToMake } from './operation.ts'

/** An answer as it goes over the wire. */
export interface Rendered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly content: ContentToMake | null
}

/** The same, with its content made. */
export interface Finished extends Rendered {
  readonly content: Content | null
}

export const finished = async (rendered: Rendered): Promise<Finished> => {
  const { content } = rendered
  return { ...rendered, content: typeof content === 'function' ? await content() : content }
}

/** Whoever keeps an answer asks before using it again, unless the handler says more. */
const cautious = { 'cache-control': 'private, no-cache' }

/** What is not for everybody depends on who asks: of a browser that several people share, the next one gets none of it, not even by 304. */
function forWhoAsks(headers: Record<string, string>): Record<string, string> {
  if (!headers['cache-control']?.startsWith('private')) return headers
  const vary = [headers['vary'], 'Cookie', 'Authorization'].filter((name) => name !== undefined)
  return { ...headers, vary: vary.join(', ') }
}

/** The bytes of bodies that are kept elsewhere, for as long as they are. */
const written = new WeakMap<object, Uint8Array>()

function writtenOnce(body: object): Uint8Array {
  const known = written.get(body)
  if (known) return known
  const bytes = Buffer.from(JSON.stringify(body))
  written.set(body, bytes)
  return bytes
}

export function render(answer: AnyAnswer): Rendered {
  const stated: Record<string, string> = { ...cautious }
  if (answer.etag !== undefined) stated['etag'] = entityTag(answer.etag)
  for (const [name, value] of Object.entries(answer.headers ?? {})) stated[name.toLowerCase()] = value
  const headers = forWhoAsks(stated)
  if (answer.content !== undefined && answer.media !== undefined) {
    return {
      status: answer.status,
      headers: { ...headers, 'content-type': answer.media },
      content: answer.content,
    }
  }
  if (answer.body === undefined) return { status: answer.status, headers, content: '' }
  const { body } = answer
  const isKept = answer.isKept === true && typeof body === 'object' && body !== null
  const content = isKept ? writtenOnce(body) : JSON.stringify(body)
  return { status: answer.status, headers: { ...headers, 'content-type': 'application/json' }, content }
}

type ResponseBody = ConstructorParameters<typeof Response>[0]

export function toResponse(
  { status, headers, content }: Finished,
  surrounding: Readonly<Record<string, string>>,
) {
  const isEmpty = status === 204 || status === 304
  return new Response(isEmpty ? null : (content as ResponseBody), {
    status,
    headers: { ...surrounding, ...headers },
  })
}

/** What every answer carries; a page brings a policy of its own. */
export function surroundingHeaders(origin: string, requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    ...(origin.startsWith('https:') && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  }
}
