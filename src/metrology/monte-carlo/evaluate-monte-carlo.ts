import { placeOfOutput } from '#metrology/measurement-model/place.ts'
import type { Advice } from '#metrology/uncertainty/advice.ts'
import {
  checkMethods,
  evaluateMeasurementModel,
  propagationMethods,
} from '#metrology/uncertainty/evaluate-model.ts'
import { engine, type MeasurementModelEvaluation } from '#metrology/uncertainty/evaluation-answer.ts'
import { notRepresentable } from '#metrology/uncertainty/refusals.ts'
import { adviceOnRun } from './advice-on-run.ts'
import type { Conclusion, SimulatedResult } from './conclusion.ts'
import { modelUndefined } from './refusals.ts'
import { run } from './run.ts'
import type { Simulation } from './simulation.ts'
import { simulationOfTask, type MonteCarloTask } from './simulation-of-task.ts'
import { largestShareNotFinite } from './stability.ts'
import { validation, type Validation } from './validation.ts'

export const generator = 'xoshiro128**, started by Philox4x32-10'

/** What a run answers: JCGM 101:2008, 7.6 to 7.9; the same seed gives the same bytes. */
export interface MonteCarloAnswer {
  readonly probability: number
  readonly trials: number
  /** Trials in which the model has no finite value; they are in none of the figures. */
  readonly notFiniteTrials: number
  readonly seed: number
  readonly generator: string
  /** Whether the figures have settled to this many digits of u(y), as they scatter between blocks (7.9.4). */
  readonly stable: boolean
  readonly significantDigits: number
  readonly outputs: Readonly<Record<string, Omit<SimulatedResult, 'name' | 'largestShare'>>>
  readonly correlations?: Conclusion['correlations']
  readonly jointRegions?: Conclusion['regions']
  /** Of the law of propagation, where that was asked for too (8.1). */
  readonly validation?: Readonly<Record<string, Validation>>
}

/** All that was asked for; what belongs to the law of propagation only where one of its methods was. */
export type EvaluationWithMonteCarlo = Partial<MeasurementModelEvaluation> &
  Pick<MeasurementModelEvaluation, 'advice' | 'engine'> & { readonly monteCarlo?: MonteCarloAnswer }

const isMonteCarlo = (method: string) => method === 'monte-carlo'

export const asksMonteCarlo = ({ method }: MonteCarloTask): boolean => method.some(isMonteCarlo)

/** A task in two halves, between which somebody runs the simulation: here, or on other threads. */
export interface Undertaking {
  readonly simulation: Simulation
  readonly answer: (conclusion: Conclusion) => EvaluationWithMonteCarlo
}

export function undertake(task: MonteCarloTask): Undertaking {
  checkMethods(task.method, [...propagationMethods, 'monte-carlo'])
  const others = task.method.filter((method) => !isMonteCarlo(method))
  // Only then may the model lack a derivative: a trial needs none.
  const propagated = others.length > 0 ? evaluateMeasurementModel({ ...task, method: others }) : undefined
  const simulation = simulationOfTask(task)
  return { simulation, answer: (conclusion) => answerOf(task, simulation, propagated, conclusion) }
}

/** The whole of it on this thread. */
export function evaluateWithMonteCarlo(task: MonteCarloTask): EvaluationWithMonteCarlo {
  if (!asksMonteCarlo(task)) return evaluateMeasurementModel(task)
  const { simulation, answer } = undertake(task)
  return answer(run(simulation))
}

function answerOf(
  task: MonteCarloTask,
  simulation: Simulation,
  propagated: MeasurementModelEvaluation | undefined,
  conclusion: Conclusion,
): EvaluationWithMonteCarlo {
  checkDefined(conclusion)
  checkRepresentable(conclusion)
  const validations = propagated && validationsOf(task, simulation, propagated, conclusion)
  const advice: Advice[] = adviceOnRun(simulation, conclusion, validations)
  return {
    ...propagated,
    monteCarlo: monteCarloAnswer(simulation, conclusion, validations),
    advice: [...(propagated?.advice ?? []), ...advice],
    engine,
  }
}

/** JCGM 101:2008, 5.10.1: what is left out of a run shall not be what decides it. */
function checkDefined({ trials, notFinite }: Conclusion): void {
  if (notFinite <= largestShareNotFinite * trials) return
  throw modelUndefined(
    {
      en: `No finite value in ${notFinite} of ${trials} trials: an input reaches where the model is not defined`,
      zh: `${trials} 次试验中有 ${notFinite} 次没有有限的值:输入量的取值超出了模型的定义域`,
    },
    { trials, notFiniteTrials: notFinite },
    { pointer: '/model' },
  )
}

/** A sum of squares overflows long before the values do. */
function checkRepresentable({ outputs }: Conclusion): void {
  for (const { name, mean, standardDeviation, symmetricInterval } of outputs) {
    const figures = [mean, standardDeviation, symmetricInterval[1] - symmetricInterval[0]]
    if (figures.every(Number.isFinite)) continue
    throw notRepresentable(`u(${name}) = ${standardDeviation}`, {}, { pointer: placeOfOutput(name) })
  }
}

function monteCarloAnswer(
  { probability, seed, trials, regions }: Simulation,
  conclusion: Conclusion,
  validations: Readonly<Record<string, Validation>> | undefined,
): MonteCarloAnswer {
  const outputs = conclusion.outputs.map(({ name, largestShare: _, ...figures }) => [name, figures] as const)
  return {
    probability,
    trials: conclusion.trials,
    notFiniteTrials: conclusion.notFinite,
    seed,
    generator,
    stable: conclusion.isStable,
    significantDigits: trials.significantDigits,
    outputs: Object.fromEntries(outputs),
    ...(conclusion.outputs.length > 1 && { correlations: conclusion.correlations }),
    ...(regions.length > 0 && { jointRegions: conclusion.regions }),
    ...(validations && { validation: validations }),
  }
}

function validationsOf(
  { coverage }: MonteCarloTask,
  { probability, trials: { significantDigits } }: Simulation,
  { gum }: MeasurementModelEvaluation,
  { outputs }: Conclusion,
): Record<string, Validation> {
  const degreesOfFreedomRule = coverage?.degreesOfFreedomRule ?? 'interpolate'
  const asked = { probability, significantDigits, degreesOfFreedomRule }
  return Object.fromEntries(
    outputs.flatMap((result): [string, Validation][] => {
      const first = gum.outputs[result.name]
      if (!first) return []
      const { value, standardUncertainty, effectiveDegreesOfFreedom: nu } = first
      const degreesOfFreedom = nu === 'infinity' ? Infinity : nu
      const found = validation({ value, standardUncertainty, degreesOfFreedom }, result, asked)
      return found ? [[result.name, found]] : []
    }),
  )
}
