import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationFinding } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { Person } from '../people/person.entity.ts'
import { findingsOn } from '../traceability/findings.queries.ts'
import { dayOf, requireAuthorised } from './authorised-people.queries.ts'
import type { Calibration } from './calibration.entity.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { ruleFails } from './calibration.refusals.ts'
import { calibrationToMove } from './revise-calibration.ts'

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

/**
 * Rules that hold whatever the policy: the state and validity of every standard on the day of its use, kind, point,
 * stated uncertainty, consistency and order. Who is competent for what is a question of policy and does not stop the work.
 */
const forbidding = new Set(['R02', 'R03', 'R04', 'R05', 'R06', 'R09', 'R12', 'R14'])

/** A stated U below the capability is refused as well (ILAC-P14:09/2020, 5.4). */
export function refuseFailing(findings: readonly CalibrationFinding[]): void {
  const failing = findings.filter(
    ({ outcome, code, reason }) =>
      (outcome === 'fail' && forbidding.has(code)) || (code === 'R11' && reason === 'below-capability'),
  )
  const first = failing[0]
  if (!first) return
  throw ruleFails(
    first.message,
    {},
    {
      rule: first.code,
      errors: failing.map(({ code, reason, message, result }) => ({
        pointer: result === undefined ? '' : `/results/${result}`,
        code: `${code}.${reason}`,
        detail: message,
      })),
    },
  )
}
