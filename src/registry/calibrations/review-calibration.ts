import type { EntityManager } from '@mikro-orm/postgresql'
import type { ReviewDecision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { contentNow } from '../certificates/content.queries.ts'
import { Person } from '../people/person.entity.ts'
import { requireSigned, signContent } from '../signatures/sign-content.ts'
import { dayOf, enteredBy, requireAuthorised } from './authorised-people.queries.ts'
import type { Calibration } from './calibration.entity.ts'
import { tell } from '../events/tell.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { fourEyes } from './calibration.refusals.ts'
import { calibrationToMove } from './calibration-to-move.ts'

/** A second person approves the work, or returns it with a reason (ISO/IEC 17025:2017, 7.8.1.1). */
export async function reviewCalibration(
  em: EntityManager,
  asked: {
    readonly id: string
    readonly seenVersion: number
    readonly decision: ReviewDecision
    readonly signer?: string | undefined
  },
  actor: Actor,
  now: Date,
): Promise<WholeCalibration> {
  const approved = asked.decision.decision === 'approve'
  // What was reviewed may still be returned: by then a name on it may have changed.
  const states = approved ? (['submitted'] as const) : (['submitted', 'reviewed'] as const)
  const calibration = await calibrationToMove(em, asked, actor, states)
  await refuseOwnWork(em, calibration, actor)
  await requireAuthorised(em, actor.person.id, 'review', dayOf(now), calibration)

  if (approved) await signReview(em, calibration, asked.signer, actor, now)

  const row: Calibration = calibration
  row.state = approved ? 'reviewed' : 'returned'
  row.reviewedBy = em.getReference(Person, actor.person.id, { wrapped: true })
  row.reviewedAt = now
  row.reviewReason = asked.decision.reason ?? null
  await em.flush()
  if (!approved) {
    const cause = asked.decision.reason
    const more = cause === undefined ? {} : { cause }
    tell(em, 'calibration.returned', { about: 'calibration', record: calibration.id, more })
  }
  return calibration
}

/** The reviewer signs exactly what was performed. */
async function signReview(
  em: EntityManager,
  calibration: WholeCalibration,
  signer: string | undefined,
  actor: Actor,
  now: Date,
): Promise<void> {
  const content = await contentNow(em, calibration)
  await requireSigned(em, calibration, content, ['performed'])
  await signContent(em, { calibration, meaning: 'reviewed', content, signer }, actor, now)
}

/** Neither who did the work nor who entered it may judge it. */
async function refuseOwnWork(em: EntityManager, calibration: WholeCalibration, actor: Actor): Promise<void> {
  const { operator, submittedBy } = calibration
  const own = [operator?.id, submittedBy?.id, ...(await enteredBy(em, calibration))]
  if (!own.includes(actor.person.id)) return
  throw fourEyes(
    { en: `${actor.person.code} did or entered this work`, zh: `${actor.person.code} 执行或录入了该工作` },
    { person: actor.person.code },
  )
}
