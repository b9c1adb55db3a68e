import type { Distribution } from '#metrology/distributions/distribution.ts'
import { normalUpperTail } from '#metrology/distributions/normal-distribution.ts'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import type { ToleranceLimits } from './conformance-probability.ts'
import { targetUnreachable } from './conformity.refusals.ts'
import { expectation } from './prior.ts'

/** Items and how they are measured (JCGM 106:2012, 9.5). */
export interface Inspection {
  readonly prior: Distribution
  /** Of the measurement, whose errors are normal. */
  readonly standardUncertainty: number
  readonly tolerance: ToleranceLimits
}

/** JCGM 106:2012, 9.5.2 and 9.5.3. */
export interface GlobalRisk {
  /** P(accepted and out of tolerance) */
  readonly consumerRisk: number
  /** P(rejected and in tolerance) */
  readonly producerRisk: number
  /** P(out of tolerance | accepted); absent where nothing is accepted. */
  readonly conditionalConsumerRisk?: number
}

export function globalRisk(inspection: Inspection, acceptance: ToleranceLimits): GlobalRisk {
  const consumerRisk = consumerRiskOf(inspection, acceptance)
  const { prior, standardUncertainty: u, tolerance } = inspection
  const { lower = -Infinity, upper = Infinity } = tolerance
  const peaks = limitsOf(acceptance, tolerance).map((at) => ({ at, width: u }))
  const rejected = (x: number) => rejection(x, u, acceptance)
  const inTolerance = { from: lower, to: upper }
  const producerRisk = expectation(prior, rejected, inTolerance, peaks)
  const accepted =
    expectation(prior, (x) => acceptanceOf(x, u, acceptance), inTolerance, peaks) + consumerRisk
  return {
    consumerRisk,
    producerRisk,
    ...(accepted > 0 && { conditionalConsumerRisk: consumerRisk / accepted }),
  }
}

/** JCGM 106:2012, 9.5.2.2, eq. (17) and (18). */
export function consumerRiskOf(
  { prior, standardUncertainty: u, tolerance }: Inspection,
  acceptance: ToleranceLimits,
): number {
  const peaks = limitsOf(acceptance, tolerance).map((at) => ({ at, width: u }))
  const accepted = (x: number) => acceptanceOf(x, u, acceptance)
  const below = { from: -Infinity, to: tolerance.lower ?? -Infinity }
  const above = { from: tolerance.upper ?? Infinity, to: Infinity }
  return expectation(prior, accepted, below, peaks) + expectation(prior, accepted, above, peaks)
}

/** P(X out of tolerance), before anything is measured. */
export const outOfTolerance = ({ prior, tolerance: { lower, upper } }: Inspection): number =>
  (lower === undefined ? 0 : prior.below(lower)) + (upper === undefined ? 0 : prior.above(upper))

/**
 * The guard band with which the consumer's risk is the target, the same at both limits; negative where already
 * simple acceptance has less.
 */
export function guardBandForTarget(inspection: Inspection, target: number): number {
  const { standardUncertainty: u, tolerance } = inspection
  const { lower = -Infinity, upper = Infinity } = tolerance
  const atMost = Number.isFinite(upper - lower) ? (upper - lower) / 2 : Infinity
  const reached = (w: number) => consumerRiskOf(inspection, guarded(tolerance, w)) / target - 1
  let [least, most] = [0, Math.min(u, atMost)]
  for (let n = 0; reached(most) > 0 && most < atMost && n < 60; n++) most = Math.min(2 * most, atMost)
  for (let n = 0; reached(least) < 0 && n < 60; n++) least = least === 0 ? -u : 2 * least
  const w = rootBetween(reached, least, most)
  if (w !== undefined) return w
  throw targetUnreachable(`${target}`, { target }, { pointer: '/targetConsumerRisk' })
}

export const guarded = ({ lower, upper }: ToleranceLimits, w: number): ToleranceLimits => ({
  ...(lower !== undefined && { lower: lower + w }),
  ...(upper !== undefined && { upper: upper - w }),
})

/** P(indication within the acceptance limits | x). */
function acceptanceOf(x: number, u: number, { lower, upper }: ToleranceLimits): number {
  if (lower !== undefined && upper !== undefined && lower >= upper) return 0
  const a = lower === undefined ? -Infinity : (lower - x) / u
  const b = upper === undefined ? Infinity : (upper - x) / u
  if (a > 0) return tail(a) - tail(b)
  if (b < 0) return tail(-b) - tail(-a)
  return 1 - tail(-a) - tail(b)
}

function rejection(x: number, u: number, acceptance: ToleranceLimits): number {
  const { lower, upper } = acceptance
  if (lower !== undefined && upper !== undefined && lower >= upper) return 1
  return (lower === undefined ? 0 : tail((x - lower) / u)) + (upper === undefined ? 0 : tail((upper - x) / u))
}

const tail = (x: number) => (Number.isFinite(x) ? normalUpperTail(x) : x > 0 ? 0 : 1)

const limitsOf = (...all: readonly ToleranceLimits[]): number[] =>
  all.flatMap(({ lower, upper }) => [lower, upper]).filter((limit) => limit !== undefined)
