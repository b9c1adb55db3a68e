import type {
  ComparisonFigures,
  ComparisonResultRecord,
  ComparisonSummary,
  ComparisonView,
} from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { ComparisonResult } from './comparison-result.entity.ts'
import type { Comparison } from './comparison.entity.ts'

export const viewComparisonSummary = (row: Comparison): ComparisonSummary => ({
  id: row.id,
  code: row.code,
  name: row.name,
  provider: row.provider.getEntity().code,
  measurandKind: row.measurandKind.getEntity().code,
  artefact: row.artefact,
  point: {
    nominal: { value: row.nominal, unit: row.nominalUnit },
    ...(Object.keys(row.parameters).length > 0 && { parameters: row.parameters }),
  },
  unit: row.unit,
  openedOn: row.openedOn,
  state: row.closings.length === 0 ? 'open' : 'closed',
  recordedBy: row.recordedBy.getEntity().code,
  recordedAt: row.recordedAt.toISOString(),
})

/** While the round is open nobody but its own organization sees a result, not even who runs the round. */
export function viewComparison(row: Comparison, actor: Pick<Actor, 'organization'>): ComparisonView {
  const isOpen = row.closings.length === 0
  const isSealed = ({ competence }: ComparisonResult) =>
    isOpen && competence.getEntity().organization.id !== actor.organization.id
  return {
    ...viewComparisonSummary(row),
    results: row.results
      .getItems()
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => viewResult(one, isSealed(one))),
    ...closingOf(row),
  }
}

function viewResult(row: ComparisonResult, isSealed: boolean): ComparisonResultRecord {
  const competence = row.competence.getEntity()
  const [score] = row.scores.getItems()
  const resolutions = row.resolutions.getItems().toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    competence: competence.code,
    organization: competence.organization.getEntity().code,
    measuredOn: row.measuredOn,
    sealed: isSealed,
    ...(!isSealed && row.figures && { figures: figuresOf(row.figures, row.figures.estimate) }),
    ...(score && {
      score: {
        difference: score.difference,
        covariance: score.covariance,
        normalizedError: score.normalizedError,
      },
    }),
    ...(resolutions.length > 0 && {
      resolutions: resolutions.map(({ resolvedOn, cause, action, recordedBy, recordedAt }) => ({
        resolvedOn,
        cause,
        action,
        recordedBy: recordedBy.getEntity().code,
        recordedAt: recordedAt.toISOString(),
      })),
    }),
    recordedAt: row.recordedAt.toISOString(),
  }
}

function closingOf({ closings }: Comparison): Pick<ComparisonView, 'closing'> {
  const [closing] = closings.getItems()
  if (!closing) return {}
  return {
    closing: {
      closedOn: closing.closedOn,
      reference: {
        ...figuresOf(closing, closing.reference),
        ...(closing.source != null && { source: closing.source }),
      },
      recordedBy: closing.recordedBy.getEntity().code,
      recordedAt: closing.recordedAt.toISOString(),
    },
  }
}

interface Figures {
  readonly certificate?: string | null | undefined
  readonly standardUncertainty: number
  readonly coverageFactor: number
  readonly stated: unknown
}

const figuresOf = (
  { certificate, standardUncertainty, coverageFactor, stated }: Figures,
  estimate: number,
): ComparisonFigures => ({
  estimate,
  standardUncertainty,
  coverageFactor,
  expandedUncertainty: standardUncertainty * coverageFactor,
  ...(certificate != null && { certificate }),
  // What was checked against the schema when it was sent.
  stated: stated as ComparisonFigures['stated'],
})
