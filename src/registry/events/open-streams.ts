import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { stillOpens } from '../people/still-opens.queries.ts'
import { tooManyStreams } from './event.refusals.ts'

/** For one key, and for the process: a stream costs a question a second. */
const mostForKey = 3
const mostInAll = 200
/** A stream that is not read for so long belongs to a client that has gone without a word. */
const idleMilliseconds = 60_000
/** Who asks is asked again after so long: clients connect anew by themselves, and go on where they were. */
const longestMilliseconds = 300_000

/** Who follows, and since when by the clock of the registry. */
export interface Follower {
  readonly actor: Actor
  readonly now: Date
}

export interface OpenStream {
  readonly signal: AbortSignal
  /** It is being read. */
  readonly alive: () => void
  readonly close: () => void
  /** Whether its key or session opens still: asked before anything is told. */
  readonly isAdmitted: (em: EntityManager) => Promise<boolean>
}

interface Slot {
  readonly key: string
  readonly ending: AbortController
  readonly longest: NodeJS.Timeout
  aliveAt: number
}

const slots = new Set<Slot>()

/** Refused where a key, or everybody, has as many as there may be. */
export function openStream({ actor, now: since }: Follower, ends: readonly AbortSignal[]): OpenStream {
  const key = actor.key ?? actor.session ?? actor.person.id
  const now = performance.now()
  for (const slot of slots) if (now - slot.aliveAt > idleMilliseconds) end(slot)
  const own = [...slots].filter((slot) => slot.key === key).length
  if (own >= mostForKey || slots.size >= mostInAll) {
    throw tooManyStreams(
      { en: `At most ${mostForKey} for each key`, zh: `每个密钥最多 ${mostForKey} 个` },
      { most: mostForKey },
    )
  }
  const longest = setTimeout(() => end(slot), longestMilliseconds).unref()
  const slot: Slot = { key, ending: new AbortController(), longest, aliveAt: now }
  slots.add(slot)
  return {
    signal: AbortSignal.any([...ends, slot.ending.signal]),
    alive: () => {
      slot.aliveAt = performance.now()
    },
    close: () => end(slot),
    isAdmitted: (em) =>
      stillOpens(em, actor, new Date(since.getTime() + Math.round(performance.now() - now))),
  }
}

function end(slot: Slot): void {
  slots.delete(slot)
  clearTimeout(slot.longest)
  slot.ending.abort()
}
