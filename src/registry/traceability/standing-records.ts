import { capabilityOf } from '#metrology/competence/stated-capability.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import type {
  AuthorizationRecord,
  ComparisonRecord,
  CompetenceRecord,
  CompetenceVersion,
  NormativeDocumentRecord,
  OrganizationRecord,
  ReferenceRecord,
} from '#metrology/traceability/records.ts'
import type { ChainRows, CompetenceVersionRow, OrganizationRow } from './chain-rows.ts'
import { figuresIn } from './coherent-figures.ts'

/** Who holds, owns and issues. */
export const organizationRecords = (rows: Pick<ChainRows, 'organizations'>): OrganizationRecord[] =>
  rows.organizations.map(({ id, code, name, roles, versions }) => ({
    id,
    code,
    name: inBothLanguages(name, code),
    roles,
    ...(versions && {
      versions: versions.map((one) => ({
        name: inBothLanguages(one.name, code),
        roles: one.roles,
        recordedAt: new Date(one.recordedAt),
      })),
    }),
  }))

const inBothLanguages = (name: OrganizationRow['name'], code: string) =>
  typeof name === 'string'
    ? { en: name, zh: name }
    : { en: name.en ?? name.zh ?? code, zh: name.zh ?? name.en ?? code }

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

export const comparisonRecords = (rows: Pick<ChainRows, 'comparisons'>): ComparisonRecord[] =>
  rows.comparisons.map(({ id, code, competence, day, normalizedError, recordedAt, resolutions }) => ({
    id,
    code,
    competenceId: competence,
    day,
    normalizedError,
    recordedAt: new Date(recordedAt),
    resolutions: (resolutions ?? []).map((one) => ({ day: one.day, recordedAt: new Date(one.recordedAt) })),
  }))
