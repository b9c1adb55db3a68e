import type {
  CompetenceOnDay,
  CompetenceRecord,
  CompetenceScope,
  CompetenceStatusRecord,
  CompetenceVersionRecord,
} from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import { editionOn, statusOn } from '#metrology/competence/on-day.ts'
import type { CompetenceStatus } from './competence-status.entity.ts'
import type { CompetenceVersion } from './competence-version.entity.ts'
import type { Competence } from './competence.entity.ts'
import type { CompetenceHistory } from './competence.queries.ts'

/** On which day, and what was known when. */
export interface AsOf {
  readonly at: string
  readonly asKnownAt: Date
}

export const viewScope = (row: CompetenceVersion): CompetenceScope =>
  withoutNulls({
    range: { lower: row.lower, upper: row.upper, unit: row.unit },
    parameters: row.parameters,
    method: row.method ?? null,
    site: row.site ?? null,
    uncertainty: row.uncertainty ?? null,
    validFrom: row.validFrom,
    validTo: row.validTo ?? null,
  })

export function viewCompetenceOnDay(
  row: Competence,
  { versions, statuses }: CompetenceHistory,
  { at, asKnownAt }: AsOf,
): CompetenceOnDay {
  const edition = editionOn(versions, at)
  return {
    id: row.id,
    code: row.code,
    organization: row.organization.getEntity().code,
    kind: row.kind,
    issuer: row.issuer,
    number: row.number,
    measurandKind: row.measurandKind.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
    at,
    asKnownAt: asKnownAt.toISOString(),
    status: statusOn(versions, statuses, at),
    ...(edition && { scope: viewScope(edition) }),
  }
}

export const viewCompetence = (
  row: Competence,
  history: CompetenceHistory,
  asOf: AsOf,
): CompetenceRecord => ({
  ...viewCompetenceOnDay(row, history, asOf),
  versions: history.versions.map(viewVersion),
  statuses: history.statuses.map(viewStatus),
})

const viewVersion = (row: CompetenceVersion): CompetenceVersionRecord =>
  withoutNulls({
    sequence: row.sequence,
    scope: viewScope(row),
    reason: row.reason ?? null,
    recordedAt: row.recordedAt.toISOString(),
  })

const viewStatus = (row: CompetenceStatus): CompetenceStatusRecord => ({
  status: row.status,
  effectiveFrom: row.effectiveFrom,
  reason: row.reason,
  recordedAt: row.recordedAt.toISOString(),
})
