import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationAssessment, CalibrationEntry } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { calibrationAnswer } from '../calibration-answer.queries.ts'
import { forbids } from '../forbidding-rules.ts'
import { logCalibration } from '../log-calibration.ts'

/** Carries the answer out of a transaction that shall leave nothing behind. */
class TakenBack extends Error {
  readonly assessment: CalibrationAssessment

  constructor(assessment: CalibrationAssessment) {
    super('An assessment is taken back')
    this.assessment = assessment
  }
}

/** The budgets and findings of a calibration as they would be if it were logged now; it is logged, and taken back. */
export async function assessCalibration(
  em: EntityManager,
  entry: CalibrationEntry,
  actor: Actor,
  now: Date,
): Promise<CalibrationAssessment> {
  try {
    return await em.transactional(async (tx) => {
      const { id } = await logCalibration(tx, entry, actor, now)
      tx.clear()
      const { results, findings, missing } = (await calibrationAnswer(tx, id, actor, now)).body
      throw new TakenBack({ results, findings, missing, mayBeSubmitted: !findings.some(forbids) })
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.assessment
    throw error
  }
}
