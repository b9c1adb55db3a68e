import {
  member,
  notNegativeOf,
  numberOf,
  oneOf,
  positiveOf,
  probabilityOf,
} from '#metrology/stated-task/members.ts'
import { acceptanceAt, guardBandForRisk, provingIndication, unknownRule } from './acceptance-limit.ts'
import type { ToleranceLimits } from './conformance-probability.ts'
import type { ConformityData, ConformityEvaluation } from './conformity-task.ts'
import { limitsOf } from './stated-limits.ts'

/** The acceptance limits of a rule within tolerance limits, or the indication that proves something about one limit. */
export function guardedLimit(data: ConformityData): ConformityEvaluation {
  const rule = member(data, 'rule')
  if (data.limit === undefined) {
    const limits = limitsOf(data)
    return acceptanceAt(limits, guardBandOf(rule, data, limits))
  }
  const isRelative =
    oneOf(data, 'standardUncertainty', 'relativeStandardUncertainty') === 'relativeStandardUncertainty'
  const uncertainty = isRelative
    ? { relative: positiveOf(data, 'relativeStandardUncertainty') }
    : { absolute: positiveOf(data, 'standardUncertainty') }
  const limit = isRelative ? positiveOf(data, 'limit') : numberOf(data, 'limit')
  return { acceptanceLimit: provingIndication(rule, limit, uncertainty, probabilityOf(data, 'probability')) }
}

function guardBandOf(rule: string, data: ConformityData, limits: ToleranceLimits): number {
  if (rule === 'simple') return 0
  if (rule === 'target-risk') {
    return guardBandForRisk(
      limits,
      positiveOf(data, 'standardUncertainty'),
      probabilityOf(data, 'targetRisk'),
    )
  }
  const factor = {
    'guarded-U': () => 1,
    '0.83U': () => 0.83,
    rU: () => notNegativeOf(data, 'guardBandFactor'),
  }
  const known = Object.entries(factor).find(([name]) => name === rule)
  if (!known) throw unknownRule(rule)
  return known[1]() * positiveOf(data, 'expandedUncertainty')
}
