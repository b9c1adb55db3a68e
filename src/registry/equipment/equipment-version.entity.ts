import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf, reportedNumber } from '#db/columns.ts'
import { Equipment, equipmentLevels } from './equipment.entity.ts'

/** What was said of equipment that chains are judged by, from the moment it was recorded so. */
const EquipmentVersionSchema = defineEntity({
  name: 'EquipmentVersion',
  tableName: 'equipment_versions',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    level: oneOf(equipmentLevels),
    usedBy: oneOf(['value', 'class']).nullable(),
    driftAllowance: reportedNumber().nullable(),
    driftAllowanceUnit: p.text().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'equipment_versions_equipment_index', properties: ['equipment'] }],
  triggers: appendOnly('equipment_versions'),
})

export class EquipmentVersion extends EquipmentVersionSchema.class {}
EquipmentVersionSchema.setClass(EquipmentVersion)
