import { numbersOf, sameLength } from '#metrology/stated-task/members.ts'
import { checkNumber, driftMembers, fittedDrift } from './drift.ts'
import { plus } from './polynomial.ts'
import { untilLimit } from './projection.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'

export const membersOfControlChart = [
  'daysOfCalibration',
  'valuesFound',
  'lowerLimit',
  'upperLimit',
  'targetReliability',
]

/**
 * ILAC-G24 / OIML D 10, control chart: the values found by calibrations, in the course of time, give drift and
 * scatter; the interval ends when a value that is found then would, with the target reliability, still be within the
 * limits and no longer afterwards. It counts from the latest calibration.
 */
export function controlChart(data: RecalibrationData): RecalibrationEvaluation {
  const days = numbersOf(data, 'daysOfCalibration')
  const values = numbersOf(data, 'valuesFound')
  sameLength('valuesFound', values.length, days.length)
  checkNumber(days.length, 2, '/valuesFound')
  const latest = days.reduce((a, b) => Math.max(a, b), -Infinity)
  const since = days.map((day) => day - latest)
  const drift = fittedDrift(since, values, { firstPower: 0, lastPower: 1 }, '/daysOfCalibration')
  const { change, varianceOfChange, residualVariance, timeUnit, fit } = drift
  const projected = { value: change, variance: plus([residualVariance], varianceOfChange), timeUnit }
  return { ...driftMembers(drift), ...untilLimit(data, projected, fit.degreesOfFreedom) }
}
