import type { Distribution } from '#metrology/distributions/distribution.ts'
import { integrate } from '#metrology/numerics/quadrature.ts'
import type { ToleranceLimits } from './conformance-probability.ts'

/** Half-open towards where no limit is. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** In standard deviations; beyond the last of them a normal density is less than the smallest double. */
const distances = [0, 1, 2, 4, 8, 16, 38.5]
/** Those of the items may have long tails, like a t-distribution. */
const farDistances = [...distances, 1e3, 1e6]

/** A peak of this width at this place. */
export interface Peak {
  readonly at: number
  readonly width: number
}

/**
 * ∫ g(o + t) f(t) dt over a range of t, for the density g of the items or of what was known before. The origin o is
 * where f changes fastest: distances from it have digits that the quantity itself has not where u is tiny. `peaks`
 * say where f changes; where nothing changes any more, nothing is left to be integrated.
 */
export function expectation(
  prior: Distribution,
  f: (t: number) => number,
  { origin, ...range }: Range & { readonly origin: number },
  peaks: readonly Peak[],
): number {
  const { support, density, mean, standardDeviation, corners, powerAtEnds = 1 } = prior
  const marks = [
    ...peaks.flatMap((peak) => marksOf(peak, distances)),
    ...marksOf({ at: mean - origin, width: standardDeviation }, farDistances),
    ...corners.map((corner) => corner - origin),
  ]
  const from = Math.max(range.from, support.lower - origin, Math.min(...marks))
  const to = Math.min(range.to, support.upper - origin, Math.max(...marks))
  if (!(to > from)) return 0
  const ends = [from, ...marks.filter((t) => t > from && t < to), to]
  return integrateBetween((t) => density(origin + t) * f(t), ends, 1 / Math.max(powerAtEnds, 1e-3))
}

const marksOf = ({ at, width }: Peak, all: readonly number[]) =>
  all.flatMap((k) => [at - k * width, at + k * width])

/** From ends where the integrand is infinite the way is taken in steps s with d = sᵏ, in which it is not. */
function integrateBetween(integrand: (t: number) => number, ends: readonly number[], k: number): number {
  const [first = 0, last = first] = [ends[0], ends.at(-1)]
  if (Number.isFinite(integrand(first) + integrand(last))) return integrate(integrand, ends)
  const middle = first + (last - first) / 2
  return (
    fromInfinite(integrand, [...ends.filter((t) => t < middle), middle], k) +
    fromInfinite((t) => integrand(-t), [...ends.filter((t) => t > middle).map((t) => -t), -middle], k)
  )
}

function fromInfinite(integrand: (t: number) => number, ends: readonly number[], k: number): number {
  const start = Math.min(...ends)
  if (Number.isFinite(integrand(start))) return integrate(integrand, ends)
  return integrate(
    (s) => integrand(start + s ** k) * k * s ** (k - 1),
    ends.map((t) => (t - start) ** (1 / k)),
  )
}

/** A limit that the quantity cannot pass is no requirement: of a roughness, that it is not negative. */
export function effectiveLimits(
  { support }: Distribution,
  { lower, upper }: ToleranceLimits,
): ToleranceLimits {
  return {
    ...(lower !== undefined && lower > support.lower && { lower }),
    ...(upper !== undefined && upper < support.upper && { upper }),
  }
}
