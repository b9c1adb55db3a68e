import { defineEntity, p } from '@mikro-orm/core'
import { appendOnly } from '#db/append-only.ts'
import { document, instant } from '#db/columns.ts'
import type { StatedQuantity } from '../calibrations/calibration-result.entity.ts'
import { Component } from '../equipment/component.entity.ts'
import { Equipment } from '../equipment/equipment.entity.ts'
import { MeasurandKind } from '../measurand-kinds/measurand-kind.entity.ts'
import { Person } from '../people/person.entity.ts'

/** The point at which it was used. */
export interface PointUsed {
  readonly nominal: StatedQuantity
  readonly parameters?: Readonly<Record<string, StatedQuantity>>
}

/** One use of equipment for a job, a product or a batch: where its results have gone (去向可追). */
const UsageSchema = defineEntity({
  name: 'Usage',
  tableName: 'usages',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).ref(),
    component: () => p.manyToOne(Component).ref(),
    measurandKind: () => p.manyToOne(MeasurandKind).ref().nullable().deleteRule('restrict'),
    point: document<PointUsed>().nullable(),
    job: p.text().nullable(),
    product: p.text().nullable(),
    batch: p.text().nullable(),
    usedAt: instant(),
    operator: () => p.manyToOne(Person).ref(),
    /** Why it was used although it was overdue or in quarantine. */
    despite: p.text().nullable(),
    note: p.text().nullable(),
    recordedBy: () => p.manyToOne(Person).ref(),
    recordedAt: instant(),
  },
  indexes: [
    { name: 'usages_equipment_index', properties: ['equipment', 'usedAt', 'id'] },
    { name: 'usages_time_index', properties: ['usedAt', 'id'] },
    { name: 'usages_product_index', properties: ['product', 'usedAt'] },
    { name: 'usages_batch_index', properties: ['batch', 'usedAt'] },
  ],
  checks: [
    { name: 'usages_purpose_check', expression: 'num_nonnulls(job, product, batch) > 0' },
    { name: 'usages_point_check', expression: 'point is null or measurand_kind_id is not null' },
  ],
  triggers: appendOnly('usages'),
})

export class Usage extends UsageSchema.class {}
UsageSchema.setClass(Usage)
