import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { Person } from '../people/person.entity.ts'
import { findingsOn } from '../traceability/findings.queries.ts'
import { dayOf, requireAuthorised } from './authorised-people.queries.ts'
import type { Calibration } from './calibration.entity.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { refuseFailing } from './forbidding-rules.ts'
import { calibrationToMove } from './calibration-to-move.ts'

/** Hands the work to review. A standard that was not admissible on the day stops it here, with the rule and the record. */
export async function submitCalibration(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number },
  actor: Actor,
  now: Date,
): Promise<WholeCalibration> {
  const calibration = await calibrationToMove(em, asked, actor, ['evaluated', 'returned'])
  const operator = calibration.operator?.id ?? actor.person.id
  await requireAuthorised(em, operator, 'perform', dayOf(calibration.finishedAt), calibration)
  const findings = await findingsOn(em, calibration.id, now)

  refuseFailing(findings)

  const row: Calibration = calibration
  row.state = 'submitted'
  row.submittedBy = em.getReference(Person, actor.person.id, { wrapped: true })
  row.submittedAt = now
  await em.flush()
  return calibration
}
