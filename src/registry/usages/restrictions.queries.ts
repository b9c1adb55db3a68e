import type { EntityManager } from '@mikro-orm/postgresql'
import type { RestrictionRecord } from '#metrology/traceability/equipment-statements.ts'
import { EquipmentRestriction } from '../equipment/limited-use/equipment-restriction.entity.ts'
import { restrictionRecord } from '../traceability/equipment-records.ts'

/** Where equipment may not be used, as the rules of traceability read it. */
export async function restrictionRecordsOf(
  em: EntityManager,
  equipment: string,
): Promise<readonly RestrictionRecord[]> {
  const rows = await em.find(
    EquipmentRestriction,
    { equipment },
    { populate: ['component', 'measurandKind', 'ends'] },
  )
  return rows.map((row) => {
    const [end] = row.ends.getItems()
    return restrictionRecord({
      id: row.id,
      equipment,
      component: row.component?.getEntity().code ?? null,
      measurandKind: row.measurandKind?.getEntity().code ?? null,
      lower: row.lower ?? null,
      upper: row.upper ?? null,
      unit: row.unit ?? null,
      parameters: row.parameters,
      validFrom: row.validFrom,
      reason: row.reason,
      recordedAt: row.recordedAt.toISOString(),
      validTo: end?.validTo ?? null,
      endRecordedAt: end?.recordedAt.toISOString() ?? null,
    })
  })
}
