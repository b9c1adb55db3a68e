import type { MeasurandKindRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { MeasurandKind } from './measurand-kind.entity.ts'

export const viewMeasurandKind = (row: MeasurandKind): MeasurandKindRecord =>
  withoutNulls({
    id: row.id,
    code: row.code,
    name: row.name,
    quantityKind: row.quantityKind,
    taxon: row.taxon ?? null,
    unit: row.unit,
    parameters: row.parameters,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })
