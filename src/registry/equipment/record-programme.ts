import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { EquipmentProgramme } from './equipment-programme.entity.ts'
import type { Equipment } from './equipment.entity.ts'

/** The first programme holds from the beginning; a later one from the day on which it was recorded. */
export function recordProgramme(em: EntityManager, equipment: Equipment, now: Date, isFirst: boolean): void {
  em.create(EquipmentProgramme, {
    id: v7(),
    equipment,
    intervalMonths: equipment.calibrationIntervalMonths ?? null,
    effectiveFrom: isFirst ? null : now.toISOString().slice(0, 10),
    recordedAt: now,
  })
}
