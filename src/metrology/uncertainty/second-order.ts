import { gradientAlong } from '#metrology/measurement-model/derivatives/gradient-along.ts'
import type { MeasurementModel, ModelOutput } from '#metrology/measurement-model/model.ts'
import type { CorrelationFactor } from './correlation-factor.ts'
import type { ModelInput } from './input-quantity.ts'

/** A line through the estimates along which one uncorrelated part of the inputs moves by its uncertainty. */
type Direction = ReadonlyMap<number, number>

/**
 * u²(y) with the terms of second order of the note to GUM 5.1.2, which assume normal inputs:
 * Σᵢ (fᵢ uᵢ)² + Σᵢⱼ [½ fᵢⱼ² + fᵢ fᵢⱼⱼ] uᵢ² uⱼ². Correlated inputs enter by their uncorrelated parts, for which the
 * note holds as it stands. It may be below zero, and not a number where a derivative does not exist.
 */
export function secondOrderVariance(
  model: MeasurementModel,
  output: ModelOutput,
  inputs: readonly ModelInput[],
  factor: CorrelationFactor | undefined,
): number {
  const estimates = inputs.map(({ estimate }) => estimate)
  const directions = directionsOf(output, inputs, factor)
  let first = 0
  let second = 0
  for (const [k, along] of directions.entries()) {
    const gradient = gradientAlong(model.program, output, estimates, along)
    for (const [l, other] of directions.entries()) {
      const [f, fk, halfOfFkk] = [0, 1, 2].map((order) => component(gradient, other, order))
      if (k === l) first += (f ?? 0) ** 2
      second += (fk ?? 0) ** 2 / 2 + 2 * (f ?? 0) * (halfOfFkk ?? 0)
    }
  }
  return first + second
}

/** How many steps it takes to go along every line once. */
export const secondOrderCost = (output: ModelOutput, inputs: readonly ModelInput[]): number =>
  output.steps.length * output.uses.filter((i) => (inputs[i]?.standardUncertainty ?? 0) > 0).length

function component(gradient: readonly (readonly number[])[], along: Direction, order: number): number {
  let sum = 0
  for (const [i, d] of along) sum += (gradient[i]?.[order] ?? 0) * d
  return sum
}

/** uᵢ along the axis of an input, or a column of the factor for inputs that are correlated. */
function directionsOf(
  { uses }: ModelOutput,
  inputs: readonly ModelInput[],
  factor: CorrelationFactor | undefined,
): Direction[] {
  const members = factor?.members ?? []
  const uncertainty = (i: number) => (uses.includes(i) ? (inputs[i]?.standardUncertainty ?? 0) : 0)
  const axes = uses
    .filter((i) => !members.includes(i) && uncertainty(i) > 0)
    .map((i) => new Map([[i, uncertainty(i)]]))
  const mixed = members.map(
    (_, k) =>
      new Map(
        members
          .map((i, row): [number, number] => [i, (factor?.rows[row]?.[k] ?? 0) * uncertainty(i)])
          .filter(([, d]) => d !== 0),
      ),
  )
  return [...axes, ...mixed.filter(({ size }) => size > 0)]
}
