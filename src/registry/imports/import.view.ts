import type { EntityManager } from '@mikro-orm/postgresql'
import type { ImportFault, ImportRecord, ImportReport, ImportRow } from '#contract/types.ts'
import { withoutNulls } from '#db/absent.ts'
import { inLanguage, type Language } from '#http/language.ts'
import type { Import } from './import.entity.ts'
import { notableCount, outcomesOf } from './import.queries.ts'
import type { Outcome, RowFault } from './outcome.ts'

/** As many rows as a report in JSON shows. */
export const mostRowsShown = 1000

const longestDetail = 4000
const longestPointer = 1000

const viewFault = ({ pointer, code, detail, column, clause }: RowFault, language: Language): ImportFault => ({
  pointer: pointer.slice(0, longestPointer).toWellFormed(),
  code,
  detail: inLanguage(detail, language).slice(0, longestDetail).toWellFormed(),
  ...(column && { column }),
  ...(clause !== undefined && { clause }),
})

export const viewOutcome = (outcome: Outcome, language: Language): ImportRow => {
  const { line, state, key, location, refusal, warnings } = outcome
  return {
    line,
    state,
    ...(key !== undefined && { key }),
    ...(location !== undefined && { location }),
    ...(refusal && {
      code: refusal.code,
      detail: inLanguage(refusal.detail, language).slice(0, longestDetail).toWellFormed(),
      errors: refusal.errors.map((fault) => viewFault(fault, language)),
    }),
    ...(warnings && { warnings: warnings.map((fault) => viewFault(fault, language)) }),
  }
}

export const viewImport = (row: Import, language: Language): ImportRecord =>
  withoutNulls({
    id: row.id,
    kind: row.kind as ImportRecord['kind'],
    mode: row.mode,
    dryRun: false,
    state: row.state,
    name: row.name ?? null,
    media: row.media,
    encoding: (row.encoding ?? null) as NonNullable<ImportRecord['encoding']> | null,
    separator: (row.separator ?? null) as NonNullable<ImportRecord['separator']> | null,
    sha256: row.sha256,
    size: row.size,
    counts: countsOf(row),
    warnings: row.warnings.map((fault) => viewFault(fault, language)),
    organization: row.organization.getEntity().code,
    recordedBy: row.recordedBy.getEntity().code,
    recordedAt: row.recordedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  })

export const countsOf = ({ rows, recorded, unchanged, conflicting, refused }: Import) => ({
  rows,
  recorded,
  unchanged,
  conflicting,
  refused,
})

/** With the rows that have something to say, as far as a report shows them. */
export async function viewReport(em: EntityManager, row: Import, language: Language): Promise<ImportReport> {
  const asked = { import: row.id, isNotableOnly: true, after: 0, limit: mostRowsShown }
  const outcomes = await outcomesOf(em, asked)
  const more = outcomes.length < mostRowsShown ? 0 : (await notableCount(em, row.id)) - outcomes.length
  const rows = outcomes.map((outcome) => viewOutcome(outcome, language))
  return { ...viewImport(row, language), rows, rowsOmitted: more }
}
