import { whileWanted } from '#http/while-wanted.ts'
import type { MonteCarloTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import type { Conclusion } from '#metrology/monte-carlo/conclusion.ts'
import {
  asksMonteCarlo,
  undertake,
  type EvaluationWithMonteCarlo,
} from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import type { Simulation } from '#metrology/monte-carlo/simulation.ts'
import { evaluateMeasurementModel } from '#metrology/uncertainty/evaluate-model.ts'

/** Runs a simulation somewhere else than where requests are answered. */
export type Simulate = (simulation: Simulation, signal: AbortSignal) => Promise<Conclusion>

declare module '#http/facilities.ts' {
  interface Facilities {
    readonly simulate: Simulate
  }
}

/** What can be refused is refused before anything is drawn; only the drawing is done elsewhere. */
export async function evaluateModel(
  task: MonteCarloTask,
  simulate: Simulate,
  signal: () => AbortSignal,
): Promise<EvaluationWithMonteCarlo> {
  if (!asksMonteCarlo(task)) return evaluateMeasurementModel(task)
  const { simulation, answer } = undertake(task)
  const asker = signal()
  return answer(await whileWanted(asker, simulate(simulation, asker)))
}
