import { defineEntity, p } from '@mikro-orm/core'
import { document, instant, oneOf, reportedNumber, type LocalizedText } from '#db/columns.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { Component } from './component.entity.ts'

/** From the national standard down; `instrument` is equipment that is no measurement standard (VIM 5.1). */
export const equipmentLevels = [
  'national-standard',
  'public-standard',
  'enterprise-highest-standard',
  'working-standard',
  'transfer-standard',
  'instrument',
] as const
export type EquipmentLevel = (typeof equipmentLevels)[number]

export const equipmentStates = [
  'registered',
  'in-service',
  'limited-use',
  'quarantined',
  'under-repair',
  'retired',
  'lost',
] as const
export type EquipmentState = (typeof equipmentStates)[number]

const EquipmentSchema = defineEntity({
  name: 'Equipment',
  tableName: 'equipment',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    owner: () => p.manyToOne(Organization).ref(),
    name: document<LocalizedText | string>(),
    manufacturer: p.text(),
    model: p.text(),
    serialNumber: p.text(),
    firmware: p.text().nullable(),
    level: oneOf(equipmentLevels),
    /** 按等 by value or 按级 by class; only a standard is used so. */
    usedBy: oneOf(['value', 'class']).nullable(),
    calibrationIntervalMonths: p.integer().nullable(),
    /** By how much an assigned value may change between calibrations before its former uses are suspect. */
    driftAllowance: reportedNumber().nullable(),
    driftAllowanceUnit: p.text().nullable(),
    mandatoryVerification: p.boolean().default(false),
    location: p.text().nullable(),
    state: oneOf(equipmentStates).default('in-service'),
    recordedAt: instant(),
    version: p.integer().version(),
    components: () => p.oneToMany(Component).mappedBy('equipment'),
  },
  uniques: [
    { name: 'equipment_code_unique', properties: ['code'] },
    { name: 'equipment_identity_unique', properties: ['manufacturer', 'model', 'serialNumber'] },
  ],
  indexes: [
    { name: 'equipment_owner_index', properties: ['owner'] },
    { name: 'equipment_serial_number_index', properties: ['serialNumber'] },
  ],
  checks: [
    { name: 'equipment_interval_check', expression: 'calibration_interval_months > 0' },
    { name: 'equipment_drift_check', expression: 'drift_allowance > 0' },
    {
      name: 'equipment_drift_unit_check',
      expression: '(drift_allowance is null) = (drift_allowance_unit is null)',
    },
  ],
})

export class Equipment extends EquipmentSchema.class {}
EquipmentSchema.setClass(Equipment)
