import { compileModel, type MeasurementModel } from './model.ts'

/** Enough for the models of a laboratory's daily work; the oldest unused one gives way. */
const mostSteps = 200_000

type Compile = (outputs: Readonly<Record<string, string>>, inputs: readonly string[]) => MeasurementModel

/** Remembers compiled models up to a total length: the same text is the same program. */
export function rememberingModels(compile: Compile, capacity: number): Compile {
  const known = new Map<string, MeasurementModel>()
  let held = 0
  const forgetOldest = () => {
    for (const [key, model] of known) {
      if (held <= capacity) return
      known.delete(key)
      held -= sizeOf(model)
    }
  }
  return (outputs, inputs) => {
    const key = JSON.stringify([inputs, Object.entries(outputs)])
    const found = known.get(key)
    const model = found ?? compile(outputs, inputs)
    if (found) known.delete(key)
    else held += sizeOf(model)
    known.set(key, model)
    forgetOldest()
    return model
  }
}

/** Each output lists the steps it is made of; texts count as well, at a step for eight characters. */
const sizeOf = ({ outputs, inputs }: MeasurementModel): number =>
  outputs.reduce((sum, { steps, text }) => sum + steps.length + text.length / 8, inputs.length + 1)

/** As `compileModel`, remembered. */
export const knownModel: Compile = rememberingModels(compileModel, mostSteps)
