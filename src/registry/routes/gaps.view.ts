import type { CalibrationGaps, GapsQuestion, WantedAnswer } from '#contract/types.ts'
import type { FoundForPoint } from './find-gaps.ts'
import { quantityIn, viewGap } from './routes.view.ts'

export function viewGaps({ wanted }: GapsQuestion, found: readonly FoundForPoint[]): CalibrationGaps {
  const items = found.map((one, i) => viewItem(one, i, wanted[i]?.label))
  const count = (gap: string) => items.filter(({ gaps }) => gaps.some((one) => one.gap === gap)).length
  const [first] = found
  if (!first) throw new Error('A question about gaps has a point')
  const { question, asKnownAt } = first.inquiry
  return {
    at: question.on,
    asKnownAt: asKnownAt.toISOString(),
    policy: question.policy.code,
    summary: {
      points: items.length,
      served: items.filter(({ served }) => served).length,
      noCompetence: count('no-competence-for-point'),
      uncertaintyTooLarge: count('uncertainty-too-large'),
    },
    items,
  }
}

function viewItem(
  { inquiry, found, organizations }: FoundForPoint,
  position: number,
  label: string | undefined,
): WantedAnswer {
  const { question, stated } = inquiry
  const inUnit = quantityIn(stated.uncertaintyUnit)
  const target = inUnit(question.expandedUncertainty)
  const [best] = found.routes
  const codeOf = (id: string) => organizations.get(id)?.code ?? id
  return {
    position,
    ...(label !== undefined && { label }),
    measurandKind: question.measurandKind,
    point: { value: stated.value, unit: stated.unit },
    ...(target && { target }),
    served: found.gaps.length === 0,
    best: best
      ? {
          competence: best.competence.code,
          organization: best.organization.code,
          expandedUncertainty: inUnit(best.expandedUncertainty) ?? null,
        }
      : null,
    gaps: found.gaps.map((one) => viewGap(one, inUnit, codeOf)),
  }
}
