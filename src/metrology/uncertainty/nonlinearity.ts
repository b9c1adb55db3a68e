import type { MeasurementModel } from '#metrology/measurement-model/model.ts'
import { placeOfOutput } from '#metrology/measurement-model/place.ts'
import type { Advice } from './advice.ts'
import { correlationFactor } from './correlation-factor.ts'
import type { Dependence } from './correlation.ts'
import type { ModelInput } from './input-quantity.ts'
import type { OutputResult } from './propagate.ts'
import { secondOrderUnknown } from './refusals.ts'
import { secondOrderCost, secondOrderVariance } from './second-order.ts'

/** One output at first and at second order. */
export interface Nonlinearity {
  readonly output: string
  readonly first: number
  /** u² with the terms of second order; not a number where it is not known. */
  readonly variance: number
}

/** A model of this many steps times uncertain inputs takes about 25 ms; a longer one is not looked at. */
const mostSteps = 60_000

/** A difference of this part of u changes the second of its two digits (JCGM 101:2008, 7.9.2). */
const noticeable = 0.05

export function nonlinearities(
  model: MeasurementModel,
  inputs: readonly ModelInput[],
  { correlations }: Dependence,
  outputs: readonly OutputResult[],
): Nonlinearity[] {
  const cost = model.outputs.reduce((sum, output) => sum + secondOrderCost(output, inputs), 0)
  const factor = correlations.length > 0 ? correlationFactor(model.inputs, correlations) : undefined
  return outputs.map(({ name, standardUncertainty }, i) => {
    const output = model.outputs[i]
    const isShort = output !== undefined && cost <= mostSteps
    const variance = isShort ? secondOrderVariance(model, output, inputs, factor) : Number.NaN
    return { output: name, first: standardUncertainty, variance }
  })
}

/** As it is asked for; an output whose terms of second order outweigh the first ones has no u, and is left out. */
export function secondOrderAnswer(all: readonly Nonlinearity[]) {
  const unknown = all.find(({ variance }) => !Number.isFinite(variance))
  if (unknown) {
    throw secondOrderUnknown(
      {
        en: `${unknown.output} has no derivatives of second and third order, or too many of them`,
        zh: `${unknown.output} 没有二阶和三阶导数,或其数量过多`,
      },
      { output: unknown.output },
      { pointer: placeOfOutput(unknown.output) },
    )
  }
  const known = all.filter(({ variance }) => variance >= 0)
  return {
    outputs: Object.fromEntries(
      known.map(({ output, variance }) => [output, { standardUncertainty: Math.sqrt(variance) }]),
    ),
  }
}

/** About a result at first order that terms of second order would change in its second digit. */
export function adviceOnNonlinearity({ output, first, variance }: Nonlinearity): Advice[] {
  // Where u = 0 at first order that is said already.
  if (!Number.isFinite(variance) || first === 0) return []
  const second = Math.sqrt(Math.max(variance, 0))
  if (Math.abs(second - first) <= noticeable * Math.max(first, second)) return []
  const u = first.toPrecision(3)
  const v = second.toPrecision(3)
  const [en, zh] =
    variance < 0
      ? ['which the terms of second order outweigh', '二阶项的影响超过一阶项']
      : [`${v} with the terms of second order`, `计入二阶项为 ${v}`]
  return [
    {
      code: 'uncertainty.strongly-nonlinear',
      output,
      en: `Monte Carlo (JCGM 101) is recommended because the model of ${output} is strongly non-linear at the estimates: u = ${u} at first order, ${en} (GUM 5.1.2, note).`,
      zh: `${output} 的模型在估计值处明显非线性,建议采用蒙特卡洛法(JJF 1059.2):一阶 u = ${u},${zh}(GUM 5.1.2 注)。`,
    },
  ]
}
