import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { instant, oneOf } from '#db/columns.ts'
import { Person } from '../people/person.entity.ts'
import { Component } from './component.entity.ts'
import { Equipment } from './equipment.entity.ts'

/** Calibration and verification are no events here: they are calibrations, with results of their own. */
export const eventKinds = [
  'intermediate-check',
  'adjustment',
  'repair',
  'firmware-change',
  'overload',
  'transport',
  'quarantine',
  'release',
] as const
export type EventKind = (typeof eventKinds)[number]

const EquipmentEventSchema = defineEntity({
  name: 'EquipmentEvent',
  tableName: 'equipment_events',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    component: () => p.manyToOne(Component).ref().nullable().deleteRule('restrict'),
    kind: oneOf(eventKinds),
    outcome: oneOf(['passed', 'failed']).nullable(),
    occurredAt: instant(),
    detail: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'equipment_events_equipment_index', properties: ['equipment', 'occurredAt'] }],
  checks: [
    {
      name: 'equipment_events_outcome_kind_check',
      expression: `(kind = 'intermediate-check') = (outcome is not null)`,
    },
  ],
  triggers: appendOnly('equipment_events'),
})

export class EquipmentEvent extends EquipmentEventSchema.class {}
EquipmentEventSchema.setClass(EquipmentEvent)
