import { optionalNumberOf } from '#metrology/stated-task/members.ts'
import type { ToleranceLimits } from './conformance-probability.ts'
import type { ConformityData } from './conformity-task.ts'
import { refuseMeaningless } from './decision-rule.ts'

/** The tolerance limits of a task, of which there is at least one. */
export function limitsOf(data: ConformityData): ToleranceLimits {
  const [lower, upper] = [optionalNumberOf(data, 'lowerLimit'), optionalNumberOf(data, 'upperLimit')]
  const limits = { ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }) }
  refuseMeaningless(limits)
  return limits
}
