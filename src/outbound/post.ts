import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns'
import { Agent, request } from 'undici'
import { isPublicAddress } from './address-guard.ts'
import { targetFault, type OutboundPolicy } from './target.ts'

/** What came of a request: an answer of any kind, or the reason why there is none. */
export type Posted = { readonly status: number } | { readonly fault: string; readonly status?: number }

export interface Message {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Poster {
  readonly post: (message: Message) => Promise<Posted>
  readonly close: () => Promise<void>
}

const connectMilliseconds = 3_000
const wholeMilliseconds = 5_000
const mostBytes = 1_048_576

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void
export type Lookup = (name: string, options: LookupOptions, done: LookupCallback) => void

/**
 * Sends to public addresses only. The address is judged where the connection is made, so a name that answers otherwise the
 * second time (rebinding) gains nothing. Redirects are not followed: they would be another address.
 */
export function posterOf(policy: OutboundPolicy, resolve: Lookup = lookUp): Poster {
  const connect = { lookup: guarded(resolve, policy), timeout: connectMilliseconds }
  const agent = new Agent({ connect, maxResponseSize: mostBytes, connections: 4, pipelining: 0 })
  return {
    post: async (message) => {
      const fault = targetFault(message.url, policy)
      if (fault !== undefined) return { fault: `target-${fault}` }
      return send(message, agent).catch((error: unknown) => ({ fault: faultOf(error) }))
    },
    close: () => agent.destroy(),
  }
}

async function send({ url, headers, body }: Message, dispatcher: Agent): Promise<Posted> {
  const signal = AbortSignal.timeout(wholeMilliseconds)
  const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal })
  await answer.body.dump({ limit: mostBytes, signal })
  const { statusCode: status } = answer
  return status >= 300 && status < 400 ? { status, fault: 'redirect' } : { status }
}

function guarded(resolve: Lookup, { allowPrivate }: OutboundPolicy): Lookup {
  if (allowPrivate) return resolve
  return (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const addresses = Array.isArray(found) ? found : []
      const [first] = addresses
      // One forbidden address among them is enough: it is not chance which one is taken.
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(Object.assign(new Error('address not allowed'), { code: 'target-address' }), [])
      }
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family)
    })
}

/** A word that says what happened; texts of foreign servers are not repeated. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { code } = error as NodeJS.ErrnoException
  return code ?? error.name
}
