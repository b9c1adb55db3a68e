import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'

export interface Received {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Receiver {
  readonly received: readonly Received[]
  readonly urlOf: (path: string) => string
  /** What a path answers from now on. */
  readonly answerWith: (path: string, status: number) => void
  readonly until: (enough: (received: readonly Received[]) => boolean) => Promise<readonly Received[]>
}

/** A server on this machine that keeps what it is sent. */
export function receiver(): Receiver {
  const received: Received[] = []
  const statuses = new Map<string, number>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      received.push({ path, headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(statuses.get(path) ?? 204).end()
    })
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    received,
    urlOf: (path) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    answerWith: (path, status) => void statuses.set(path, status),
    until: async (enough) => {
      for (let waited = 0; waited < 15_000; waited += 50) {
        if (enough(received)) return received
        await delay(50)
      }
      throw new Error(`Only ${received.length} came`)
    },
  }
}
