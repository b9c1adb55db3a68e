import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RefusalMaker } from '#refusal.ts'
import { expectationUnmet, headersTooLarge, tooSlow, unreadable } from './http.refusals.ts'
import type { Log } from './log.ts'
import { problemOf, problemOfBug } from './problem.ts'
import { surroundingHeaders, toResponse } from './rendering.ts'
import { requestIdOf } from './request/target.ts'

/** What Node's parser found, by its code; by itself it would answer with a status and nothing else. */
const sayings: Readonly<Record<string, readonly [status: number, refusal: RefusalMaker]>> = {
  HPE_HEADER_OVERFLOW: [431, headersTooLarge],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, headersTooLarge],
  ERR_HTTP_REQUEST_TIMEOUT: [408, tooSlow],
}

/** Before there is a request nobody knows its language. */
const circumstanceAt = (origin: string) =>
  ({ origin, language: 'en', requestId: requestIdOf(undefined) }) as const

function bareAnswer(refusal: RefusalMaker, origin: string, status: number) {
  const circumstance = circumstanceAt(origin)
  const said = problemOf(refusal(refusal.definition.title), circumstance)
  const headers = { ...surroundingHeaders(origin, circumstance.requestId), ...said.headers }
  return { status, headers, content: JSON.stringify({ ...said.body, status }) }
}

/** Writes the answer by hand, since the request never became one, and closes. */
export function answerOnSocket(error: NodeJS.ErrnoException, socket: Duplex, origin: string): void {
  // Node keeps the answer under way here; a second head must not follow the first.
  const { _httpMessage: current } = socket as { _httpMessage?: { readonly headersSent: boolean } }
  if (error.code === 'ECONNRESET' || !socket.writable || current?.headersSent === true) {
    socket.destroy()
    return
  }
  const [status, refusal] = sayings[error.code ?? ''] ?? [400, unreadable]
  const { headers, content } = bareAnswer(refusal, origin, status)
  const all = { ...headers, 'content-length': String(Buffer.byteLength(content)), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${content}`)
}

/** RFC 9110, 10.1.1: whatever is expected beside `100-continue`, which Node itself meets. */
export function refuseExpectation(response: ServerResponse, origin: string): void {
  const { status, headers, content } = bareAnswer(expectationUnmet, origin, 417)
  response.writeHead(status, { ...headers, connection: 'close' }).end(content)
}

/** A target or a host that is no URL does not reach the app; what else comes here is a bug. */
export function unreadableResponse(error: unknown, { origin, log }: { origin: string; log: Log }): Response {
  if (error instanceof Error && error.name === 'RequestError') {
    return toResponse(bareAnswer(unreadable, origin, 400), {})
  }
  log.error({ err: error }, 'bug')
  const { body, ...rest } = problemOfBug(circumstanceAt(origin))
  return toResponse({ ...rest, content: JSON.stringify(body) }, {})
}
