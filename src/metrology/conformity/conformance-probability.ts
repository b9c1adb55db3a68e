import { normalUpperTail } from '#metrology/distributions/normal-distribution.ts'

/** Limits of the measurand, in its unit; a requirement of one side leaves the other away. */
export interface ToleranceLimits {
  readonly lower?: number
  readonly upper?: number
}

/** What is known of a measurand after its measurement, in its unit. */
export interface MeasurandKnowledge {
  readonly estimate: number
  readonly standardUncertainty: number
}

/** JCGM 106:2012, 7.2, eq. (7) and (8): the probability that the measurand lies within the limits, if normal. */
export function conformanceProbability(known: MeasurandKnowledge, limits: ToleranceLimits): number {
  const { a, b } = inUnitsOfUncertainty(known, limits)
  if (a > 0) return tailAbove(a) - tailAbove(b)
  if (b < 0) return tailAbove(-b) - tailAbove(-a)
  return 1 - nonconformanceProbability(known, limits)
}

/** Its complement, with all digits where it is small: the risk of an acceptance is read from it. */
export function nonconformanceProbability(known: MeasurandKnowledge, limits: ToleranceLimits): number {
  const { a, b } = inUnitsOfUncertainty(known, limits)
  return tailAbove(-a) + tailAbove(b)
}

function inUnitsOfUncertainty(known: MeasurandKnowledge, limits: ToleranceLimits) {
  const { estimate: y, standardUncertainty: u } = known
  return { a: distance(y, limits.lower ?? -Infinity, u), b: distance(y, limits.upper ?? Infinity, u) }
}

/** A measurand that is known exactly lies on a limit only if it equals it, and then it conforms. */
function distance(estimate: number, limit: number, u: number): number {
  if (u > 0) return (limit - estimate) / u
  if (limit === estimate) return 0
  return limit > estimate ? Infinity : -Infinity
}

/** P(Z > x); a limit that is not there is infinitely far away. */
function tailAbove(x: number): number {
  if (Number.isFinite(x)) return normalUpperTail(x)
  return x > 0 ? 0 : 1
}
