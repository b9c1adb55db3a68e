import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { answerOnSocket } from './unreadable.ts'

interface Arriving {
  readonly response: ServerResponse
  readonly begun: number
  until: number
}

const arriving = new Map<IncomingMessage, Arriving>()

/**
 * Refuses a body that has not arrived in time. Node has one limit for all requests, and a large file may take longer than any other
 * body: whoever is known, and has a place for it, is given the time (`giveTime`), and nobody else.
 */
export function cutOffSlowBodies(
  server: Server,
  { milliseconds, origin }: { readonly milliseconds: number; readonly origin: string },
): void {
  const own = new Set<IncomingMessage>()
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request)) return
    const begun = performance.now()
    own.add(request)
    arriving.set(request, { response, begun, until: begun + milliseconds })
  })
  const look = () => {
    const now = performance.now()
    for (const request of own) {
      const each = arriving.get(request)
      if (each && !request.complete && !request.destroyed && now < each.until) continue
      own.delete(request)
      arriving.delete(request)
      if (each && !request.complete && !request.destroyed) refuse(request, each, origin)
    }
  }
  const looking = setInterval(look, Math.min(milliseconds / 10, 1_000))
  looking.unref()
  server.once('close', () => clearInterval(looking))
}

/** So long from its beginning; what did not come over a socket takes no time. */
export function giveTime(incoming: IncomingMessage | undefined, milliseconds: number): void {
  const found = incoming && arriving.get(incoming)
  if (found) found.until = found.begun + milliseconds
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** As long as its end may take to be taken by a client that has been told. */
const lingerMilliseconds = 1_000

function refuse({ socket }: IncomingMessage, { response }: Arriving, origin: string): void {
  if (response.headersSent) {
    socket.destroy()
    return
  }
  const tooLate = Object.assign(new Error('The body did not arrive in time'), {
    code: 'ERR_HTTP_REQUEST_TIMEOUT',
  })
  answerOnSocket(tooLate, socket, origin)
  setTimeout(() => socket.destroy(), lingerMilliseconds).unref()
}
