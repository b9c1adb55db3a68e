import { binomialProbability, clopperPearson } from '#metrology/distributions/binomial-distribution.ts'
import {
  member,
  numberOf,
  numbersOf,
  oneOf,
  positiveOf,
  probabilityOf,
} from '#metrology/stated-task/members.ts'
import { numberOutOfRange } from '#metrology/stated-task/stated-task.refusals.ts'
import { countImpossible } from './recalibration.refusals.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'

export const membersOfIntervalTest = [
  'inTolerance',
  'inToleranceCount',
  'totalCount',
  'assignedInterval',
  'targetReliability',
  'confidence',
  'maximumChangeFactor',
]

/**
 * NCSLI RP-1, method A3: how surely x of n contradict the target reliability, and the interval that this suggests.
 * Above the target the rule is the mirror of that below. Where x is as likely as not the interval stays.
 */
export function intervalTest(data: RecalibrationData): RecalibrationEvaluation {
  const { x, n } = countsOf(data)
  const assigned = positiveOf(data, 'assignedInterval')
  const target = probabilityOf(data, 'targetReliability')
  const confidence = probabilityOf(data, 'confidence')
  const most = numberOf(data, 'maximumChangeFactor')
  if (!(most >= 1)) {
    throw numberOutOfRange(
      `maximumChangeFactor = ${most}`,
      { atLeast: 1 },
      { pointer: '/maximumChangeFactor' },
    )
  }
  const R = x / n
  const farther = R <= target ? binomialProbability(x, n, target) : binomialProbability(n - x, n, 1 - target)
  const Q = Math.max(0, 1 - 2 * farther)
  const { lower, upper } = clopperPearson(x, n, confidence)
  return {
    observedReliability: R,
    rejectionConfidence: Q,
    isChangeSupported: Q > confidence,
    interval: assigned * Math.min(Math.max(10 ** ((R - target) * Q), 1 / most), most),
    reliabilityInterval: [lower, upper],
  }
}

/** How many of how many calibrations found the instrument in tolerance. */
function countsOf(data: RecalibrationData): { x: number; n: number } {
  if (oneOf(data, 'inTolerance', 'inToleranceCount') === 'inTolerance') {
    if (data.totalCount !== undefined) oneOf(data, 'inTolerance', 'totalCount')
    const found = numbersOf(data, 'inTolerance')
    const wrong = found.findIndex((each) => each !== 0 && each !== 1)
    if (wrong >= 0) throw countImpossible(`${found[wrong]}`, {}, { pointer: `/inTolerance/${wrong}` })
    return { x: found.reduce((a, b) => a + b, 0), n: found.length }
  }
  member(data, 'totalCount')
  const [x, n] = [numberOf(data, 'inToleranceCount'), numberOf(data, 'totalCount')]
  if (!(Number.isInteger(n) && n >= 1 && n <= mostCalibrations)) {
    throw countImpossible(`${n}`, { most: mostCalibrations }, { pointer: '/totalCount' })
  }
  if (!(Number.isInteger(x) && x >= 0 && x <= n)) {
    throw countImpossible(`${x}, ${n}`, {}, { pointer: '/inToleranceCount' })
  }
  return { x, n }
}

/** More than any laboratory has; the continued fractions of the binomial distribution have an end. */
const mostCalibrations = 1_000_000
