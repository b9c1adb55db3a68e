import type { EntityManager } from '@mikro-orm/postgresql'
import type { EventData, EventKind } from '#contract/types.ts'
import { enterEvents, type Telling } from './enter.queries.ts'

/** What is going to be told by transactions that are under way; gone with them. */
const untold = new WeakMap<EntityManager, Telling[]>()

/** Which record an event is about: its names and its parties are read from it when the act is done. */
export interface About {
  readonly about: Telling['about']
  readonly record: string
  /** What the record does not say itself. */
  readonly more?: EventData
}

/** Tells the parties of a record that something happened to it, in the transaction in which it did. */
export function tell(em: EntityManager, kind: EventKind, { about, record, more = {} }: About): void {
  untold.set(em, [...(untold.get(em) ?? []), { kind, about, record, more }])
}

/**
 * The very last of an act, when its line in the audit trail is written: writers of the trail queue until they commit, so
 * positions are committed in their order, and nobody who reads after one can miss a smaller one that comes late.
 */
export async function enterTold(em: EntityManager, at: Date): Promise<void> {
  const tellings = untold.get(em)
  if (!tellings) return
  untold.delete(em)
  await enterEvents(em, tellings, at)
}
