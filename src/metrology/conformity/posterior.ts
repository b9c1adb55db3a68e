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
  const { support, mean } = prior
  // The likelihood in terms of its greatest value where the quantity can be.
  const nearest = Math.min(Math.max(indication, support.lower), support.upper)
  const best = ((indication - nearest) / u) ** 2
  const likelihood = (x: number) => Math.exp((best - ((indication - x) / u) ** 2) / 2)
  const peaks = [
    { at: indication, width: u },
    ...(nearest === indication ? [] : [{ at: nearest, width: u / Math.max(1, Math.sqrt(best)) }]),
    ...compromise(prior, indication, u),
  ]
  const over = (f: (x: number) => number, from: number, to: number) =>
    expectation(prior, (x) => likelihood(x) * f(x), { from, to }, peaks)
  const [below, within, above] = [
    over(one, -Infinity, lower),
    over(one, lower, upper),
    over(one, upper, Infinity),
  ]
  const total = below + within + above
  if (!(total > 0)) throw priorContradicted(`${indication}`, {}, { pointer: '/indication' })
  const shift = over((x) => x - mean, -Infinity, Infinity) / total
  const variance = over((x) => (x - mean - shift) ** 2, -Infinity, Infinity) / total
  return {
    conformanceProbability: within / total,
    nonconformanceProbability: (below + above) / total,
    posterior: { mean: mean + shift, standardDeviation: Math.sqrt(variance) },
  }
}

/** Where a normal prior and the measurement would meet. */
function compromise({ mean, standardDeviation }: Distribution, indication: number, u: number) {
  const [a, b] = [standardDeviation ** -2, u ** -2]
  return [{ at: (a * mean + b * indication) / (a + b), width: 1 / Math.sqrt(a + b) }]
}
