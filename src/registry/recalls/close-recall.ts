import type { EntityManager } from '@mikro-orm/postgresql'
import { olderVersion } from '#db/refused-by.ts'
import { requireOwn } from '../people/may.ts'
import { moveRecall, recordRecallEvent, type Acting } from './advance-recall.ts'
import type { Recall } from './recall.entity.ts'
import { recallHeld } from './recall.queries.ts'
import { itemsUndecided, recallClosed, recallNotClosed } from './recall.refusals.ts'

interface Asked {
  readonly id: string
  readonly seenVersion: number
}

async function recallToMove(
  em: EntityManager,
  { id, seenVersion }: Asked,
  { actor }: Acting,
): Promise<Recall> {
  const recall = await recallHeld(em, id, actor)
  requireOwn(actor, recall.organization.id)
  if (recall.version !== seenVersion) throw olderVersion(`The recall is at version ${recall.version}`)
  return recall
}

/** Closed is a recall of which every item has a disposition. */
export async function closeRecall(em: EntityManager, asked: Asked, acting: Acting): Promise<Recall> {
  const recall = await recallToMove(em, asked, acting)
  if (recall.state === 'closed') throw recallClosed(recallClosed.definition.title)
  const { undecided } = recall
  if (undecided > 0) {
    throw itemsUndecided(
      { en: `${undecided} items have none`, zh: `尚有 ${undecided} 个项目未处置` },
      { undecided },
    )
  }
  recordRecallEvent(em, recall, { ...acting, kind: 'closed' })
  await moveRecall(em, recall, { state: 'closed' })
  return recall
}

/** Its set stays frozen; what was decided can be decided anew. */
export async function reopenRecall(
  em: EntityManager,
  asked: Asked & { readonly reason: string },
  acting: Acting,
): Promise<Recall> {
  const recall = await recallToMove(em, asked, acting)
  if (recall.state !== 'closed') {
    throw recallNotClosed(
      { en: `It is ${recall.state}`, zh: `当前状态为 ${recall.state}` },
      { state: recall.state },
    )
  }
  recordRecallEvent(em, recall, { ...acting, kind: 'reopened', reason: asked.reason })
  await moveRecall(em, recall, { state: 'scoped' })
  return recall
}
