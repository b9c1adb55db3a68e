import { noDerivative } from '#metrology/measurement-model/evaluation.ts'
import type { ModelOutput } from '#metrology/measurement-model/model.ts'
import type { CorrelationFactor } from './correlation-factor.ts'
import type { ModelInput } from './input-quantity.ts'
import { norm } from './readings.ts'
import { notRepresentable } from './refusals.ts'

/** What the inputs contribute to one output, one element for each input of the model. */
export interface Contributions {
  readonly sensitivities: Float64Array
  /** c_i u(x_i), with the sign of c_i. */
  readonly signed: Float64Array
  /** The same as uncorrelated parts of y: their squares add up to u²(y), whatever the correlations. */
  readonly parts: Float64Array
  readonly standardUncertainty: number
  /** Of u²(y): each input's own variance and its covariances (GUM 5.2.2); they add up to 1, or all are 0. */
  readonly shares: Float64Array
}

/** GUM 5.1.2, eq. (10), and 5.2.2, eq. (13); nothing is squared before it has been divided by u(y). */
export function contributionsOf(
  output: ModelOutput,
  sensitivities: Float64Array,
  inputs: readonly ModelInput[],
  factor: CorrelationFactor | undefined,
): Contributions {
  const signed = Float64Array.from(inputs, ({ symbol, standardUncertainty: u }, i) => {
    if (u === 0 || !output.uses.has(i)) return 0
    const c = sensitivities[i] ?? 0
    if (!Number.isFinite(c)) throw noDerivative(output, symbol)
    return c * u
  })
  const parts = factor ? uncorrelated(signed, factor) : signed
  const u = norm(parts)
  if (!Number.isFinite(u)) {
    throw notRepresentable(`u(${output.name}) = ${u}`, {}, { pointer: `/model/outputs/${output.name}` })
  }
  const along = factor ? projected(parts, factor) : parts
  const shares = signed.map((t, i) => (u === 0 ? 0 : (t / u) * ((along[i] ?? 0) / u)))
  return { sensitivities, signed, parts, standardUncertainty: u, shares }
}

/** Lᵀ t on the places of the correlated inputs, t on all others. */
function uncorrelated(signed: Float64Array, { members, rows }: CorrelationFactor): Float64Array {
  const parts = signed.slice()
  for (const [k, place] of members.entries()) {
    parts[place] = members.reduce((sum, input, i) => sum + (rows[i]?.[k] ?? 0) * (signed[input] ?? 0), 0)
  }
  return parts
}

/** L w: the covariance of each input, in units of its u, with the whole of the output. */
function projected(parts: Float64Array, { members, rows }: CorrelationFactor): Float64Array {
  const along = parts.slice()
  for (const [i, input] of members.entries()) {
    along[input] = members.reduce((sum, place, k) => sum + (rows[i]?.[k] ?? 0) * (parts[place] ?? 0), 0)
  }
  return along
}

/** JCGM 102:2011, 6.2.1.3: the correlation coefficient of two outputs; none where one has no uncertainty. */
export function outputCorrelation(a: Contributions, b: Contributions): number | undefined {
  if (a.standardUncertainty === 0 || b.standardUncertainty === 0) return undefined
  const r = a.parts.reduce(
    (sum, part, i) => sum + (part / a.standardUncertainty) * ((b.parts[i] ?? 0) / b.standardUncertainty),
    0,
  )
  return Math.max(-1, Math.min(1, r)) + 0
}
