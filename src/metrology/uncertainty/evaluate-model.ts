import { within } from '#refusal.ts'
import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import { adviceOnInputs, adviceOnOutput } from './advice.ts'
import {
  jointSamples,
  readingsDependence,
  statedCorrelations,
  type Dependence,
  type StatedCorrelation,
} from './correlation.ts'
import { statedCoverage, type StatedCoverage } from './coverage.ts'
import {
  answeredBudget,
  answeredOutput,
  engine,
  withFormulas,
  withModel,
  type MeasurementModelEvaluation,
} from './evaluation-answer.ts'
import { readingsOf, resolveInput, type InputQuantity, type ModelInput } from './input-quantity.ts'
import { adviceOnNonlinearity, nonlinearities, secondOrderAnswer } from './nonlinearity.ts'
import { propagate, type Propagation } from './propagate.ts'
import { sampleOf } from './readings.ts'
import { methodNotSupported } from './refusals.ts'
import { reportedResult } from './reported.ts'

/** A budget to be evaluated, as it is stated. */
export interface MeasurementModelTask {
  readonly method: readonly string[]
  readonly model: { readonly outputs: Readonly<Record<string, string>> }
  readonly inputs: Readonly<Record<string, InputQuantity>>
  readonly correlations?: readonly StatedCorrelation[]
  readonly correlationsFromReadings?: readonly string[]
  readonly coverage?: StatedCoverage
  /** Whether the model and the sensitivities are shown as formulas, beside their values. */
  readonly formulas?: boolean
}

export const propagationMethods = ['gum', 'gum-second-order']

/**
 * GUM clause 5 to 7 for a whole task: the same task always gives the same answer, to the last digit. First order is
 * evaluated whichever method is asked for, since every other one is told beside it.
 */
export function evaluateMeasurementModel(task: MeasurementModelTask): MeasurementModelEvaluation {
  checkMethods(task.method, propagationMethods)
  const stated = new Map(Object.entries(task.inputs))
  const model = knownModel(task.model.outputs, [...stated.keys()])
  const inputs = resolvedInputs(stated)
  const dependence = statedDependence(task, stated)
  const coverage = task.coverage && statedCoverage(task.coverage)

  const { outputs, correlations } = propagate(model, inputs, dependence, coverage)
  const joint = jointObservationsOf(inputs, dependence)
  const bent = nonlinearities(model, inputs, dependence, outputs)

  const byName = <T>(view: (output: Propagation['outputs'][number]) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      outputs.flatMap((output): [string, T][] => {
        const seen = view(output)
        return seen === undefined ? [] : [[output.name, seen]]
      }),
    )
  return {
    gum: {
      outputs: byName((output) => {
        const answer = answeredOutput(output, inputs)
        return task.formulas ? withModel(answer, task.model.outputs[output.name] ?? '') : answer
      }),
      ...(outputs.length > 1 && { correlations }),
      ...(joint && { jointObservations: joint }),
    },
    ...(task.method.includes('gum-second-order') && { gumSecondOrder: secondOrderAnswer(bent) }),
    budget: byName(({ name, budget }) => {
      const lines = answeredBudget(budget)
      return task.formulas ? withFormulas(lines, task.model.outputs, name) : lines
    }),
    reported: byName((output) => reportedResult(output, coverage, task.coverage)),
    advice: [
      ...adviceOnInputs(model, inputs, stated),
      ...outputs.flatMap((output) => adviceOnOutput(output, stated, coverage)),
      ...bent.flatMap(adviceOnNonlinearity),
    ],
    engine,
  }
}

/** Half an answer would look like a whole one: a task that asks for a method not built is refused. */
export function checkMethods(asked: readonly string[], supported: readonly string[]): void {
  const unknown = asked.filter((method) => !supported.includes(method))
  if (unknown.length === 0) return
  const [first = ''] = unknown
  throw methodNotSupported(
    {
      en: `${unknown.join(', ')}; supported: ${supported.join(', ')}`,
      zh: `${unknown.join(', ')};支持:${supported.join(', ')}`,
    },
    { notSupported: unknown, supported },
    { pointer: `/method/${asked.indexOf(first)}` },
  )
}

export const resolvedInputs = (stated: ReadonlyMap<string, InputQuantity>): ModelInput[] =>
  [...stated].map(([symbol, input]) => ({
    symbol,
    ...within(`/inputs/${symbol}`, () => resolveInput(input)),
  }))

/** The correlations of a task: those it lists, and those of readings that were taken together. */
export function statedDependence(
  task: Pick<MeasurementModelTask, 'correlations' | 'correlationsFromReadings'>,
  stated: ReadonlyMap<string, InputQuantity>,
): Dependence {
  const listed = statedCorrelations(task.correlations ?? [], new Set(stated.keys()))
  if (!task.correlationsFromReadings) return { correlations: listed }
  const samples = jointSamples(task.correlationsFromReadings, (name) => {
    const readings = stated.get(name)?.readings
    return readings && within(`/inputs/${name}`, () => sampleOf(readingsOf(readings)))
  })
  return readingsDependence(samples, listed)
}

/** Where all uncertain inputs come from the same n observations, so does every linearised output. */
function jointObservationsOf(inputs: readonly ModelInput[], { joint }: Dependence) {
  const uncertain = inputs.filter(({ standardUncertainty }) => standardUncertainty > 0)
  if (!joint || !uncertain.every(({ symbol }) => joint.inputs.includes(symbol))) return undefined
  return { n: joint.n, degreesOfFreedom: joint.n - 1 }
}
