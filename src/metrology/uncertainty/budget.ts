import type { ModelOutput } from '#metrology/measurement-model/model.ts'
import type { Contributions } from './contributions.ts'
import type { ModelInput } from './input-quantity.ts'

/** One line of an uncertainty budget (JCGM 200:2012, 2.33; EA-4/02 M:2022, 7). */
export interface BudgetLine {
  readonly input: string
  readonly estimate: number
  /** Zero for an exact constant. */
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number
  /** Takes the input from its own unit to that of the output. */
  readonly sensitivity: number
  /** |c| u(x), in the unit of the output (GUM 5.1.3). */
  readonly contribution: number
  /** Part of u²(y), with covariances; the lines add up to 1. Below zero where a covariance lessens u(y). */
  readonly share: number
}

/** A line for each input that occurs in the output; a constant without a derivative there has none. */
export function budgetOf(
  output: ModelOutput,
  inputs: readonly ModelInput[],
  { sensitivities, signed, shares }: Contributions,
): BudgetLine[] {
  const lines: BudgetLine[] = []
  for (const i of output.uses) {
    const input = inputs[i]
    const sensitivity = (sensitivities[i] ?? 0) + 0
    if (!input || !Number.isFinite(sensitivity)) continue
    lines.push({
      input: input.symbol,
      estimate: input.estimate,
      standardUncertainty: input.standardUncertainty,
      degreesOfFreedom: input.degreesOfFreedom,
      sensitivity,
      contribution: Math.abs(signed[i] ?? 0),
      share: (shares[i] ?? 0) + 0,
    })
  }
  return lines
}
