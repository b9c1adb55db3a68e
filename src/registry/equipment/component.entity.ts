import { defineEntity, p } from '@mikro-orm/core'
import { instant } from '#db/columns.ts'
import { Equipment } from './equipment.entity.ts'
import { MeasuringInterval } from './measuring-interval.entity.ts'

/** What is calibrated by itself: a channel, a probe, a block of a set. Every equipment has at least `main`. */
const ComponentSchema = defineEntity({
  name: 'Component',
  tableName: 'equipment_components',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    code: p.text(),
    name: p.text().nullable(),
    recordedAt: instant(),
    intervals: () => p.oneToMany(MeasuringInterval).mappedBy('component'),
  },
  uniques: [{ name: 'equipment_components_code_unique', properties: ['equipment', 'code'] }],
})

export class Component extends ComponentSchema.class {}
ComponentSchema.setClass(Component)
