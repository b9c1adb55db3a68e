import { convertValue } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import type { Quantity } from '#metrology/quantity/quantity.ts'
import { toNumber, type ReportedNumber } from '#metrology/quantity/reported-number.ts'
import { within } from '#refusal.ts'
import {
  conformanceProbability,
  nonconformanceProbability,
  type ToleranceLimits,
} from './conformance-probability.ts'
import { uncertaintyNotStated } from './conformity.refusals.ts'
import { decideConformity, type ConformityDecision, type DecisionRule } from './decision-rule.ts'

/** Tolerance limits as they are agreed, each in a unit of its own. */
export interface StatedLimits {
  readonly lower?: Quantity
  readonly upper?: Quantity
}

/** The requirement and the rule that were agreed before the work (ISO/IEC 17025:2017, 7.1.3). */
export interface ConformityRequest {
  /** The specification, or the part of it, whose limits these are. */
  readonly specification?: string
  readonly limits: StatedLimits
  readonly rule: DecisionRule
}

/** A result in its unit; what is printed of it is what the decision is about. */
export interface StatedResult {
  readonly unit: string
  readonly estimate: number
  readonly standardUncertainty: number | undefined
  readonly expandedUncertainty: number | undefined
  readonly reportedEstimate?: ReportedNumber | undefined
  readonly reportedUncertainty?: ReportedNumber | undefined
}

export interface ConformityStatement extends ConformityDecision {
  readonly specification?: string
  readonly limits: StatedLimits
}

/**
 * ISO/IEC 17025:2017, 7.8.6: the statement of conformity of a result. Decided is on the printed value and the
 * printed U, so that a reader of the certificate decides alike; the probability is that of the unrounded result.
 */
export function stateConformity(
  { limits, rule, specification }: ConformityRequest,
  result: StatedResult,
): ConformityStatement {
  const { estimate, standardUncertainty, expandedUncertainty } = result
  if (standardUncertainty === undefined || expandedUncertainty === undefined) {
    throw uncertaintyNotStated('The result has no stated uncertainty')
  }
  const asPrinted = {
    estimate: toNumber(result.reportedEstimate ?? estimate),
    standardUncertainty,
    expandedUncertainty: toNumber(result.reportedUncertainty ?? expandedUncertainty),
  }
  const tolerance = inUnit(limits, result.unit)
  const decision = decideConformity(asPrinted, tolerance, rule)
  const known = { estimate, standardUncertainty }
  const probability = conformanceProbability(known, tolerance)
  return {
    ...decision,
    conformanceProbability: probability,
    specificRisk: decision.outcome === 'pass' ? nonconformanceProbability(known, tolerance) : probability,
    limits,
    ...(specification !== undefined && { specification }),
  }
}

function inUnit({ lower, upper }: StatedLimits, unit: string): ToleranceLimits {
  return {
    ...(lower ? { lower: within('/limits/lower', () => limitIn(lower, unit)) } : {}),
    ...(upper ? { upper: within('/limits/upper', () => limitIn(upper, unit)) } : {}),
  }
}

const limitIn = ({ value, unit }: Quantity, wanted: string): number =>
  convertValue(value, parseUnit(unit), parseUnit(wanted))
