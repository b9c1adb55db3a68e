import { outputsAt } from '#metrology/measurement-model/evaluation.ts'
import type { MeasurementModel, ModelOutput } from '#metrology/measurement-model/model.ts'
import { zeros } from '#metrology/measurement-model/program.ts'
import { budgetOf, type BudgetLine } from './budget.ts'
import { contributionsOf, outputCorrelation, type Contributions } from './contributions.ts'
import { correlationFactor } from './correlation-factor.ts'
import type { Correlation, Dependence } from './correlation.ts'
import { coverageFactor, type Coverage } from './coverage.ts'
import { effectiveDegreesOfFreedom, type VarianceShare } from './degrees-of-freedom.ts'
import type { ModelInput } from './input-quantity.ts'
import { notRepresentable } from './refusals.ts'

/** A measurement result by the law of propagation of uncertainty, in the unit of the output. */
export interface OutputResult {
  readonly name: string
  readonly value: number
  /** Zero where every sensitivity is zero: first order then says nothing (GUM 5.1.2, note). */
  readonly standardUncertainty: number
  /** One for each input of the model, in its order; zero where the output does not use the input. */
  readonly sensitivities: readonly number[]
  /** None where u = 0, or where correlated inputs with finite degrees of freedom have no known number. */
  readonly degreesOfFreedom: number | undefined
  /** None where no coverage was asked for, where u = 0, or for a probability without degrees of freedom. */
  readonly coverageFactor: number | undefined
  readonly expandedUncertainty: number | undefined
  readonly budget: readonly BudgetLine[]
}

export interface Propagation {
  readonly outputs: readonly OutputResult[]
  /** Between every two outputs that have an uncertainty. */
  readonly correlations: readonly Correlation[]
}

/**
 * GUM clause 5 at first order: values, sensitivities, uncertainties and their correlations. The inputs stand in
 * the order of the model. Refusals name their place in a task with `model`, `inputs` and `correlations`.
 */
export function propagate(
  model: MeasurementModel,
  inputs: readonly ModelInput[],
  dependence: Dependence,
  coverage?: Coverage,
): Propagation {
  const factor =
    dependence.correlations.length > 0 ? correlationFactor(model.inputs, dependence.correlations) : undefined
  const values = outputsAt(model, estimatesOf(model, inputs))
  const evaluated = model.outputs.map((output, i) => {
    const { value, sensitivities } = values[i] ?? { value: NaN, sensitivities: [] }
    return { output, value, contributions: contributionsOf(output, sensitivities, inputs, factor) }
  })
  const outputs = evaluated.map(({ output, value, contributions }): OutputResult => {
    const { standardUncertainty, sensitivities } = contributions
    const degreesOfFreedom = degreesOfFreedomOf(output, contributions, inputs, dependence)
    const k = coverage && standardUncertainty > 0 ? coverageFactor(coverage, degreesOfFreedom) : undefined
    return {
      name: output.name,
      value,
      standardUncertainty,
      sensitivities,
      degreesOfFreedom,
      coverageFactor: k,
      expandedUncertainty: k === undefined ? undefined : expanded(k, standardUncertainty, output.name),
      budget: budgetOf(output, inputs, contributions),
    }
  })
  return { outputs, correlations: pairwise(evaluated) }
}

function estimatesOf(model: MeasurementModel, inputs: readonly ModelInput[]): number[] {
  if (inputs.length !== model.inputs.length) throw new Error('The inputs are not those of the model')
  const estimates = zeros(inputs.length)
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i]
    if (!input || input.symbol !== model.inputs[i]) throw new Error(`The input ${i} is ${model.inputs[i]}`)
    estimates[i] = input.estimate
  }
  return estimates
}

/** GUM 6.2.1. A t quantile for half a degree of freedom may be beyond any double. */
function expanded(k: number, u: number, name: string): number {
  const U = k * u
  if (Number.isFinite(U)) return U
  throw notRepresentable(`U(${name}) = ${k} * ${u}`, {}, { pointer: `/model/outputs/${name}` })
}

function degreesOfFreedomOf(
  { uses }: ModelOutput,
  { standardUncertainty, signed, shares }: Contributions,
  inputs: readonly ModelInput[],
  dependence: Dependence,
): number | undefined {
  if (standardUncertainty === 0) return undefined
  const contributing: VarianceShare[] = []
  for (const i of uses) {
    const input = inputs[i]
    if (!input || signed[i] === 0) continue
    const { symbol, degreesOfFreedom } = input
    contributing.push({ symbol, degreesOfFreedom, share: shares[i] ?? 0 })
  }
  return effectiveDegreesOfFreedom(contributing, dependence)
}

function pairwise(
  evaluated: readonly { readonly output: { readonly name: string }; readonly contributions: Contributions }[],
): Correlation[] {
  return evaluated.flatMap((one, i) =>
    evaluated.slice(i + 1).flatMap((other): Correlation[] => {
      const r = outputCorrelation(one.contributions, other.contributions)
      return r === undefined ? [] : [{ between: [one.output.name, other.output.name], r }]
    }),
  )
}
