import type { UsageRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { Usage } from './usage.entity.ts'

export const viewUsage = (row: Usage): UsageRecord =>
  withoutNulls({
    id: row.id,
    equipment: row.equipment.getEntity().code,
    component: row.component.getEntity().code,
    measurandKind: row.measurandKind?.getEntity().code ?? null,
    point: row.point ?? null,
    job: row.job ?? null,
    product: row.product ?? null,
    batch: row.batch ?? null,
    usedAt: row.usedAt.toISOString(),
    operator: row.operator.getEntity().code,
    despite: row.despite ?? null,
    note: row.note ?? null,
    recordedBy: row.recordedBy.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
  })
