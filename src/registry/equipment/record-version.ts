import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { EquipmentVersion } from './equipment-version.entity.ts'
import type { Equipment } from './equipment.entity.ts'

/** Kept beside the equipment: what is said of it anew changes no answer for an earlier moment. */
export function recordVersion(em: EntityManager, equipment: Equipment, now: Date): void {
  em.create(EquipmentVersion, { id: v7(), equipment, ...judgedBy(equipment), recordedAt: now })
}

const judgedBy = ({ level, usedBy, driftAllowance, driftAllowanceUnit }: Equipment) => ({
  level,
  usedBy: usedBy ?? null,
  driftAllowance: driftAllowance ?? null,
  driftAllowanceUnit: driftAllowanceUnit ?? null,
})
