import {
  expressionLatex,
  sensitivityFormula,
  textInInputs,
} from '#metrology/measurement-model/sensitivity-formula.ts'
import type { Advice } from './advice.ts'
import type { BudgetLine } from './budget.ts'
import type { Correlation } from './correlation.ts'
import type { ModelInput } from './input-quantity.ts'
import type { OutputResult } from './propagate.ts'
import type { ReportedResult } from './reported.ts'

/** Raised whenever an answer may change in any digit. */
export const engine = { name: 'etalon', version: '0.1.0' } as const

/** JSON has no infinity. */
export type AnsweredDegreesOfFreedom = number | 'infinity'

export interface AnsweredOutput {
  readonly value: number
  readonly standardUncertainty: number
  /** For every input that has an uncertainty. */
  readonly sensitivities: Readonly<Record<string, number>>
  readonly effectiveDegreesOfFreedom?: AnsweredDegreesOfFreedom
  readonly coverageFactor?: number
  readonly expandedUncertainty?: number
  /** Its expression as the model states it, as LaTeX. */
  readonly modelLatex?: string
}

export interface AnsweredBudgetLine extends Omit<BudgetLine, 'degreesOfFreedom'> {
  readonly degreesOfFreedom: AnsweredDegreesOfFreedom
  readonly formula?: string
  readonly formulaLatex?: string
}

export interface MeasurementModelEvaluation {
  readonly gum: {
    readonly outputs: Readonly<Record<string, AnsweredOutput>>
    /** Only where there are several outputs. */
    readonly correlations?: readonly Correlation[]
    readonly jointObservations?: { readonly n: number; readonly degreesOfFreedom: number }
  }
  /** Where it was asked for; an output whose terms of second order outweigh those of first order is left out. */
  readonly gumSecondOrder?: {
    readonly outputs: Readonly<Record<string, { readonly standardUncertainty: number }>>
  }
  readonly budget: Readonly<Record<string, readonly AnsweredBudgetLine[]>>
  readonly reported: Readonly<Record<string, ReportedResult>>
  readonly advice: readonly Advice[]
  readonly engine: typeof engine
}

const answered = (degrees: number): AnsweredDegreesOfFreedom => (degrees === Infinity ? 'infinity' : degrees)

export function answeredOutput(result: OutputResult, inputs: readonly ModelInput[]): AnsweredOutput {
  const { value, standardUncertainty, degreesOfFreedom, coverageFactor, expandedUncertainty } = result
  const uncertain = inputs.flatMap(({ symbol, standardUncertainty: u }, i): [string, number][] =>
    u > 0 ? [[symbol, (result.sensitivities[i] ?? 0) + 0]] : [],
  )
  return {
    value,
    standardUncertainty,
    sensitivities: Object.fromEntries(uncertain),
    ...(degreesOfFreedom !== undefined && { effectiveDegreesOfFreedom: answered(degreesOfFreedom) }),
    ...(coverageFactor !== undefined && { coverageFactor }),
    ...(expandedUncertainty !== undefined && { expandedUncertainty }),
  }
}

export const answeredBudget = (lines: readonly BudgetLine[]): AnsweredBudgetLine[] =>
  lines.map((line) => ({ ...line, degreesOfFreedom: answered(line.degreesOfFreedom) }))

/** The lines with the formula of each sensitivity, where it is short enough to be read. */
export function withFormulas(
  lines: readonly AnsweredBudgetLine[],
  outputs: Readonly<Record<string, string>>,
  name: string,
): AnsweredBudgetLine[] {
  const text = textInInputs(outputs, name)
  return lines.map((line) => {
    const shown = text === undefined ? undefined : sensitivityFormula(text, line.input)
    return { ...line, ...shown }
  })
}

/** An output with its model as LaTeX, where that is short enough to be read. */
export function withModel(output: AnsweredOutput, expression: string): AnsweredOutput {
  const modelLatex = expressionLatex(expression)
  return { ...output, ...(modelLatex !== undefined && { modelLatex }) }
}
