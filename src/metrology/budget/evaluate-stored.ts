import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import type { Coverage } from '#metrology/uncertainty/coverage.ts'
import { propagate, type OutputResult } from '#metrology/uncertainty/propagate.ts'
import { modelInOrder } from './model-in-order.ts'
import type { StoredBudget, StoredCoverage } from './stored-budget.ts'

/** An input quantity as it enters a model, in its coherent unit. */
export interface InputFigure {
  readonly estimate: number
  readonly standardUncertainty: number
}

/**
 * A budget evaluated again from what is stored of it alone (ISO/IEC 17025:2017, 7.6), with other figures for some inputs
 * where such are given. In coherent units; undefined where the model lacks its own output. Refuses as `propagate` does.
 */
export function evaluateStored(
  budget: StoredBudget,
  substituted: ReadonlyMap<string, InputFigure> = new Map(),
): OutputResult | undefined {
  const inputs = budget.inputs.map(({ symbol, estimate, standardUncertainty, degreesOfFreedom }) => ({
    symbol,
    estimate: substituted.get(symbol)?.estimate ?? estimate,
    standardUncertainty: substituted.get(symbol)?.standardUncertainty ?? standardUncertainty,
    degreesOfFreedom: degreesOfFreedom ?? Infinity,
  }))
  const model = knownModel(
    modelInOrder(budget.model),
    inputs.map(({ symbol }) => symbol),
  )
  const { outputs } = propagate(model, inputs, budget, coverageOf(budget.coverage))
  return outputs.find(({ name }) => name === budget.output)
}

const coverageOf = (stored: StoredCoverage): Coverage =>
  'k' in stored ? stored : { degreesOfFreedomRule: 'interpolate', ...stored }
