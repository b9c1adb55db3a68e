import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import {
  notNegativeOf,
  numberOf,
  oneOf,
  optionalNumberOf,
  positiveOf,
  probabilityOf,
} from '#metrology/stated-task/members.ts'
import { driftMembers, driftOf, type Drift } from './drift.ts'
import { plus, polynomialAt, scaledBy, stretches, times, type Polynomial } from './polynomial.ts'
import { alreadyReached, limitsReversed } from './recalibration.refusals.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'

/** A projection to a hundred times what was observed says nothing. */
const farthest = 100

/** What is known of the instrument at the time τ after its calibration. */
export interface Projected {
  readonly value: Polynomial
  readonly variance: Polynomial
  readonly timeUnit: number
}

/** The interval ends when the projected uncertainty reaches the target (NASA-HDBK-8739.19-5, chapter 7). */
export function uncertaintyTarget(data: RecalibrationData): RecalibrationEvaluation {
  const drift = driftOf(data)
  const target = positiveOf(data, 'targetUncertainty')
  const projected = projectedBy(
    drift,
    optionalNumberOf(data, 'initialValue') ?? 0,
    notNegativeOf(data, 'initialUncertainty'),
  )
  const variance = (tau: number) => polynomialAt(projected.variance, tau)
  if (!(variance(0) < target ** 2)) {
    throw alreadyReached(`${Math.sqrt(variance(0))} >= ${target}`, {}, { pointer: '/targetUncertainty' })
  }
  const end = firstZero((tau) => target ** 2 - variance(tau), projected.variance)
  const hasValue = data.initialValue !== undefined
  return { ...driftMembers(drift), ...intervalMembers(end, projected, hasValue) }
}

/** It ends when the projected value with its coverage interval reaches a limit (NASA-HDBK-8739.19-5, chapter 7). */
export function reliabilityTarget(data: RecalibrationData): RecalibrationEvaluation {
  const drift = driftOf(data)
  const projected = projectedBy(
    drift,
    numberOf(data, 'initialValue'),
    notNegativeOf(data, 'initialUncertainty'),
  )
  return { ...driftMembers(drift), ...untilLimit(data, projected, drift.fit.degreesOfFreedom) }
}

function projectedBy(
  { change, varianceOfChange, residualVariance, timeUnit }: Drift,
  value: number,
  u: number,
): Projected {
  return {
    value: plus([value], change),
    variance: plus([u * u + residualVariance], varianceOfChange),
    timeUnit,
  }
}

/** When value ± t·u first reaches a limit. One limit leaves all of the risk to one side, two leave half to each. */
export function untilLimit(
  data: RecalibrationData,
  projected: Projected,
  degreesOfFreedom: number,
): RecalibrationEvaluation {
  const [lower, upper] = [optionalNumberOf(data, 'lowerLimit'), optionalNumberOf(data, 'upperLimit')]
  if (lower === undefined && upper === undefined) oneOf(data, 'lowerLimit', 'upperLimit')
  if (lower !== undefined && upper !== undefined && !(lower < upper)) {
    throw limitsReversed(`${lower}, ${upper}`, {}, { pointer: '/lowerLimit' })
  }
  const risk = 1 - probabilityOf(data, 'targetReliability')
  const sides = lower === undefined || upper === undefined ? 1 : 2
  const coverageFactor = Math.max(0, studentQuantile(1 - risk / sides, degreesOfFreedom))
  const ends = [
    ...(upper === undefined ? [] : [limitReached(projected, coverageFactor, upper, 1, '/upperLimit')]),
    ...(lower === undefined ? [] : [limitReached(projected, coverageFactor, lower, -1, '/lowerLimit')]),
  ].filter((end) => end !== undefined)
  const end = ends.length === 0 ? undefined : Math.min(...ends)
  return { coverageFactor, ...intervalMembers(end, projected, true) }
}

/** Room below an upper limit, or above a lower one (`side` -1), that the coverage interval has not taken yet. */
export function limitReached(
  { value, variance }: Projected,
  t: number,
  limit: number,
  side: 1 | -1,
  pointer: string,
): number | undefined {
  const room = scaledBy(plus(scaledBy(value, -1), [limit]), side)
  const left = (tau: number) =>
    polynomialAt(room, tau) - t * Math.sqrt(Math.max(0, polynomialAt(variance, tau)))
  if (!(left(0) > 0)) throw alreadyReached(`${limit}`, {}, { pointer })
  // Its zeros are among those of room² − t²·variance, which is a polynomial.
  return firstZero(left, plus(times(room, room), scaledBy(variance, -t * t)))
}

/** The first τ > 0 at which `f`, positive at 0, is zero; between the turns of `turning` it is so once at most. */
function firstZero(f: (tau: number) => number, turning: Polynomial): number | undefined {
  for (const [a, b] of stretches(turning, 0, farthest)) {
    const zero = f(b) <= 0 ? rootBetween(f, a, b) : undefined
    if (zero !== undefined) return zero
  }
  return undefined
}

function intervalMembers(
  end: number | undefined,
  projected: Projected,
  hasValue: boolean,
): RecalibrationEvaluation {
  const { timeUnit } = projected
  if (end === undefined) return { notReachedWithin: farthest * timeUnit }
  return {
    interval: end * timeUnit,
    projected: {
      ...(hasValue && { value: polynomialAt(projected.value, end) }),
      standardUncertainty: Math.sqrt(polynomialAt(projected.variance, end)),
    },
  }
}
