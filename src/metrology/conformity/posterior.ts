import type { Distribution } from '#metrology/distributions/distribution.ts'
import type { ToleranceLimits } from './conformance-probability.ts'
import { priorContradicted } from './conformity.refusals.ts'
import { expectation } from './prior.ts'

/** What is known after a measurement of an item about which something was known before (JCGM 106:2012, 6.2). */
export interface Posterior {
  readonly conformanceProbability: number
  /** The specific risk of accepting it, with its digits where it is small. */
  readonly nonconformanceProbability: number
  readonly posterior: { readonly mean: number; readonly standardDeviation: number }
}

const one = () => 1

/** Bayes' theorem for one indication with a normal error: g(η | y) ∝ g(η) φ((y − η)/u). */
export function posteriorOf(
  prior: Distribution,
  indication: number,
  standardUncertainty: number,
  { lower = -Infinity, upper = Infinity }: ToleranceLimits,
): Posterior {
  const u = standardUncertainty
  const { support } = prior
  // The likelihood in terms of its greatest value where the quantity can be, which lies at the origin.
  const origin = Math.min(Math.max(indication, support.lower), support.upper)
  const gap = (indication - origin) / u
  const likelihood = (t: number) => Math.exp(((2 * gap - t / u) * (t / u)) / 2)
  const peaks = [
    { at: 0, width: u / Math.max(1, Math.abs(gap)) },
    ...compromise(prior, indication, origin, u),
  ]
  const over = (f: (t: number) => number, from: number, to: number) =>
    expectation(prior, (t) => likelihood(t) * f(t), { origin, from: from - origin, to: to - origin }, peaks)
  const [below, within, above] = [
    over(one, -Infinity, lower),
    over(one, lower, upper),
    over(one, upper, Infinity),
  ]
  const total = below + within + above
  if (!(total > 0)) throw priorContradicted(`${indication}`, {}, { pointer: '/indication' })
  const shift = over((t) => t, -Infinity, Infinity) / total
  const variance = over((t) => (t - shift) ** 2, -Infinity, Infinity) / total
  return {
    conformanceProbability: within / total,
    nonconformanceProbability: (below + above) / total,
    posterior: { mean: origin + shift, standardDeviation: Math.sqrt(variance) },
  }
}

/** Where a normal prior and the measurement would meet. */
function compromise(
  { mean, standardDeviation }: Distribution,
  indication: number,
  origin: number,
  u: number,
) {
  const [a, b] = [standardDeviation ** -2, u ** -2]
  return [{ at: (a * (mean - origin) + b * (indication - origin)) / (a + b), width: 1 / Math.sqrt(a + b) }]
}
