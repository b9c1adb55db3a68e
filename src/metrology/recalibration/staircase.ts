import {
  numbersOf,
  numberOf,
  optionalNumberOf,
  positiveOf,
  probabilityOf,
} from '#metrology/stated-task/members.ts'
import { numberOutOfRange } from '#metrology/stated-task/stated-task.refusals.ts'
import { limitsReversed } from './recalibration.refusals.ts'
import type { RecalibrationData, RecalibrationEvaluation } from './recalibration-task.ts'

export const membersOfStaircase = [
  'assignedInterval',
  'errors',
  'maximumPermissibleError',
  'shareOfLimit',
  'extension',
  'reduction',
  'targetReliability',
  'shortestInterval',
  'longestInterval',
]

/**
 * ILAC-G24 / OIML D 10, "staircase" (or in-use time, with intervals in hours of use): after each calibration the
 * interval is extended where the error is well within its limit, reduced where it is beyond it, and else kept.
 */
export function staircase(data: RecalibrationData): RecalibrationEvaluation {
  const limit = positiveOf(data, 'maximumPermissibleError')
  const share = data.shareOfLimit === undefined ? 1 : shareOf(data)
  const extension = positiveOf(data, 'extension')
  const reduction = reductionOf(data, extension)
  const shortest = optionalNumberOf(data, 'shortestInterval') ?? 0
  const longest = optionalNumberOf(data, 'longestInterval') ?? Infinity
  if (!(shortest <= longest))
    throw limitsReversed(`${shortest}, ${longest}`, {}, { pointer: '/shortestInterval' })
  let interval = positiveOf(data, 'assignedInterval')
  const intervals = numbersOf(data, 'errors').map((error) => {
    const part = Math.abs(error) / limit
    const factor = part <= share ? 1 + extension : part > 1 ? 1 - reduction : 1
    return (interval = Math.min(Math.max(interval * factor, shortest), longest))
  })
  return { interval, intervals }
}

function shareOf(data: RecalibrationData): number {
  const share = numberOf(data, 'shareOfLimit')
  if (share > 0 && share <= 1) return share
  throw numberOutOfRange(`shareOfLimit = ${share}`, { above: 0, atMost: 1 }, { pointer: '/shareOfLimit' })
}

/** If it is not stated: the one at which extensions and reductions balance at the target reliability (RP-1, A1). */
function reductionOf(data: RecalibrationData, extension: number): number {
  if (data.reduction !== undefined) return probabilityOf(data, 'reduction')
  const R = probabilityOf(data, 'targetReliability')
  return -Math.expm1((-R / (1 - R)) * Math.log1p(extension))
}
