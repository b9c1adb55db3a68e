import type { EquipmentRestrictionRecord } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { EquipmentRestriction } from './equipment-restriction.entity.ts'

export const viewRestriction = (row: EquipmentRestriction): EquipmentRestrictionRecord =>
  withoutNulls({
    id: row.id,
    equipment: row.equipment.getEntity().code,
    component: row.component?.getEntity().code ?? null,
    measurandKind: row.measurandKind?.getEntity().code ?? null,
    range: rangeOf(row),
    parameters: row.parameters.length === 0 ? null : [...row.parameters],
    validFrom: row.validFrom,
    reason: row.reason,
    end: endOf(row),
    recordedBy: row.recordedBy.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
  })

const rangeOf = ({ lower, upper, unit }: EquipmentRestriction) =>
  lower == null || upper == null || unit == null ? null : { lower, upper, unit }

function endOf({ ends }: EquipmentRestriction) {
  const [end] = ends.getItems()
  if (!end) return null
  const { validTo, reason } = end
  const recordedBy = end.recordedBy.getEntity().code
  return { validTo, reason, recordedBy, recordedAt: end.recordedAt.toISOString() }
}
