import type { Refusal } from '#refusal.ts'
import type { OutputValue } from './code/gradient-code.ts'
import type { MeasurementModel, ModelOutput } from './model.ts'
import { placeOf, placeOfOutput } from './place.ts'
import { gradient, run, type Step } from './program.ts'
import { notFinite } from './refusals.ts'

/** A model at the estimates of its inputs (GUM 4.1.4): every value it passes through, in its slots. */
export type ModelValues = readonly number[]

/** Refused, with the place in the text, where any step is not a finite number: 1/0, log(-1), overflow. */
export function evaluateModel(model: MeasurementModel, estimates: ArrayLike<number>): ModelValues {
  const values = run(model.program, estimates)
  if (Array.isArray(values)) return values
  throw stepNotFinite(model, values)
}

/** Values and sensitivities of all outputs, in the order of the model; refused as in `evaluateModel`. */
export const outputsAt = (model: MeasurementModel, estimates: ArrayLike<number>): readonly OutputValue[] =>
  // Only what steps through the model again can say where it failed.
  model.evaluate(estimates) ?? outputsOf(model, evaluateModel(model, estimates))

const outputsOf = (model: MeasurementModel, values: ModelValues): OutputValue[] =>
  model.outputs.map((output) => ({
    value: valueOf(values, output),
    sensitivities: sensitivitiesOf(model, values, output),
  }))

/** Minus zero is no value of a measurand. */
export const valueOf = (values: ModelValues, output: ModelOutput): number => (values[output.slot] ?? 0) + 0

/** GUM 5.1.3: the partial derivatives, one for each input in the order of the model; see `gradient`. */
export const sensitivitiesOf = (model: MeasurementModel, values: ModelValues, output: ModelOutput) =>
  gradient(model.program, values, output.steps, output.slot)

/** For an input with an uncertainty, a derivative that does not exist leaves the law of propagation nothing. */
export function noDerivative(output: ModelOutput, input: string): Refusal {
  return notFinite(
    {
      en: `"${output.name}" has no finite derivative with respect to "${input}" at the estimates`,
      zh: `"${output.name}" 在估计值处对 "${input}" 没有有限的导数`,
    },
    { input },
    { pointer: placeOfOutput(output.name) },
  )
}

function stepNotFinite({ outputs }: MeasurementModel, step: Step): Refusal {
  const name = outputs.find(({ steps }) => steps.includes(step))?.name ?? ''
  const { en, zh, facts } = placeOf(step.at)
  return notFinite(
    {
      en: `The operation ${en} has no finite result at the estimates`,
      zh: `${zh}的运算在估计值处没有有限的结果`,
    },
    facts,
    name === '' ? {} : { pointer: placeOfOutput(name) },
  )
}
