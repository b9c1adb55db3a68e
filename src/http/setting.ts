import type { EntityManager } from '@mikro-orm/postgresql'
import type { RefusalMaker } from '#refusal.ts'
import type { Action, Actor, Shown } from './actor.ts'
import type { Facilities } from './facilities.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'

/** What was done, for the audit trail; written in the transaction in which it was done. */
export interface Act {
  readonly actor: Actor | null
  readonly operation: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | undefined
  readonly at: Date
  readonly requestId: string
}

/** What a request was answered with, for the metrics. */
export interface Answered {
  readonly operation: string
  readonly status: number
  readonly seconds: number
  readonly method: string
  readonly path: string
  readonly requestId: string
  /** Of whom the request says to be a part (W3C Trace Context). */
  readonly traceparent: string | undefined
}

/** Where the operations run. app.ts fills it in: `http/` knows neither the registry nor the database. */
export interface Setting {
  readonly origin: string
  readonly log: Log
  readonly clock: () => Date
  /** A fresh EntityManager: one for each request, and one more for each attempt. */
  readonly fork: () => EntityManager
  readonly authenticate: (shown: Shown, now: Date) => Promise<Actor | null>
  /** All that is done within the work is asked of the database in the name of whoever asks. */
  readonly within: <T>(actor: Actor | null, work: () => T) => T
  readonly may: (actor: Actor, action: Action) => boolean
  readonly recordAct: (tx: EntityManager, act: Act) => Promise<void>
  /** The same for many that were done in one transaction, each with the EntityManager by which it was; one after the other if absent. */
  readonly recordActs?: (
    tx: EntityManager,
    acts: readonly { readonly em: EntityManager; readonly act: Act }[],
  ) => Promise<void>
  /** `asRefusal` of `db/`: what the database refused, said as a refusal; anything else as it was. */
  readonly asRefusal: (error: unknown, constraints: Readonly<Record<string, RefusalMaker>>) => unknown
  /** `isRetryable` of `db/`: the same work may succeed when it is done again. */
  readonly isRetryable: (error: unknown) => boolean
  /** `isConnectionLost` of `db/`: the pool has handed out a connection that was dying. */
  readonly isConnectionLost: (error: unknown) => boolean
  readonly facilities: Facilities
  /** How often who may ask; nobody is counted if absent. */
  readonly limits?: Limits
  /** Origins whose pages may ask from a browser. */
  readonly allowedOrigins?: readonly string[]
  readonly observe?: (answered: Answered) => void
  /** In tests: an answer that does not match its schema, and a refusal that is not listed, are bugs (500). */
  readonly strict?: boolean
}
