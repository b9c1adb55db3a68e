import { setTimeout as delay } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { textStream } from '#http/text-stream.ts'
import { eventsAfter, type EventRow } from './event.queries.ts'
import { viewEvent } from './event.view.ts'
import { type Follower, openStream, type OpenStream } from './open-streams.ts'

const batch = 100
const pauseMilliseconds = 1_000
/** Proxies close what is silent; half of the shortest minute among them. */
const heartbeatMilliseconds = 15_000

export interface Following extends Follower {
  readonly after: string
  /** The client has gone, or the service stops. */
  readonly ends: readonly AbortSignal[]
}

/** Events as server-sent events: each with its position as its id, so that a browser resumes by itself. */
export function streamEvents(em: EntityManager, following: Following): ReadableStream<Uint8Array> {
  const open = openStream(following, following.ends)
  return textStream(texts(em, following, open), open.close)
}

async function* texts(
  em: EntityManager,
  { actor, after }: Following,
  { signal, alive, close, isAdmitted }: OpenStream,
): AsyncGenerator<string> {
  try {
    yield 'retry: 3000\n\n'
    let last = after
    let saidAt = performance.now()
    while (!signal.aborted) {
      const rows = await eventsAfter(em.fork(), actor.organization.id, { after: last, limit: batch })
      alive()
      last = rows.at(-1)?.position ?? last
      const isDue = performance.now() - saidAt >= heartbeatMilliseconds
      if (rows.length > 0 || isDue) {
        if (!(await isAdmitted(em.fork()))) return
        yield rows.length > 0 ? rows.map(textOf).join('') : ': nothing new\n\n'
        saidAt = performance.now()
      }
      if (rows.length < batch) await delay(pauseMilliseconds, undefined, { signal })
    }
  } catch (error) {
    // Whoever has gone is told nothing; anybody else sees the stream break off.
    if (!signal.aborted) throw error
  } finally {
    close()
  }
}

const textOf = (row: EventRow): string =>
  `id: ${row.position}\nevent: ${row.kind}\ndata: ${JSON.stringify(viewEvent(row))}\n\n`
