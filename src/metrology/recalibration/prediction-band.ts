import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import { fittedDrift } from './drift.ts'
import { plus, polynomialAt, type Polynomial } from './polynomial.ts'
import { limitReached } from './projection.ts'

/** A value found, and the day on which. */
export interface Found {
  readonly day: number
  readonly value: number
}

/** What a value found on some day would be, by the straight line through those found so far. */
export interface PredictionBand {
  readonly at: (day: number) => { readonly value: number; readonly lower: number; readonly upper: number }
  /** Change for each day, and its standard uncertainty. */
  readonly slope: number
  readonly slopeUncertainty: number
  readonly residualStandardDeviation: number
  readonly degreesOfFreedom: number
  readonly coverageFactor: number
  /** When the band first meets one of the limits, from the latest day on; undefined where it stays within for long. */
  readonly meets: (limits: Limits) => { readonly day: number; readonly limit: keyof Limits } | undefined
}

export interface Limits {
  readonly lower?: number | undefined
  readonly upper?: number | undefined
}

/** A line needs two values; what lies off it, a third. */
const fewest = 3

/**
 * ŷ(t) ± t_p(n − 2)·s·√(1 + 1/n + (t − t̄)²/Sxx): the band in which a further value lies with the stated probability (ISO/TS 28037:2010;
 * the control chart of ILAC-G24). Undefined where the values do not determine a line and what lies off it.
 */
export function predictionBand(found: readonly Found[], probability = 0.95): PredictionBand | undefined {
  if (found.length < fewest || new Set(found.map(({ day }) => day)).size < 2) return undefined
  const latest = Math.max(...found.map(({ day }) => day))
  const drift = fittedDrift(
    found.map(({ day }) => day - latest),
    found.map(({ value }) => value),
    { firstPower: 0, lastPower: 1 },
    '',
  )
  const { change, residualVariance, timeUnit, fit } = drift
  const { degreesOfFreedom } = fit
  const variance: Polynomial = plus([residualVariance], drift.varianceOfChange)
  const coverageFactor = studentQuantile(1 - (1 - probability) / 2, degreesOfFreedom)
  const at = (day: number) => {
    const tau = (day - latest) / timeUnit
    const value = polynomialAt(change, tau)
    const half = coverageFactor * Math.sqrt(Math.max(0, polynomialAt(variance, tau)))
    return { value, lower: value - half, upper: value + half }
  }
  const dayOf = (limit: number | undefined, side: 1 | -1): number | undefined => {
    if (limit === undefined) return undefined
    const { lower, upper } = at(latest)
    if (side === 1 ? upper >= limit : lower <= limit) return latest
    const tau = limitReached({ value: change, variance, timeUnit }, coverageFactor, limit, side, '')
    return tau === undefined ? undefined : latest + tau * timeUnit
  }
  return {
    at,
    slope: (change[1] ?? 0) / timeUnit,
    slopeUncertainty: Math.sqrt(drift.varianceOfChange[2] ?? 0) / timeUnit,
    residualStandardDeviation: Math.sqrt(residualVariance),
    degreesOfFreedom,
    coverageFactor,
    meets: ({ lower, upper }) => earlier(dayOf(lower, -1), dayOf(upper, 1)),
  }
}

function earlier(lower: number | undefined, upper: number | undefined) {
  if (lower === undefined && upper === undefined) return undefined
  return (lower ?? Infinity) < (upper ?? Infinity)
    ? ({ day: lower ?? Infinity, limit: 'lower' } as const)
    : ({ day: upper ?? Infinity, limit: 'upper' } as const)
}
