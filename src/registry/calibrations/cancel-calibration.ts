import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import type { WholeCalibration } from './calibration.queries.ts'
import { calibrationToMove } from './calibration-to-move.ts'

/** Gives a calibration up before it is issued; the record stays, with the reason in the audit trail. */
export async function cancelCalibration(
  em: EntityManager,
  asked: { readonly id: string; readonly seenVersion: number },
  actor: Actor,
): Promise<WholeCalibration> {
  const calibration = await calibrationToMove(em, asked, actor, [
    'evaluated',
    'submitted',
    'reviewed',
    'returned',
  ])
  calibration.state = 'cancelled'
  await em.flush()
  return calibration
}
