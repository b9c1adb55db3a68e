import { normalUpperTail } from '#metrology/distributions/normal-distribution.ts'
import type { ToleranceLimits } from './conformance-probability.ts'

/** A process with a normal spread about its mean, seen against the limits. */
export interface ProcessCapability {
  readonly mean: number
  /** The distance of the mean from the nearer limit, in units of 3σ. */
  readonly cpk: number
  readonly outOfTolerance: number
  readonly below: number
  readonly above: number
}

/** A limit that is not there is never passed. */
const tail = (x: number) => (Number.isFinite(x) ? normalUpperTail(x) : 0)

export function processCapability(
  mean: number,
  standardDeviation: number,
  { lower = -Infinity, upper = Infinity }: ToleranceLimits,
): ProcessCapability {
  const below = tail((mean - lower) / standardDeviation)
  const above = tail((upper - mean) / standardDeviation)
  return {
    mean,
    cpk: Math.min(upper - mean, mean - lower) / (3 * standardDeviation),
    outOfTolerance: below + above,
    below,
    above,
  }
}
