import type { EntityManager } from '@mikro-orm/postgresql'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'
import type { CalibrationState } from './calibration.entity.ts'
import { findCalibration, type WholeCalibration } from './calibration.queries.ts'
import { unknownCalibration, wrongState } from './calibration.refusals.ts'

/** The calibration as it stands, for whoever may see it. */
export async function calibrationSeen(
  em: EntityManager,
  id: string,
  actor: Actor,
): Promise<WholeCalibration> {
  const calibration = await findCalibration(em, id)
  const isVisible =
    calibration && (isAdministrator(actor) || calibration.laboratory.id === actor.organization.id)
  // A stranger's calibration and one that does not exist are answered alike.
  if (!isVisible) throw unknownCalibration({ en: `None is ${id}`, zh: `没有 ${id}` })
  return calibration
}

/** The calibration as the client saw it, in a state from which it may be moved, by somebody of its laboratory. */
export async function calibrationToMove(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number },
  actor: Actor,
  states: readonly CalibrationState[],
): Promise<WholeCalibration> {
  const calibration = await calibrationSeen(em, asked.id, actor)
  if (calibration.version !== asked.seenVersion) {
    throw olderVersion(`The calibration is at version ${calibration.version}`)
  }
  if (states.includes(calibration.state)) return calibration
  throw wrongState(
    {
      en: `It is ${calibration.state}; this needs one that is ${states.join(' or ')}`,
      zh: `当前状态为 ${calibration.state}，此操作要求 ${states.join(' 或 ')}`,
    },
    { state: calibration.state },
  )
}
