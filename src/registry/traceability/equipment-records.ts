import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type {
  ClassRecord,
  DriftAllowance,
  EquipmentStatement,
  RestrictionRecord,
} from '#metrology/traceability/equipment-statements.ts'
import type { EquipmentRecord } from '#metrology/traceability/records.ts'
import type { ChainRows, ClassRow, EquipmentRow, EquipmentVersionRow, RestrictionRow } from './chain-rows.ts'
import { figuresIn } from './coherent-figures.ts'

export function equipmentRecords(rows: ChainRows): EquipmentRecord[] {
  const classes = Map.groupBy(rows.classes, ({ equipment }) => equipment)
  const restrictions = Map.groupBy(rows.restrictions, ({ equipment }) => equipment)
  const events = Map.groupBy(rows.equipmentEvents, ({ equipment }) => equipment)
  return rows.equipment.map((row) => {
    const kinds = kindsMeasured(row, rows)
    return {
      id: row.id,
      code: row.code,
      ownerId: row.owner,
      ...statementOf(row, kinds),
      ...(row.versions && {
        versions: row.versions.map((one) => ({
          ...statementOf(one, kinds),
          recordedAt: new Date(one.recordedAt),
        })),
      }),
      classes: (classes.get(row.id) ?? []).map(classRecord),
      restrictions: (restrictions.get(row.id) ?? []).map(restrictionRecord),
      components: row.components,
      programmes: row.programmes.map((one) => ({
        intervalMonths: one.intervalMonths ?? undefined,
        from: one.from ?? undefined,
        recordedAt: new Date(one.recordedAt),
      })),
      events: (events.get(row.id) ?? []).map((event) => ({
        id: event.id,
        kind: event.kind,
        component: event.component ?? undefined,
        occurredAt: new Date(event.occurredAt),
        outcome: event.outcome ?? undefined,
        recordedAt: new Date(event.recordedAt),
      })),
    }
  })
}

/** Every member, so that a later statement takes away what it no longer says. */
const statementOf = (row: Omit<EquipmentVersionRow, 'recordedAt'>, kinds: Kinds): EquipmentStatement => ({
  level: row.level,
  usedBy: row.usedBy ?? undefined,
  driftAllowance: driftAllowances(row, kinds),
})

/** What an item was calibrated for, with a unit in which it is stated. */
type Kinds = ReadonlyMap<string, string>

function kindsMeasured({ id }: EquipmentRow, rows: ChainRows): Kinds {
  const own = rows.calibrations.filter(({ equipment }) => equipment === id)
  const calibrations = new Set(own.map((one) => one.id))
  const results = rows.results.filter(({ calibration }) => calibrations.has(calibration))
  return new Map(results.map(({ kind, unit }) => [kind, unit]))
}

/**
 * The allowance holds for every kind in whose unit it can be stated; an allowance in µV/V or % is a fraction of the value,
 * except where the kind itself is a ratio.
 */
function driftAllowances(
  { driftAllowance, driftAllowanceUnit }: Pick<EquipmentVersionRow, 'driftAllowance' | 'driftAllowanceUnit'>,
  kinds: Kinds,
): EquipmentStatement['driftAllowance'] {
  if (driftAllowance === null || driftAllowanceUnit === null) return undefined
  const unit = parseUnit(driftAllowanceUnit)
  const value = toNumber(driftAllowance) * figuresIn(driftAllowanceUnit).unitSize
  const isRatio = sameDimension(unit, parseUnit('1'))
  const allowances: Record<string, DriftAllowance> = {}
  for (const [kind, stated] of kinds) {
    if (sameDimension(parseUnit(stated), unit)) allowances[kind] = { value, relative: false }
    else if (isRatio) allowances[kind] = { value, relative: true }
  }
  return allowances
}

function classRecord(row: ClassRow): ClassRecord {
  const { value, difference } = figuresIn(row.unit)
  return {
    component: row.component,
    measurandKind: row.measurandKind,
    lower: value(row.lower),
    upper: value(row.upper),
    maximumPermissibleError: difference(toNumber(row.maximumPermissibleError)) ?? 0,
    recordedAt: new Date(row.recordedAt),
  }
}

/** Also of equipment that is in no chain: a use is judged by the same record. */
export function restrictionRecord(row: RestrictionRow): RestrictionRecord {
  const { lower, upper, unit, validTo, endRecordedAt } = row
  const parameters = row.parameters.map((range) => [range.name, intervalIn(range)] as const)
  return {
    id: row.id,
    component: row.component ?? undefined,
    measurandKind: row.measurandKind ?? undefined,
    ...(lower !== null && upper !== null && unit !== null && { range: intervalIn({ lower, upper, unit }) }),
    parameters: Object.fromEntries(parameters),
    validFrom: row.validFrom,
    reason: row.reason,
    recordedAt: new Date(row.recordedAt),
    ...(validTo !== null &&
      endRecordedAt !== null && { end: { validTo, recordedAt: new Date(endRecordedAt) } }),
  }
}

function intervalIn(range: { readonly lower: string; readonly upper: string; readonly unit: string }) {
  const { value } = figuresIn(range.unit)
  return { lower: value(range.lower), upper: value(range.upper) }
}
