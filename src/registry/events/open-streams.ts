import { tooManyStreams } from './event.refusals.ts'

/** For one key, and for the process: a stream costs a question a second. */
const mostForKey = 3
const mostInAll = 200
/** A stream that is not read for so long belongs to a client that has gone without a word. */
const idleMilliseconds = 60_000

export interface OpenStream {
  readonly signal: AbortSignal
  /** It is being read. */
  readonly alive: () => void
  readonly close: () => void
}

interface Slot {
  readonly key: string
  readonly ending: AbortController
  aliveAt: number
}

const slots = new Set<Slot>()

/** Refused where a key, or everybody, has as many as there may be. */
export function openStream(key: string, ends: readonly AbortSignal[]): OpenStream {
  const now = performance.now()
  for (const slot of slots) if (now - slot.aliveAt > idleMilliseconds) end(slot)
  const own = [...slots].filter((slot) => slot.key === key).length
  if (own >= mostForKey || slots.size >= mostInAll) {
    throw tooManyStreams(
      { en: `At most ${mostForKey} for each key`, zh: `每个密钥最多 ${mostForKey} 个` },
      { most: mostForKey },
    )
  }
  const slot: Slot = { key, ending: new AbortController(), aliveAt: now }
  slots.add(slot)
  return {
    signal: AbortSignal.any([...ends, slot.ending.signal]),
    alive: () => {
      slot.aliveAt = performance.now()
    },
    close: () => end(slot),
  }
}

function end(slot: Slot): void {
  slots.delete(slot)
  slot.ending.abort()
}
