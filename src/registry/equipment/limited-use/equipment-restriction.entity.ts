import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { civilDate, document, instant, reportedNumber } from '#db/columns.ts'
import type { StatedParameterRange } from '../../competences/competence-version.entity.ts'
import { MeasurandKind } from '../../measurand-kinds/measurand-kind.entity.ts'
import { Person } from '../../people/person.entity.ts'
import { Component } from '../component.entity.ts'
import { Equipment } from '../equipment.entity.ts'

/** Limited use (ISO/IEC 17025:2017, 6.4.9): where equipment may not be used, from a day on. Null: whatever it is. */
const EquipmentRestrictionSchema = defineEntity({
  name: 'EquipmentRestriction',
  tableName: 'equipment_restrictions',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    component: () => p.manyToOne(Component).ref().nullable().deleteRule('restrict'),
    measurandKind: () => p.manyToOne(MeasurandKind).ref().nullable().deleteRule('restrict'),
    lower: reportedNumber().nullable(),
    upper: reportedNumber().nullable(),
    unit: p.text().nullable(),
    parameters: document<readonly StatedParameterRange[]>(),
    validFrom: civilDate(),
    reason: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
    ends: () => p.oneToMany(EquipmentRestrictionEnd).mappedBy('restriction'),
  },
  indexes: [{ name: 'equipment_restrictions_equipment_index', properties: ['equipment', 'id'] }],
  checks: [
    { name: 'equipment_restrictions_range_check', expression: 'lower <= upper' },
    {
      name: 'equipment_restrictions_stated_check',
      expression:
        '(lower is null) = (upper is null) and (lower is null) = (unit is null) and (lower is null or measurand_kind_id is not null)',
    },
  ],
  triggers: appendOnly('equipment_restrictions'),
})

export class EquipmentRestriction extends EquipmentRestrictionSchema.class {}
EquipmentRestrictionSchema.setClass(EquipmentRestriction)

/** Its last day, and why it holds no longer. */
const EquipmentRestrictionEndSchema = defineEntity({
  name: 'EquipmentRestrictionEnd',
  tableName: 'equipment_restriction_ends',
  properties: {
    id: p.uuid().primary(),
    restriction: () => p.manyToOne(EquipmentRestriction).ref(),
    validTo: civilDate(),
    reason: p.text(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  uniques: [{ name: 'equipment_restriction_ends_restriction_unique', properties: ['restriction'] }],
  triggers: appendOnly('equipment_restriction_ends'),
})

export class EquipmentRestrictionEnd extends EquipmentRestrictionEndSchema.class {}
EquipmentRestrictionEndSchema.setClass(EquipmentRestrictionEnd)
