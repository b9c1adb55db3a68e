import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { Person } from '../people/person.entity.ts'
import { contentNow } from '../certificates/content.queries.ts'
import { foreignKey, signContent } from '../signatures/sign-content.ts'
import { findingsOn } from '../traceability/findings.queries.ts'
import { dayOf, requireAuthorised } from './authorised-people.queries.ts'
import type { Calibration } from './calibration.entity.ts'
import { tell } from '../events/tell.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { refuseFailing } from './forbidding-rules.ts'
import { calibrationToMove } from './calibration-to-move.ts'

/** The signature of who performed the work is given by nobody else (21 CFR 11.100 (a)). */
function refuseForeignHand({ operator }: WholeCalibration, { person }: Actor): void {
  if (operator && operator.id !== person.id) throw foreignKey(person.code, operator.$.code)
}

/** Hands the work to review, signed by who performed it. A standard that was not admissible on the day stops it here, with the rule and the record. */
export async function submitCalibration(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number; readonly signer?: string | undefined },
  actor: Actor,
  now: Date,
): Promise<WholeCalibration> {
  const calibration = await calibrationToMove(em, asked, actor, ['evaluated', 'returned'])
  const operator = calibration.operator?.id ?? actor.person.id
  await requireAuthorised(em, operator, 'perform', dayOf(calibration.finishedAt), calibration)
  refuseForeignHand(calibration, actor)
  const findings = await findingsOn(em, calibration.id, now)

  refuseFailing(findings)

  const row: Calibration = calibration
  row.state = 'submitted'
  row.submittedBy = em.getReference(Person, actor.person.id, { wrapped: true })
  row.submittedAt = now
  const content = await contentNow(em, calibration)
  await signContent(em, { calibration, meaning: 'performed', content, signer: asked.signer }, actor, now)
  await em.flush()
  tell(em, 'calibration.submitted', { about: 'calibration', record: calibration.id })
  return calibration
}
