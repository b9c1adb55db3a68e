import type { EntityManager } from '@mikro-orm/postgresql'
import { moveRecall, recordRecallEvent, type Acting } from './advance-recall.ts'
import { acknowledgeAll } from './notices.queries.ts'
import type { Recall } from './recall.entity.ts'
import { partyOf, progressOf, recallHeld } from './recall.queries.ts'
import { nothingToAcknowledge } from './recall.refusals.ts'

/**
 * Somebody of an owner takes note of what the owner has been told; an administrator writes down what was said otherwise, for
 * all of them. With the last owner the recall is acknowledged.
 */
export async function acknowledgeRecall(
  em: EntityManager,
  { id, remark }: { readonly id: string; readonly remark: string | undefined },
  acting: Acting,
): Promise<Recall> {
  const { actor, now } = acting
  const recall = await recallHeld(em, id, actor)
  const by = { organization: partyOf(actor), person: actor.person.id, remark }
  if ((await acknowledgeAll(em, recall, by, now)) === 0) {
    throw nothingToAcknowledge(nothingToAcknowledge.definition.title)
  }
  const { owners, acknowledged } = await progressOf(em, recall)
  const isComplete = recall.state === 'notified' && owners === acknowledged
  if (isComplete) recordRecallEvent(em, recall, { ...acting, kind: 'acknowledged' })
  await moveRecall(em, recall, { state: isComplete ? 'acknowledged' : recall.state })
  return recall
}
