import type { Distribution } from '#metrology/distributions/distribution.ts'
import { normalUpperTail } from '#metrology/distributions/normal-distribution.ts'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import type { ToleranceLimits } from './conformance-probability.ts'
import { targetUnreachable } from './conformity.refusals.ts'
import { expectation, type Range } from './prior.ts'

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
  const inTolerance = (decided: (a: number, b: number) => number) =>
    rangesWithin(inspection.tolerance).reduce(
      (sum, range) => sum + shareOf(inspection, acceptance, range, decided),
      0,
    )
  const producerRisk = inTolerance(rejection)
  const accepted = inTolerance(acceptanceBetween) + consumerRisk
  return {
    consumerRisk,
    producerRisk,
    ...(accepted > 0 && { conditionalConsumerRisk: consumerRisk / accepted }),
  }
}

/** JCGM 106:2012, 9.5.2.2, eq. (17) and (18). */
export function consumerRiskOf(inspection: Inspection, acceptance: ToleranceLimits): number {
  const { lower, upper } = inspection.tolerance
  const outside = [
    ...(lower === undefined ? [] : [{ origin: lower, from: -Infinity, to: 0 }]),
    ...(upper === undefined ? [] : [{ origin: upper, from: 0, to: Infinity }]),
  ]
  return outside.reduce((sum, range) => sum + shareOf(inspection, acceptance, range, acceptanceBetween), 0)
}

type RangeFromLimit = Range & { readonly origin: number }

/** The tolerance, each half of it seen from its own limit. */
function rangesWithin({ lower, upper }: ToleranceLimits): RangeFromLimit[] {
  if (lower === undefined || upper === undefined) {
    if (upper !== undefined) return [{ origin: upper, from: -Infinity, to: 0 }]
    return [{ origin: lower ?? 0, from: lower === undefined ? -Infinity : 0, to: Infinity }]
  }
  const half = (upper - lower) / 2
  return [
    { origin: lower, from: 0, to: half },
    { origin: upper, from: -half, to: 0 },
  ]
}

/** ∫ over the items of a range of what is decided about them, given the acceptance limits in units of u. */
function shareOf(
  { prior, standardUncertainty: u }: Inspection,
  { lower = -Infinity, upper = Infinity }: ToleranceLimits,
  range: RangeFromLimit,
  decided: (a: number, b: number) => number,
): number {
  const [a, b] = [lower - range.origin, upper - range.origin]
  const peaks = [0, a, b].filter((at) => Number.isFinite(at)).map((at) => ({ at, width: u }))
  return expectation(prior, (t) => decided((a - t) / u, (b - t) / u), range, peaks)
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
  // Whatever is accepted, no more than this is out of tolerance.
  if (target >= outOfTolerance(inspection)) throw unreachable(target)
  let [least, most] = [0, Math.min(u, atMost)]
  for (let n = 0; reached(most) > 0 && most < atMost && n < 20; n++) most = Math.min(8 * most, atMost)
  for (let n = 0; reached(least) < 0 && n < 20; n++) least = least === 0 ? -u : 8 * least
  const w = rootBetween(reached, least, most)
  if (w !== undefined) return w
  throw unreachable(target)
}

const unreachable = (target: number) =>
  targetUnreachable(`${target}`, { target }, { pointer: '/targetConsumerRisk' })

export const guarded = ({ lower, upper }: ToleranceLimits, w: number): ToleranceLimits => ({
  ...(lower !== undefined && { lower: lower + w }),
  ...(upper !== undefined && { upper: upper - w }),
})

/** P(a <= Z <= b). */
function acceptanceBetween(a: number, b: number): number {
  if (a >= b) return 0
  if (a > 0) return tail(a) - tail(b)
  if (b < 0) return tail(-b) - tail(-a)
  return 1 - tail(-a) - tail(b)
}

const rejection = (a: number, b: number) => (a >= b ? 1 : tail(-a) + tail(b))

const tail = (x: number) => (Number.isFinite(x) ? normalUpperTail(x) : x > 0 ? 0 : 1)
