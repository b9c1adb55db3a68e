import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, instant } from '#db/columns.ts'
import { Equipment } from './equipment.entity.ts'

/**
 * The owner's calibration programme as it stood from a day on (ISO/IEC 17025:2017, 6.4.7). Kept beside the equipment, so
 * that a new interval does not change what was due before it was decided.
 */
const EquipmentProgrammeSchema = defineEntity({
  name: 'EquipmentProgramme',
  tableName: 'equipment_programmes',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    /** Null: no interval, the owner does not send the item to calibration by the calendar. */
    intervalMonths: p.integer().nullable(),
    /** Null: from the beginning. */
    effectiveFrom: civilDate().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'equipment_programmes_equipment_index', properties: ['equipment'] }],
  checks: [{ name: 'equipment_programmes_interval_check', expression: 'interval_months > 0' }],
  triggers: appendOnly('equipment_programmes'),
})

export class EquipmentProgramme extends EquipmentProgrammeSchema.class {}
EquipmentProgrammeSchema.setClass(EquipmentProgramme)
