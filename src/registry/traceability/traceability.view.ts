import type { TraceabilityAnswer as AnswerView, TraceabilityRecomputation } from '#contract/types.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import type { Recomputation, RecomputedFigure } from '#metrology/traceability/recomputation.ts'
import { differenceFromCoherent, fromCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'

/** The answer as it is sent: what is computed in coherent units is shown in the unit of the asked result. */
export function viewTraceability(answer: TraceabilityAnswer): AnswerView {
  const unit = answer.ladder[0]?.unit ?? '1'
  return { ...answer, recomputations: answer.recomputations.map((one) => viewRecomputation(one, unit)) }
}

const viewRecomputation = (
  { because, node, source, before, after, flipped }: Recomputation,
  unit: string,
): TraceabilityRecomputation => ({
  because,
  node,
  source,
  unit,
  before: viewFigure(before, unit),
  after: viewFigure(after, unit),
  flipped,
})

function viewFigure(figure: RecomputedFigure, unitText: string): TraceabilityRecomputation['before'] {
  const unit = parseUnit(unitText)
  const { estimate, standardUncertainty: u, expandedUncertainty: U, conformity } = figure
  return {
    estimate: fromCoherent(estimate, unit),
    ...(u !== undefined && { standardUncertainty: differenceFromCoherent(u, unit) }),
    ...(U !== undefined && { expandedUncertainty: differenceFromCoherent(U, unit) }),
    ...(conformity !== undefined && { conformity }),
  }
}
