import type { Context } from 'hono'
import type { Actor } from './actor.ts'
import { rateExceeded } from './http.refusals.ts'
import { changes, type Operation } from './operation.ts'

/** What is counted: questions without a key, wrong keys and files to look at by address, the rest by key. */
export const limitKinds = ['lookups', 'logins', 'files', 'reads', 'writes'] as const
export type LimitKind = (typeof limitKinds)[number]

export interface Exceeded {
  readonly policy: string
  readonly quota: number
  readonly windowSeconds: number
  readonly retryAfterSeconds: number
}

export interface Limits {
  /** Who asks, by address; nothing where nobody can say. */
  readonly addressOf: (peer: string | undefined, forwardedFor: string | undefined) => string | undefined
  /** The very address, whatever it is. */
  readonly clientOf: (peer: string | undefined, forwardedFor: string | undefined) => string | undefined
  readonly use: (kind: LimitKind, subject: string) => Promise<Exceeded | undefined>
}

/** Whose request it is, to the letter: of a trusted proxy, whom it saw. Keys may be bound to addresses. */
export function clientOf(c: Context, limits: Limits | undefined): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const peer = incoming?.socket?.remoteAddress
  return limits ? limits.clientOf(peer, c.req.header('x-forwarded-for')) : peer
}

/** The address at the other end of the connection, as @hono/node-server hands it on. */
function addressOf(c: Context, limits: Limits): string | undefined {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return limits.addressOf(incoming?.socket?.remoteAddress, c.req.header('x-forwarded-for'))
}

/** One more request of this actor, or of this address if it has shown no key. */
export async function countRequest(
  c: Context,
  limits: Limits | undefined,
  operation: Operation,
  actor: Actor | null,
): Promise<void> {
  if (limits === undefined) return
  if (actor === null) return countAt(c, limits, 'lookups')
  const kind = changes(operation) ? 'writes' : 'reads'
  refuseIf(await limits.use(kind, actor.key ?? actor.person.id))
}

/** A key that opens nothing counts against the address it came from; whoever has the right one is never held up by it. */
export const countWrongKey = async (c: Context, limits: Limits | undefined): Promise<void> =>
  limits && countAt(c, limits, 'logins')

/** Nobody guesses 256 bits; that somebody comes back to a session that is over is ordinary. */
export const countDeadCookie = async (c: Context, limits: Limits | undefined): Promise<void> =>
  limits && countAt(c, limits, 'lookups')

/** A form of a page, before a byte of it is read; one with a file to look at counts against a limit of its own as well. */
export async function exceededByForm(
  c: Context,
  limits: Limits | undefined,
  { actor, hasFile }: { readonly actor: Actor | null; readonly hasFile: boolean },
): Promise<Exceeded | undefined> {
  if (limits === undefined) return undefined
  const address = addressOf(c, limits)
  const subject = actor === null ? address : (actor.key ?? actor.person.id)
  const exceeded =
    subject === undefined ? undefined : await limits.use(actor === null ? 'lookups' : 'writes', subject)
  if (exceeded !== undefined || !hasFile || address === undefined) return exceeded
  return limits.use('files', address)
}

async function countAt(c: Context, limits: Limits, kind: LimitKind): Promise<void> {
  const address = addressOf(c, limits)
  if (address !== undefined) refuseIf(await limits.use(kind, address))
}

function refuseIf(exceeded: Exceeded | undefined): void {
  if (exceeded === undefined) return
  const { quota, windowSeconds, retryAfterSeconds } = exceeded
  throw rateExceeded(
    {
      en: `More than ${quota} in ${windowSeconds} s: ask again in ${retryAfterSeconds} s`,
      zh: `${windowSeconds} 秒内超过 ${quota} 次，请在 ${retryAfterSeconds} 秒后重试`,
    },
    { rateLimit: exceeded, retryAfterSeconds },
  )
}
