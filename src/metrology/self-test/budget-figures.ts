import { evaluateMeasurementModel, type MeasurementModelTask } from '#metrology/uncertainty/evaluate-model.ts'
import type { PublishedFigure } from './published-example.ts'

/** What is read of a budget; each figure names its output. */
export type BudgetFigure = 'y' | 'u' | 'dof' | 'k' | 'U' | 'second-order'

/** The figures of one evaluated budget, read by what they are and which output they belong to. */
export interface BudgetReading {
  readonly figure: (of: BudgetFigure, output: string, printed: Printed) => PublishedFigure
  readonly correlation: (one: string, other: string, printed: Omit<Printed, 'quantity'>) => PublishedFigure
}

/** As it is printed; `factor` leads from the unit of the budget to that of the print. */
export interface Printed extends Omit<PublishedFigure, 'computed'> {
  readonly factor?: number
}

/** A published budget, evaluated once. */
export function readBudget(task: Omit<MeasurementModelTask, 'method'>): BudgetReading {
  const answer = evaluateMeasurementModel({ method: ['gum', 'gum-second-order'], ...task })
  const read = (of: BudgetFigure, name: string): number => {
    const output = answer.gum.outputs[name]
    if (of === 'second-order') return answer.gumSecondOrder?.outputs[name]?.standardUncertainty ?? NaN
    if (of === 'y') return output?.value ?? NaN
    if (of === 'u') return output?.standardUncertainty ?? NaN
    if (of === 'k') return output?.coverageFactor ?? NaN
    if (of === 'U') return output?.expandedUncertainty ?? NaN
    return Number(output?.effectiveDegreesOfFreedom ?? NaN)
  }
  const between = (one: string, other: string) =>
    answer.gum.correlations?.find(
      ({ between: [a, b] }) => (a === one && b === other) || (a === other && b === one),
    )?.r ?? NaN
  return {
    figure: (of, output, { factor = 1, ...printed }) => ({ ...printed, computed: read(of, output) * factor }),
    correlation: (one, other, printed) => ({
      quantity: `r(${one}, ${other})`,
      ...printed,
      computed: between(one, other),
    }),
  }
}
