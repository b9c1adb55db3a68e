import { randomUUID } from 'node:crypto'
import { changes } from '#http/operation.ts'
import { exampleRegistry } from '../hostile/example-registry.ts'
import { initOf, targetOf, validRequests } from '../hostile/valid-requests.ts'
import type { Service } from '../service.ts'

/** A tile of the log is kept once it is full. */
const entriesOfATile = 256

/** Done once more than the registry of the examples does, with each operation: so that every table has rows. */
export function filledRegistry(s: Service): { readonly fill: () => Promise<void> } {
  const registry = exampleRegistry(s)
  const send = async (target: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (init.method === 'POST') headers.set('idempotency-key', randomUUID())
    return s.app.request(target, { ...init, headers })
  }
  /** What an earlier one has settled is refused: that is how a registry gets full. */
  const everything = async () => {
    for (const [request] of validRequests(registry).values())
      if (request !== undefined && changes(request.operation) && !/key|session/.test(request.operation.id))
        await send(targetOf(request), initOf(request))
  }
  /** Certificates from elsewhere, until a tile is full. */
  const log = async () => {
    const [request] = validRequests(registry).get('transcribe-certificate') ?? []
    if (request === undefined) throw new Error('Certificates can be transcribed')
    const [example] = [request.body as object]
    for (let i = 0; i <= entriesOfATile; i++)
      await send(targetOf(request), initOf({ ...request, body: { ...example, number: `UPGRADE-${i}` } }))
  }
  return {
    fill: async () => {
      await everything()
      await log()
    },
  }
}
