import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CompetenceStatusEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { advance } from './change-scope.ts'
import { CompetenceStatus } from './competence-status.entity.ts'
import type { Competence } from './competence.entity.ts'

/** Suspended, withdrawn or active again, from a day on; recorded late it still counts from that day. */
export async function changeStatus(
  em: EntityManager,
  asked: { competence: Competence; stated: CompetenceStatusEntry; seenVersion: number },
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const { competence, stated, seenVersion } = asked
  requireOwn(actor, competence.organization.id)
  await em.lock(competence, LockMode.OPTIMISTIC, seenVersion)

  const { status, effectiveFrom, reason } = stated
  em.create(CompetenceStatus, { id: v7(), competence, status, effectiveFrom, reason, recordedAt: now })
  await advance(em, competence, seenVersion)
}
