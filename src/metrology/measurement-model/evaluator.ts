import { gradientCode, type Evaluate, type OutputSteps } from './code/gradient-code.ts'
import { gradient, run, type Program } from './program.ts'

/** Writing the code takes as long as interpreting it this often. */
const worthwhileAfter = 500

/** Longer code is not optimised by the engine, and is then no faster than the list of steps. */
const longestCode = 2000

/**
 * Values and sensitivities of all outputs: by the list of steps at first, by code made from it once a model has
 * been evaluated so often that this pays. Which of them was at work cannot be seen in any digit.
 */
export function evaluator(program: Program, outputs: readonly OutputSteps[]): Evaluate {
  let interpretations = 0
  let code: Evaluate | undefined
  return (estimates) => {
    if (code) return code(estimates)
    interpretations++
    if (interpretations === worthwhileAfter && lengthOf(program, outputs) <= longestCode)
      code = gradientCode(program, outputs)
    return interpreted(program, outputs, estimates)
  }
}

export function interpreted(
  program: Program,
  outputs: readonly OutputSteps[],
  estimates: ArrayLike<number>,
): ReturnType<Evaluate> {
  const slots = run(program, estimates)
  if (!Array.isArray(slots)) return undefined
  return outputs.map(({ slot, steps }) => ({
    value: (slots[slot] ?? 0) + 0,
    sensitivities: gradient(program, slots, steps, slot),
  }))
}

const lengthOf = ({ steps }: Program, outputs: readonly OutputSteps[]): number =>
  outputs.reduce((sum, output) => sum + output.steps.length, steps.length)
