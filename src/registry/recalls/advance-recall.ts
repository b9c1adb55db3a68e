import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { Actor } from '#http/actor.ts'
import { tell } from '../events/tell.ts'
import { Person } from '../people/person.entity.ts'
import { writeNotices } from './notices.queries.ts'
import { RecallEvent, type RecallEventKind } from './recall-event.entity.ts'
import type { Recall, RecallState } from './recall.entity.ts'
import { progressOf } from './recall.queries.ts'

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
}

export function recordRecallEvent(
  em: EntityManager,
  recall: Recall,
  { kind, reason, actor, now }: Acting & { readonly kind: RecallEventKind; readonly reason?: string },
): void {
  em.create(RecallEvent, {
    id: v7(),
    recall,
    kind,
    reason: reason ?? null,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  if (kind === 'opened' || kind === 'reopened' || kind === 'closed') {
    const more = reason === undefined ? {} : { cause: reason }
    tell(em, `recall.${kind}`, { about: 'recall', record: recall.id, more })
  }
}

/** The recall in another state; its version goes on whatever has changed of it. */
export async function moveRecall(
  em: EntityManager,
  recall: Recall,
  to: { readonly state: RecallState; readonly undecided?: number },
): Promise<void> {
  await em.flush()
  await em.execute('update recalls set state = ?, undecided = ?, version = version + 1 where id = ?', [
    to.state,
    to.undecided ?? recall.undecided,
    recall.id,
  ])
  await em.refresh(recall)
}

/**
 * After a decision: when the last item has been decided every owner is told, in the same transaction; whoever is concerned by
 * a decision after that is told again.
 */
export async function afterDecision(
  em: EntityManager,
  recall: Recall,
  concerned: readonly string[],
  acting: Acting,
): Promise<void> {
  const { undecided, owners } = await progressOf(em, recall)
  if (undecided > 0) return moveRecall(em, recall, { state: 'scoped', undecided })
  if (recall.state === 'scoped') recordRecallEvent(em, recall, { ...acting, kind: 'assessed' })
  const notices = await writeNotices(em, recall, owners === 0 ? undefined : concerned, acting.now)
  for (const { id } of notices) tell(em, 'recall.notice', { about: 'notice', record: id })
  recordRecallEvent(em, recall, { ...acting, kind: 'notified' })
  return moveRecall(em, recall, { state: 'notified', undecided })
}
