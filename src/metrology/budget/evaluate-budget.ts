import { differenceFromCoherent, fromCoherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import type { Dependence, StatedCorrelation } from '#metrology/uncertainty/correlation.ts'
import { statedCoverage, type Coverage, type StatedCoverage } from '#metrology/uncertainty/coverage.ts'
import { engine } from '#metrology/uncertainty/evaluation-answer.ts'
import { statedDependence } from '#metrology/uncertainty/evaluate-model.ts'
import { propagate, type OutputResult, type Propagation } from '#metrology/uncertainty/propagate.ts'
import { within } from '#refusal.ts'
import { coverageUnknown, noUncertainty, notPrintable, unknownOutput } from './budget.refusals.ts'
import { checkUnits } from './check-units.ts'
import { coherentInput, type BudgetTaskInput, type CoherentInput } from './coherent-input.ts'
import { sharingInputs } from './degrees-of-shared.ts'
import { modelInOrder } from './model-in-order.ts'
import { correlationsWith, type PartsOfStandards } from './shared-standards.ts'
import type { StoredBudget, StoredCoverage } from './stored-budget.ts'
import { storedInput } from './stored-input.ts'

/** A budget with units: every input enters the model in its coherent unit, the output leaves it in `unit`. */
export interface BudgetTask {
  readonly model: Readonly<Record<string, string>>
  readonly output: string
  readonly unit: string
  readonly inputs: Readonly<Record<string, BudgetTaskInput>>
  readonly correlations: readonly (StatedCorrelation & { readonly reason?: string | undefined })[]
  readonly correlationsFromReadings: readonly string[]
  readonly coverage: StatedCoverage
  /** Of what the standards behind the inputs are made; where they share something, the inputs are correlated by default. */
  readonly standards?: PartsOfStandards
}

/** All figures in the unit of the task. */
export interface BudgetOutcome {
  readonly estimate: number
  readonly standardUncertainty: number
  readonly degreesOfFreedom: number
  readonly coverageFactor: number
  readonly coverageProbability: number | undefined
  readonly expandedUncertainty: number
  readonly reportedEstimate: string
  readonly reportedUncertainty: string
  readonly budget: StoredBudget
}

/** GUM clauses 5 to 7 for a result of a calibration, at first order. */
export function evaluateBudget(task: BudgetTask): BudgetOutcome {
  const stated = modelInOrder(task.model)
  const model = knownModel(stated, Object.keys(task.inputs))
  const inputs = Object.entries(task.inputs).map(([symbol, input]) =>
    within(`/inputs/${symbol}`, () => coherentInput(symbol, input)),
  )
  checkUnits(model, { inputs, output: task.output, unit: task.unit })
  const dependence = dependenceOf(task, inputs, (stated) => outputOf(task, propagate(model, inputs, stated)))
  const coverage = statedCoverage(task.coverage)

  const propagated = propagate(model, inputs, dependence, coverage)
  const result = requireExpanded(outputOf(task, propagated), task.output)

  const figures = inUnit(result, task.unit)
  return {
    ...figures,
    coverageProbability: 'probability' in coverage ? coverage.probability : undefined,
    ...reported(figures),
    budget: {
      engine,
      model: stated,
      output: task.output,
      inputs: inputs.map((input, i) => storedInput(input, task.inputs[input.symbol], result, i)),
      ...dependence,
      coverage: stored(coverage),
    },
  }
}

const outputOf = ({ output }: BudgetTask, { outputs }: Propagation) =>
  outputs.find(({ name }) => name === output)

type StoredDependence = Pick<StoredBudget, 'correlations' | 'joint' | 'sharing'>

/** What is stated, and what the chains of the standards know beside it. */
function dependenceOf(
  { inputs: stated, correlations, correlationsFromReadings, standards }: BudgetTask,
  inputs: readonly CoherentInput[],
  propagated: (dependence: Dependence) => OutputResult | undefined,
): StoredDependence {
  const forms = new Map(Object.entries(stated).map(([symbol, { form }]) => [symbol, form]))
  const joint = correlationsFromReadings.length > 0 ? { correlationsFromReadings } : {}
  const dependence = statedDependence({ correlations, ...joint }, forms)
  const reasons = correlations.map(({ reason }) => reason)
  const all = correlationsWith(dependence, inputs, standards ?? new Map(), reasons)
  if (!standards || all.length === dependence.correlations.length) return { ...dependence, correlations: all }
  const sensitivities = propagated({ correlations: all })?.sensitivities ?? []
  const sensitivityOf = (symbol: string) =>
    sensitivities[inputs.findIndex((input) => input.symbol === symbol)] ?? 0
  return {
    ...dependence,
    correlations: all,
    sharing: sharingInputs(all, inputs, standards, sensitivityOf),
  }
}

/** A result that is going to be certified has U > 0 (ISO/IEC 17025:2017, 7.8.4.1 a). */
function requireExpanded(result: OutputResult | undefined, name: string): Expanded {
  if (!result) {
    throw unknownOutput({ en: `"${name}"`, zh: `“${name}”` }, { output: name }, { pointer: '/output' })
  }
  const { standardUncertainty, coverageFactor, expandedUncertainty, degreesOfFreedom } = result
  if (standardUncertainty === 0) {
    throw noUncertainty(
      { en: `u(${name}) = 0`, zh: `u(${name}) = 0` },
      {},
      { pointer: `/model/outputs/${name}` },
    )
  }
  if (expandedUncertainty === 0) {
    // k and u are both greater than zero, and their product is smaller than any double.
    throw noUncertainty({ en: `U(${name}) = 0`, zh: `U(${name}) = 0` }, {}, { pointer: '/coverage' })
  }
  if (coverageFactor === undefined || expandedUncertainty === undefined) {
    throw coverageUnknown(
      { en: 'State k instead', zh: '请直接给出 k' },
      {},
      { pointer: '/coverage/probability' },
    )
  }
  return { ...result, coverageFactor, expandedUncertainty, degreesOfFreedom: degreesOfFreedom ?? Infinity }
}

type Expanded = OutputResult & {
  readonly coverageFactor: number
  readonly expandedUncertainty: number
  readonly degreesOfFreedom: number
}

function inUnit(result: Expanded, unitText: string) {
  const unit = parseUnit(unitText)
  return {
    estimate: fromCoherent(result.value, unit),
    standardUncertainty: differenceFromCoherent(result.standardUncertainty, unit),
    degreesOfFreedom: result.degreesOfFreedom,
    coverageFactor: result.coverageFactor,
    expandedUncertainty: differenceFromCoherent(result.expandedUncertainty, unit),
  }
}

/** Enough for every double with an uncertainty of its own size; printed numbers have no exponent. */
const longestPrinted = 400

function reported({ estimate, expandedUncertainty: U }: ReturnType<typeof inUnit>) {
  const { value, expandedUncertainty } = roundForCertificate(estimate, U)
  if (Math.max(value.length, expandedUncertainty.length) > longestPrinted) {
    throw notPrintable(
      { en: `${estimate} with U = ${U}`, zh: `${estimate}，U = ${U}` },
      {},
      { pointer: '/unit' },
    )
  }
  return { reportedEstimate: value, reportedUncertainty: expandedUncertainty }
}

const stored = (coverage: Coverage): StoredCoverage => ('k' in coverage ? { k: coverage.k } : coverage)
