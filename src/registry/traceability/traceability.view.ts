import type { TraceabilityAnswer as AnswerView, TraceabilityRecomputation } from '#contract/types.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import type { DecidedFigure } from '#metrology/traceability/impact/decision.ts'
import type { Recomputation } from '#metrology/traceability/recomputation.ts'

/** The answer as it is sent; every figure of it is already in the unit that stands beside it. */
export const viewTraceability = (answer: TraceabilityAnswer): AnswerView => ({
  ...answer,
  recomputations: answer.recomputations.map(viewRecomputation),
})

const viewRecomputation = ({ before, after, ...told }: Recomputation): TraceabilityRecomputation => ({
  ...told,
  before: viewFigure(before),
  after: viewFigure(after),
})

function viewFigure(figure: DecidedFigure): TraceabilityRecomputation['before'] {
  const { estimate, standardUncertainty, expandedUncertainty, conformity, conformanceProbability } = figure
  return {
    estimate,
    ...(standardUncertainty !== undefined && { standardUncertainty }),
    ...(expandedUncertainty !== undefined && { expandedUncertainty }),
    ...(conformity !== undefined && { conformity }),
    ...(conformanceProbability !== undefined && { conformanceProbability }),
  }
}
