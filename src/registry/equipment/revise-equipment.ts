import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import type { EquipmentRevision } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { requireOwn } from '../people/may.ts'
import { equipmentMembers } from './state-equipment.ts'
import type { Equipment } from './equipment.entity.ts'
import { requireReachable } from './move-state.ts'
import { recordProgramme } from './record-programme.ts'
import { recordVersion } from './record-version.ts'
import { refuseTakenIdentity } from './register-equipment.ts'

/** The owner, the firmware and the components stay: they change by acts of their own. */
export async function reviseEquipment(
  em: EntityManager,
  asked: { equipment: Equipment; stated: EquipmentRevision; seenVersion: number; actor: Actor },
  now: Date,
): Promise<Equipment> {
  const { equipment, stated, seenVersion, actor } = asked
  requireOwn(actor, equipment.owner.id)
  await em.lock(equipment, LockMode.OPTIMISTIC, seenVersion)
  requireReachable(equipment.state, stated.state)
  const members = equipmentMembers(stated)
  await refuseTakenIdentity(em, stated, equipment.id)

  const former = equipment.calibrationIntervalMonths
  Object.assign(equipment, members, { state: stated.state })
  if (equipment.calibrationIntervalMonths !== former) recordProgramme(em, equipment, now, false)
  recordVersion(em, equipment, now)
  await em.flush()
  return equipment
}
