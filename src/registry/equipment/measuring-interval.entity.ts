import { defineEntity, p } from '@mikro-orm/core'
import { instant, reportedNumber } from '#db/columns.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Component } from './component.entity.ts'

/** VIM 4.7: the set of values a component can measure, with resolution and maximum permissible error (4.26). */
const MeasuringIntervalSchema = defineEntity({
  name: 'MeasuringInterval',
  tableName: 'measuring_intervals',
  properties: {
    id: p.uuid().primary(),
    component: () => p.manyToOne(Component).ref(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref(),
    lower: reportedNumber(),
    upper: reportedNumber(),
    unit: p.text(),
    resolution: reportedNumber().nullable(),
    maximumPermissibleError: reportedNumber().nullable(),
    accuracyClass: p.text().nullable(),
    recordedAt: instant(),
  },
  indexes: [{ name: 'measuring_intervals_component_index', properties: ['component'] }],
  checks: [
    { name: 'measuring_intervals_range_check', expression: 'lower <= upper' },
    { name: 'measuring_intervals_resolution_check', expression: 'resolution > 0' },
    { name: 'measuring_intervals_error_check', expression: 'maximum_permissible_error > 0' },
  ],
})

export class MeasuringInterval extends MeasuringIntervalSchema.class {}
MeasuringIntervalSchema.setClass(MeasuringInterval)
