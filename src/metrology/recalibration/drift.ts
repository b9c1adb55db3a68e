import { Refusal } from '#refusal.ts'
import type { Basis } from '#metrology/regression/curve.ts'
import { fitCurve, type CurveFit } from '#metrology/regression/fit-curve.ts'
import { numberOf, numbersOf, positive, sameLength } from '#metrology/stated-task/members.ts'
import { numberOutOfRange } from '#metrology/stated-task/stated-task.refusals.ts'
import { tooFewChanges, timesDoNotDetermine } from './recalibration.refusals.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'
import type { Polynomial } from './polynomial.ts'

/** How an instrument drifts: polynomials of τ = time/unit, so that no power is large within the observed time. */
export interface Drift {
  readonly fit: CurveFit
  readonly timeUnit: number
  readonly change: Polynomial
  readonly varianceOfChange: Polynomial
  readonly residualVariance: number
  /** Of the names of the coefficients: b1 is that of the first power. */
  readonly firstPower: number
}

export const membersOfDrift = ['daysSinceCalibration', 'changeSinceCalibration', 'order']

const highestOrder = 5

/** NASA-HDBK-8739.19-5, chapter 7: change since calibration as a polynomial of the time since then, through the origin. */
export function driftOf(data: RecalibrationData): Drift {
  const days = numbersOf(data, 'daysSinceCalibration').map((t, i) =>
    positive(t, `/daysSinceCalibration/${i}`),
  )
  const changes = numbersOf(data, 'changeSinceCalibration')
  sameLength('changeSinceCalibration', changes.length, days.length)
  const order = numberOf(data, 'order')
  if (!(Number.isInteger(order) && order >= 1 && order <= highestOrder)) {
    throw numberOutOfRange(`order = ${order}`, { atLeast: 1, atMost: highestOrder }, { pointer: '/order' })
  }
  checkNumber(days.length, order, '/changeSinceCalibration')
  return fittedDrift(days, changes, { firstPower: 1, lastPower: order }, '/daysSinceCalibration')
}

export function checkNumber(points: number, coefficients: number, pointer: string): void {
  if (points > coefficients) return
  throw tooFewChanges(`${points} <= ${coefficients}`, { points, coefficients }, { pointer })
}

interface Powers {
  readonly firstPower: number
  readonly lastPower: number
}

export function fittedDrift(
  times: readonly number[],
  y: readonly number[],
  powers: Powers,
  place: string,
): Drift {
  const timeUnit = times.reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1
  const { firstPower, lastPower } = powers
  const exponents = Array.from({ length: lastPower - firstPower + 1 }, (_, k) => firstPower + k)
  const observations = { points: times.map((t) => [t]), y: Float64Array.from(y), isScaled: true }
  const fit = determined(() => fitCurve(observations, basisOf(exponents, timeUnit)), place)
  const zeros = Array.from({ length: firstPower }, () => 0)
  const { coefficients, factor } = fit.curve
  const varianceOfChange = Array.from({ length: 2 * lastPower + 1 }, () => 0)
  for (const [i, row] of factor.entries()) {
    for (const [j, other] of factor.entries()) {
      const at = 2 * firstPower + i + j
      varianceOfChange[at] = row.reduce((sum, b, k) => sum + b * (other[k] ?? 0), varianceOfChange[at] ?? 0)
    }
  }
  const residualVariance = fit.sumOfSquares / fit.degreesOfFreedom
  return {
    fit,
    timeUnit,
    change: [...zeros, ...coefficients],
    varianceOfChange,
    residualVariance,
    firstPower,
  }
}

const basisOf = (exponents: readonly number[], unit: number): Basis => ({
  dimension: 1,
  row: ([t = 0]) => Float64Array.from(exponents, (k) => (t / unit) ** k),
  toStated: exponents.map((k, i) => Float64Array.from(exponents, (_, j) => (i === j ? unit ** -k : 0))),
})

/** Equal times, for example, cannot tell a bend from a slope. */
function determined<T>(fit: () => T, place: string): T {
  try {
    return fit()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw timesDoNotDetermine(error.detail, { ...error.facts }, { pointer: place })
  }
}

export function driftMembers({ fit, residualVariance, firstPower }: Drift): RecalibrationEvaluation {
  const named = Array.from(fit.coefficients, (b, k) => [`b${k + firstPower}`, b] as const)
  return {
    coefficients: Object.fromEntries(named),
    covariance: fit.covariance.map((row) => [...row]),
    residualStandardDeviation: Math.sqrt(residualVariance),
    degreesOfFreedom: fit.degreesOfFreedom,
  }
}
