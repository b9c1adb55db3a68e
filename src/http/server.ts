import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Log } from './log.ts'
import { cutOffSlowBodies } from './slow-bodies.ts'
import { cutOffSlowReaders } from './slow-readers.ts'
import { answerOnSocket, refuseExpectation, unreadableResponse } from './unreadable.ts'

type Fetch = (request: Request, env: object) => Response | Promise<Response>

export interface Listening {
  readonly port: number
  readonly host: string
  /** Answers what is under way, takes nothing new, and ends within `drainMilliseconds`. */
  readonly drain: () => Promise<void>
}

export interface Place {
  readonly host: string
  readonly port: number
  readonly origin: string
  readonly log: Log
  /** In tests: less than what clients are given otherwise. */
  readonly patience?: Partial<
    Record<
      | 'headersTimeout'
      | 'requestTimeout'
      | 'connectionsCheckingInterval'
      | 'slowBodyMilliseconds'
      | 'slowReadMilliseconds',
      number
    >
  >
}

/** A slow or silent client holds a socket no longer than this. */
const limits = {
  headersTimeout: 10_000,
  /** Of the largest file that is taken; other bodies have `slowBodyMilliseconds`. */
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16_384,
  requireHostHeader: false,
} as const
const slowBodyMilliseconds = 30_000
const slowReadMilliseconds = 60_000
const mostConnections = 2_000
const mostHeaders = 100
const mostRequestsOnSocket = 1_000
const drainMilliseconds = 8_000

export async function listen(fetch: Fetch, at: Place): Promise<Listening> {
  const errorHandler = (error: unknown) => unreadableResponse(error, at)
  const {
    slowReadMilliseconds: mostSilence = slowReadMilliseconds,
    slowBodyMilliseconds: milliseconds = slowBodyMilliseconds,
    ...shorter
  } = at.patience ?? {}
  const server = createServer({ ...limits, ...shorter }, getRequestListener(fetch, { errorHandler }))
  server.maxConnections = mostConnections
  server.maxHeadersCount = mostHeaders
  server.maxRequestsPerSocket = mostRequestsOnSocket
  server.on('clientError', (error, socket) => answerOnSocket(error, socket, at.origin))
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    refuseExpectation(response, at.origin)
  })
  const sockets = openSocketsOf(server)
  cutOffSlowReaders(server, sockets, mostSilence)
  cutOffSlowBodies(server, { milliseconds, origin: at.origin })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  server.on('error', (err) => at.log.error({ err }, 'server'))
  const { port } = server.address() as AddressInfo
  return { port, host: at.host, drain: () => drain(server, sockets) }
}

function openSocketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

/** Every answer from now on is the last on its connection. `close` alone waits for ever on a client that keeps its connection alive. */
async function drain(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    response.setHeader('connection', 'close')
  })
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const last = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
  server.closeIdleConnections()
  // A connection on which nothing was ever said is not "idle" for Node: it would be waited for.
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  await closed
  clearInterval(idle)
  clearTimeout(last)
}
