import { noDerivative } from '#metrology/measurement-model/evaluation.ts'
import { zeros } from '#metrology/measurement-model/program.ts'
import type { ModelOutput } from '#metrology/measurement-model/model.ts'
import type { CorrelationFactor } from './correlation-factor.ts'
import type { ModelInput } from './input-quantity.ts'
import { norm } from './readings.ts'
import { notRepresentable } from './refusals.ts'

/** What the inputs contribute to one output, one element for each input of the model. */
export interface Contributions {
  readonly sensitivities: readonly number[]
  /** c_i u(x_i), with the sign of c_i. */
  readonly signed: readonly number[]
  /** The same as uncorrelated parts of y: their squares add up to u²(y), whatever the correlations. */
  readonly parts: readonly number[]
  readonly standardUncertainty: number
  /** Of u²(y): each input's own variance and its covariances (GUM 5.2.2); they add up to 1, or all are 0. */
  readonly shares: readonly number[]
}

/** GUM 5.1.2, eq. (10), and 5.2.2, eq. (13); nothing is squared before it has been divided by u(y). */
export function contributionsOf(
  output: ModelOutput,
  sensitivities: readonly number[],
  inputs: readonly ModelInput[],
  factor: CorrelationFactor | undefined,
): Contributions {
  const signed = zeros(inputs.length)
  for (const i of output.uses) signed[i] = contributionOf(output, inputs[i], sensitivities[i] ?? 0)
  const parts = factor ? uncorrelated(signed, factor) : signed
  const u = norm(parts)
  if (!Number.isFinite(u)) {
    throw notRepresentable(`u(${output.name}) = ${u}`, {}, { pointer: `/model/outputs/${output.name}` })
  }
  const along = factor ? projected(parts, factor) : parts
  const shares = zeros(inputs.length)
  if (u > 0) for (const i of output.uses) shares[i] = ((signed[i] ?? 0) / u) * ((along[i] ?? 0) / u)
  return { sensitivities, signed, parts, standardUncertainty: u, shares }
}

/** c u(x); an exact constant contributes nothing, also where the model has no derivative for it. */
function contributionOf(output: ModelOutput, input: ModelInput | undefined, c: number): number {
  if (!input || input.standardUncertainty === 0) return 0
  if (!Number.isFinite(c)) throw noDerivative(output, input.symbol)
  return c * input.standardUncertainty
}

/** Lᵀ t on the places of the correlated inputs, t on all others. */
function uncorrelated(signed: readonly number[], { members, rows }: CorrelationFactor): number[] {
  const parts = signed.slice()
  for (const [k, place] of members.entries()) {
    parts[place] = members.reduce((sum, input, i) => sum + (rows[i]?.[k] ?? 0) * (signed[input] ?? 0), 0)
  }
  return parts
}

/** L w: the covariance of each input, in units of its u, with the whole of the output. */
function projected(parts: readonly number[], { members, rows }: CorrelationFactor): number[] {
  const along = parts.slice()
  for (const [i, input] of members.entries()) {
    along[input] = members.reduce((sum, place, k) => sum + (rows[i]?.[k] ?? 0) * (parts[place] ?? 0), 0)
  }
  return along
}

/** JCGM 102:2011, 6.2: the correlation coefficient of two outputs; none where one has no uncertainty. */
export function outputCorrelation(a: Contributions, b: Contributions): number | undefined {
  if (a.standardUncertainty === 0 || b.standardUncertainty === 0) return undefined
  const r = a.parts.reduce(
    (sum, part, i) => sum + (part / a.standardUncertainty) * ((b.parts[i] ?? 0) / b.standardUncertainty),
    0,
  )
  return Math.max(-1, Math.min(1, r)) + 0
}
