import { evaluateModel } from '#metrology/measurement-model/evaluation.ts'
import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import { placeOfInput } from '#metrology/measurement-model/place.ts'
import type { Dependence } from '#metrology/uncertainty/correlation.ts'
import {
  resolvedInputs,
  statedDependence,
  type MeasurementModelTask,
} from '#metrology/uncertainty/evaluate-model.ts'
import type { InputQuantity, ModelInput } from '#metrology/uncertainty/input-quantity.ts'
import { within } from '#refusal.ts'
import type { Draw, JointDraw } from './draws/draw.ts'
import { drawOfInput } from './draws/draw-of-input.ts'
import { jointDraws } from './draws/joint-draws.ts'
import { unknownOutput } from './refusals.ts'
import type { Simulation } from './simulation.ts'
import { probabilityOf, seedOf, trialsPlan, type StatedRun } from './stated-run.ts'

export interface MonteCarloTask extends MeasurementModelTask {
  readonly monteCarlo?: StatedRun
}

/** JCGM 101:2008, 5.9.6: what is drawn, what is computed from it, and how often. Nothing has been drawn yet. */
export function simulationOfTask(task: MonteCarloTask): Simulation {
  const stated = new Map(Object.entries(task.inputs))
  const model = knownModel(task.model.outputs, [...stated.keys()])
  const inputs = resolvedInputs(stated)
  // A model that has no value at the estimates is refused with the place where it has none.
  evaluateModel(
    model,
    inputs.map(({ estimate }) => estimate),
  )
  const { draws, joint, narrowed } = drawsOf(inputs, statedDependence(task, stated), stated)
  const run = task.monteCarlo ?? {}
  const probability = probabilityOf(run, task.coverage)
  const outputs = model.outputs.map(({ name, slot }) => ({ name, slot }))
  const { program } = model
  const nanosecondsPerTrial = costOf(program.steps.length, draws.size, joint)
  const isDrawn = new Set([...draws.keys(), ...joint.flatMap((group) => group.inputs)])
  return {
    program,
    outputs,
    constants: new Map(
      inputs.flatMap(({ estimate }, i): [number, number][] => (isDrawn.has(i) ? [] : [[i, estimate]])),
    ),
    draws,
    joint,
    narrowed,
    seed: seedOf(run),
    probability,
    trials: trialsPlan(run, probability, { outputs: outputs.length, nanosecondsPerTrial }),
    histogramClasses: run.histogram?.classes ?? 0,
    regions: regionsOf(run, outputs),
  }
}

function drawsOf(
  inputs: readonly ModelInput[],
  dependence: Dependence,
  stated: ReadonlyMap<string, InputQuantity>,
): { draws: Map<number, Draw>; joint: JointDraw[]; narrowed: string[] } {
  const draws = new Map<number, Draw>()
  for (const [i, input] of inputs.entries()) {
    const form = stated.get(input.symbol) ?? {}
    const draw = within(placeOfInput(input.symbol), () => drawOfInput(form, input))
    if (draw) draws.set(i, draw)
  }
  const joint = jointDraws(inputs, draws, dependence, stated)
  const normal = joint.filter(({ degreesOfFreedom }) => degreesOfFreedom === undefined)
  const narrowed = normal
    .flatMap((group) => group.inputs.filter((i) => draws.get(i)?.kind === 't'))
    .map((i) => inputs[i]?.symbol ?? '')
  for (const group of joint) for (const input of group.inputs) draws.delete(input)
  return { draws, joint, narrowed }
}

/** Roughly, on the machines of the day: longer models are interpreted. */
function costOf(steps: number, draws: number, joint: readonly JointDraw[]): number {
  const together = joint.reduce((sum, { inputs: { length } }) => sum + 20 * length + length * length, 0)
  return 20 + steps * (steps > 2000 ? 10 : 2) + 25 * draws + together
}

function regionsOf(
  { jointRegions = [] }: StatedRun,
  outputs: Simulation['outputs'],
): (readonly [number, number])[] {
  return jointRegions.map(({ between }, i) => {
    const [a = -1, b = -1] = between.map((name) => outputs.findIndex((output) => output.name === name))
    if (a >= 0 && b >= 0 && a !== b) return [a, b]
    throw unknownOutput(between.join(', '), {}, { pointer: `/monteCarlo/jointRegions/${i}/between` })
  })
}
