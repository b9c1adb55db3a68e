import type { OutputResult } from '#metrology/uncertainty/propagate.ts'
import type { BudgetTaskInput, CoherentInput } from './coherent-input.ts'
import type { StoredInput } from './stored-budget.ts'

/** A line of the budget as it is stored: the input as it entered the model, and what it contributes to the result. */
export function storedInput(
  { symbol, unit, estimate, standardUncertainty, degreesOfFreedom, typed }: CoherentInput,
  stated: BudgetTaskInput | undefined,
  result: OutputResult,
  position: number,
): StoredInput {
  const line = result.budget.find(({ input }) => input === symbol)
  const distribution = stated?.form.readings ? 'readings' : stated?.form.distribution?.type
  return {
    symbol,
    unit,
    estimate,
    standardUncertainty,
    degreesOfFreedom: Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : null,
    sensitivity: line?.sensitivity ?? finite(result.sensitivities[position]),
    contribution: line?.contribution ?? 0,
    share: line?.share ?? 0,
    ...(distribution !== undefined && { distribution }),
    ...(stated?.from && { from: stated.from }),
    ...(stated?.measurandKind !== undefined && { measurandKind: stated.measurandKind }),
    ...(typed && { typed }),
    ...(stated?.usedAt && { usedAt: stated.usedAt }),
  }
}

const finite = (sensitivity: number | undefined): number =>
  sensitivity !== undefined && Number.isFinite(sensitivity) ? sensitivity : 0
