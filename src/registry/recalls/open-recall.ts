import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { RecallEntry } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import { at, Refusal } from '#refusal.ts'
import type { Impacted } from '../impact/evaluate-downstream.ts'
import { followDownstream } from '../impact/follow-downstream.ts'
import { viewImpacted } from '../impact/impact.view.ts'
import { understandInquiry, type Asking } from '../impact/understand-inquiry.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { requireEitherOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { recordRecallEvent } from './advance-recall.ts'
import { freeze, summaryOfFrozen, type FrozenItem } from './recall-items.queries.ts'
import { nothingAffected, recallCodeTaken } from './recall.refusals.ts'
import { Recall } from './recall.entity.ts'
import { organizationsOf } from './standing.queries.ts'

const nothingYet = { results: 0, certificates: 0, equipment: 0, organizations: 0, decisionsFlipped: 0 }

/**
 * Opens a recall from an impact and freezes its set: which results are concerned, and what they were and would be, stays as
 * it is known now (ISO/IEC 17025:2017, 7.10.1 c). Results that are issued later have been issued knowing of it.
 */
export async function openRecall(em: EntityManager, stated: RecallEntry, asking: Asking): Promise<Recall> {
  const { actor, now, signal } = asking
  const inquiry = await understandInquiry(em, stated.impact, asking).catch(toldWithinImpact)
  const [first, ...others] = await organizationsOf(em, stated.impact.subject)
  if (first !== undefined) requireEitherOwn(actor, [first, ...others], '/impact/subject')

  const recall = em.create(Recall, {
    id: v7(),
    code: stated.code,
    organization: em.getReference(Organization, actor.organization.id),
    cause: stated.cause,
    impact: stated.impact,
    summary: nothingYet,
    state: 'scoped',
    undecided: 0,
    recordedBy: em.getReference(Person, actor.person.id),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ recalls_code_unique: recallCodeTaken }))

  for await (const batch of followDownstream(em, inquiry, signal)) {
    await freeze(em, recall, batch.map(frozen))
  }
  const summary = await summaryOfFrozen(em, recall)
  if (summary.results === 0)
    throw nothingAffected(nothingAffected.definition.title, {}, { pointer: '/impact' })
  // The first version is the one with its set.
  await em.execute('update recalls set summary = ?::jsonb, undecided = ? where id = ?', [
    JSON.stringify(summary),
    summary.results,
    recall.id,
  ])
  recordRecallEvent(em, recall, { kind: 'opened', actor, now })
  recordRecallEvent(em, recall, { kind: 'scoped', actor, now })
  await em.flush()
  await em.refresh(recall)
  return recall
}

/** The impact is a member of the message here, and not the whole of it. */
const toldWithinImpact = (error: unknown): never => {
  throw error instanceof Refusal ? at('/impact', error) : error
}

function frozen(impacted: Impacted): FrozenItem {
  const { before, after, flipped } = viewImpacted(impacted)
  const { row, depth, lost } = impacted
  return {
    id: v7(),
    result: row.id,
    certificate: row.certificateId,
    issuer: row.issuerId,
    owner: row.ownerId,
    depth,
    before,
    after,
    flipped,
    lost,
  }
}
