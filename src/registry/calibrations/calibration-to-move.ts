import type { EntityManager } from '@mikro-orm/postgresql'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import type { CalibrationState } from './calibration.entity.ts'
import { calibrationHeld, type WholeCalibration } from './calibration.queries.ts'
import { wrongState } from './calibration.refusals.ts'

/** The calibration as the client saw it, in a state from which it may be moved, by somebody of its laboratory. */
export async function calibrationToMove(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number },
  actor: Actor,
  states: readonly CalibrationState[],
): Promise<WholeCalibration> {
  const { calibration, version } = await calibrationHeld(em, asked.id, actor)
  if (version !== asked.seenVersion) throw olderVersion(`The calibration is at version ${version}`)
  if (states.includes(calibration.state)) return calibration
  throw wrongState(
    {
      en: `It is ${calibration.state}; this needs one that is ${states.join(' or ')}`,
      zh: `当前状态为 ${calibration.state}，此操作要求 ${states.join(' 或 ')}`,
    },
    { state: calibration.state },
  )
}
