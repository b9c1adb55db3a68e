import { capabilityOf } from '#metrology/competence/stated-capability.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type {
  AuthorizationRecord,
  CompetenceRecord,
  CompetenceVersion,
  DriftAllowance,
  EquipmentRecord,
  NormativeDocumentRecord,
  OrganizationRecord,
  ReferenceRecord,
} from '#metrology/traceability/records.ts'
import type { ChainRows, CompetenceVersionRow, EquipmentRow } from './chain-rows.ts'
import { figuresIn } from './coherent-figures.ts'

/** Who holds, owns and issues. */
export const organizationRecords = (rows: Pick<ChainRows, 'organizations'>): OrganizationRecord[] =>
  rows.organizations.map(({ id, code, name, roles }) => ({
    id,
    code,
    name:
      typeof name === 'string'
        ? { en: name, zh: name }
        : { en: name.en ?? name.zh ?? code, zh: name.zh ?? name.en ?? code },
    roles,
  }))

export function equipmentRecords(rows: ChainRows): EquipmentRecord[] {
  return rows.equipment.map((row) => {
    const driftAllowance = driftAllowances(row, rows)
    return {
      id: row.id,
      code: row.code,
      ownerId: row.owner,
      level: row.level,
      components: row.components,
      programmes: row.programmes.map((one) => ({
        intervalMonths: one.intervalMonths ?? undefined,
        from: one.from ?? undefined,
        recordedAt: new Date(one.recordedAt),
      })),
      ...(driftAllowance && { driftAllowance }),
      events: rows.equipmentEvents
        .filter(({ equipment }) => equipment === row.id)
        .map((event) => ({
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

/**
 * The allowance holds for every kind in whose unit it can be stated; an allowance in µV/V or % is a fraction of the value,
 * except where the kind itself is a ratio.
 */
function driftAllowances(row: EquipmentRow, rows: ChainRows): EquipmentRecord['driftAllowance'] {
  const { driftAllowance, driftAllowanceUnit } = row
  if (driftAllowance === null || driftAllowanceUnit === null) return undefined
  const unit = parseUnit(driftAllowanceUnit)
  const value = toNumber(driftAllowance) * figuresIn(driftAllowanceUnit).unitSize
  const isRatio = sameDimension(unit, parseUnit('1'))
  const calibrations = new Set(
    rows.calibrations.filter(({ equipment }) => equipment === row.id).map(({ id }) => id),
  )
  const allowances: Record<string, DriftAllowance> = {}
  for (const { calibration, unit: stated, kind } of rows.results) {
    if (!calibrations.has(calibration)) continue
    if (sameDimension(parseUnit(stated), unit)) allowances[kind] = { value, relative: false }
    else if (isRatio) allowances[kind] = { value, relative: true }
  }
  return allowances
}

export const referenceRecords = (rows: ChainRows): ReferenceRecord[] =>
  rows.references.map((row) => {
    const { value, difference, unitSize } = figuresIn(row.unit)
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      holderId: row.holder,
      measurandKind: row.measurandKind,
      unit: row.unit,
      unitSize,
      estimate: value(row.value),
      standardUncertainty: difference(toNumber(row.u)),
      recordedAt: new Date(row.recordedAt),
      evidence: rows.evidence
        .filter(({ reference }) => reference === row.id)
        .map((one) => ({
          kind: one.kind,
          description: one.description,
          competenceId: one.competence ?? undefined,
          validFrom: one.validFrom,
          validTo: one.validTo ?? undefined,
          recordedAt: new Date(one.recordedAt),
        })),
    }
  })

export const competenceRecords = (
  rows: Pick<ChainRows, 'competences' | 'competenceVersions' | 'competenceStatuses'>,
): CompetenceRecord[] =>
  rows.competences.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    organizationId: row.organization,
    measurandKind: row.measurandKind,
    recordedAt: new Date(row.recordedAt),
    versions: rows.competenceVersions
      .filter(({ competence }) => competence === row.id)
      .map(competenceVersion),
    statuses: rows.competenceStatuses
      .filter(({ competence }) => competence === row.id)
      .map(({ status, effectiveFrom, recordedAt }) => ({
        status,
        effectiveFrom,
        recordedAt: new Date(recordedAt),
      })),
  }))

function competenceVersion(row: CompetenceVersionRow): CompetenceVersion {
  const { value } = figuresIn(row.unit)
  const parameters = row.parameters.map((range) => {
    const figures = figuresIn(range.unit)
    return [range.name, { lower: figures.value(range.lower), upper: figures.value(range.upper) }] as const
  })
  return {
    lower: value(row.lower),
    upper: value(row.upper),
    parameters: Object.fromEntries(parameters),
    methodDocumentId: row.methodDocument ?? undefined,
    site: row.site ?? undefined,
    capability: row.uncertainty ? capabilityOf(row.uncertainty, row.unit) : undefined,
    sequence: row.sequence,
    validFrom: row.validFrom,
    validTo: row.validTo ?? undefined,
    recordedAt: new Date(row.recordedAt),
  }
}

export const authorizationRecords = (rows: ChainRows): AuthorizationRecord[] =>
  rows.authorizations.map(({ id, person, activity, measurandKind, from, to, recordedAt }) => ({
    id,
    person,
    activity,
    ...(measurandKind !== null && { measurandKind }),
    from,
    ...(to !== null && { to }),
    recordedAt: new Date(recordedAt),
  }))

export const documentRecords = (rows: ChainRows): NormativeDocumentRecord[] =>
  rows.documents.map(({ id, code, inForceFrom, inForceTo, recordedAt }) => ({
    id,
    code,
    inForceFrom,
    inForceTo: inForceTo ?? undefined,
    recordedAt: new Date(recordedAt),
  }))
