import type { EntityManager } from '@mikro-orm/postgresql'
import { appendStatements, type Saying } from './append-statement.ts'

/** What is going to be said by transactions that are under way; gone with them. */
const unsaid = new WeakMap<EntityManager, Saying[]>()

/**
 * Says something in the log when the act is done, with the line in the audit trail. Whoever appends makes all others wait until
 * the transaction ends: what this act still has to read would lengthen the queue. If it were forgotten, nothing is committed.
 */
export function say(em: EntityManager, saying: Saying): void {
  unsaid.set(em, [...(unsaid.get(em) ?? []), saying])
}

/** The last but the audit trail: what was said in this transaction is entered in the order in which it was said. */
export async function enterSaid(em: EntityManager): Promise<void> {
  const sayings = unsaid.get(em)
  if (!sayings) return
  unsaid.delete(em)
  await appendStatements(em, sayings)
}
