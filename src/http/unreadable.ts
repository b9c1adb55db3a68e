import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RefusalMaker } from '#refusal.ts'
import { headersTooLarge, internal, tooSlow, unreadable } from './http.refusals.ts'
import type { Log } from './log.ts'
import { problemOf } from './problem.ts'
import { surroundingHeaders, toResponse } from './rendering.ts'
import { requestIdOf } from './target.ts'

interface Said {
  readonly status: number
  readonly reason: string
  readonly refusal: RefusalMaker
}

/** What Node's parser found, by its code; without these answers the client would get a status and nothing else. */
const sayings: Readonly<Record<string, Said>> = {
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'Request Header Fields Too Large', refusal: headersTooLarge },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'Request Timeout', refusal: tooSlow },
}
const otherwise: Said = { status: 400, reason: 'Bad Request', refusal: unreadable }

function problem({ status, refusal }: Said, origin: string) {
  const requestId = requestIdOf(undefined)
  const said = problemOf(refusal(refusal.definition.title), { origin, language: 'en', requestId })
  const headers = { ...surroundingHeaders(origin, requestId), ...said.headers }
  return { status, headers, content: JSON.stringify({ ...said.body, status }) }
}

/** Writes the answer by hand, since the request never became one, and closes. */
export function answerOnSocket(error: NodeJS.ErrnoException, socket: Duplex, origin: string): void {
  const { _httpMessage: current } = socket as { _httpMessage?: { readonly headersSent: boolean } }
  const isTooLate = error.code === 'ECONNRESET' || !socket.writable || current?.headersSent === true
  if (isTooLate) {
    socket.destroy()
    return
  }
  const said = sayings[error.code ?? ''] ?? otherwise
  const { headers, content } = problem(said, origin)
  const all = { ...headers, 'content-length': String(Buffer.byteLength(content)), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${said.status} ${said.reason}\r\n${lines.join('\r\n')}\r\n\r\n${content}`)
}

/** RFC 9110, 10.1.1: whatever is expected beside `100-continue`, which Node itself meets. */
export function refuseExpectation(response: ServerResponse, origin: string): void {
  const said = problem({ status: 417, reason: 'Expectation Failed', refusal: unreadable }, origin)
  response.writeHead(said.status, { ...said.headers, connection: 'close' }).end(said.content)
}

/** A target or a host that is no URL does not reach the app. */
export function unreadableResponse(error: unknown, { origin, log }: { origin: string; log: Log }): Response {
  const isTheirs = error instanceof Error && error.name === 'RequestError'
  if (!isTheirs) log.error({ err: error }, 'bug')
  const said = isTheirs ? otherwise : { status: 500, reason: 'Internal Server Error', refusal: internal }
  return toResponse(problem(said, origin), {})
}
