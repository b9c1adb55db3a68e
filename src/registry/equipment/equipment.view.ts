import type {
  EquipmentComponent,
  EquipmentEventRecord,
  EquipmentRecord,
  MeasuringInterval as MeasuringIntervalStated,
} from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import type { Component } from './component.entity.ts'
import type { EquipmentEvent } from './equipment-event.entity.ts'
import type { Equipment } from './equipment.entity.ts'
import type { MeasuringInterval } from './measuring-interval.entity.ts'

export const viewEquipment = (row: Equipment): EquipmentRecord =>
  withoutNulls({
    id: row.id,
    code: row.code,
    owner: row.owner.getEntity().code,
    name: row.name,
    manufacturer: row.manufacturer,
    model: row.model,
    serialNumber: row.serialNumber,
    firmware: row.firmware ?? null,
    level: row.level,
    usedBy: row.usedBy ?? null,
    calibrationIntervalMonths: row.calibrationIntervalMonths ?? null,
    driftAllowance: driftAllowanceOf(row),
    mandatoryVerification: row.mandatoryVerification,
    location: row.location ?? null,
    state: row.state,
    components: row.components.getItems().toSorted(asRecorded).map(viewComponent),
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  })

const driftAllowanceOf = ({ driftAllowance: value, driftAllowanceUnit: unit }: Equipment) =>
  value == null || unit == null ? null : { value, unit }

/** Identifiers grow with time (RFC 9562, 5.7). */
const asRecorded = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const viewComponent = (row: Component): EquipmentComponent =>
  withoutNulls({
    code: row.code,
    name: row.name ?? null,
    intervals: row.intervals.getItems().toSorted(asRecorded).map(viewInterval),
  })

const viewInterval = (row: MeasuringInterval): MeasuringIntervalStated =>
  withoutNulls({
    measurandKind: row.measurandKind.getEntity().code,
    range: { lower: row.lower, upper: row.upper, unit: row.unit },
    resolution: row.resolution ?? null,
    maximumPermissibleError: row.maximumPermissibleError ?? null,
    accuracyClass: row.accuracyClass ?? null,
  })

export const viewEvent = (row: EquipmentEvent): EquipmentEventRecord =>
  withoutNulls({
    id: row.id,
    equipment: row.equipment.getEntity().code,
    kind: row.kind,
    component: row.component?.getEntity().code ?? null,
    occurredAt: row.occurredAt.toISOString(),
    outcome: row.outcome ?? null,
    detail: row.detail,
    recordedBy: row.recordedBy.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
  })
