import { decimalOf } from '#metrology/quantity/decimal.ts'
import { minus, plus, rationalOf, toDouble } from '#metrology/quantity/rational.ts'
import {
  conformanceProbability,
  nonconformanceProbability,
  type MeasurandKnowledge,
  type ToleranceLimits,
} from './conformance-probability.ts'
import { limitsReversed, noLimits } from './conformity.refusals.ts'

/**
 * `simple`: accepted within the tolerance limits (w = 0; ILAC-G8:09/2019, 4.2.1). `guarded-U`: accepted where a
 * guard band w = U inside the tolerance limits is kept too, rejected otherwise (ILAC-G8:09/2019, 4.2.2).
 */
export type DecisionRule = 'simple' | 'guarded-U'

export type ConformityOutcome = 'pass' | 'fail'

/** Where a result lies, in the words of the statement with four outcomes (ILAC-G8:09/2019, 4.2.3). */
export type ConformityZone = 'pass' | 'conditional-pass' | 'conditional-fail' | 'fail'

/** A measurement result in the unit of the limits; U is the stated one. */
export interface DecidedResult extends MeasurandKnowledge {
  readonly expandedUncertainty: number
}

export interface ConformityDecision {
  readonly rule: DecisionRule
  readonly outcome: ConformityOutcome
  /** w, the distance between a tolerance limit and its acceptance limit (JCGM 106:2012, 3.3.11). */
  readonly guardBand: number
  readonly acceptanceLimits: ToleranceLimits
  readonly conformanceProbability: number
  /** That this decision is wrong: false acceptance after a pass, false rejection after a fail (JCGM 106:2012, 9.3.2). */
  readonly specificRisk: number
}

/** JCGM 106:2012, 8.2 and 8.3.2: a result on its acceptance limit is accepted. */
export function decideConformity(
  result: DecidedResult,
  limits: ToleranceLimits,
  rule: DecisionRule,
): ConformityDecision {
  refuseMeaningless(limits)
  const guardBand = rule === 'simple' ? 0 : result.expandedUncertainty
  const acceptanceLimits = moved(limits, guardBand)
  const accepted = isWithin(result.estimate, acceptanceLimits)
  const probability = conformanceProbability(result, limits)
  return {
    rule,
    outcome: accepted ? 'pass' : 'fail',
    guardBand,
    acceptanceLimits,
    conformanceProbability: probability,
    specificRisk: accepted ? nonconformanceProbability(result, limits) : probability,
  }
}

/** With w = U: beyond a tolerance limit by more than U is a fail, within it by less than U is conditional. */
export function zoneOf(result: DecidedResult, limits: ToleranceLimits): ConformityZone {
  refuseMeaningless(limits)
  const { estimate, expandedUncertainty: w } = result
  if (isWithin(estimate, moved(limits, w))) return 'pass'
  if (isWithin(estimate, limits)) return 'conditional-pass'
  return isWithin(estimate, moved(limits, -w)) ? 'conditional-fail' : 'fail'
}

/** The limits moved inwards by `distance`: computed on the digits, for 0.2 − 0.017 is 0.183 on paper. */
export function moved({ lower, upper }: ToleranceLimits, distance: number): ToleranceLimits {
  const w = rationalOf(decimalOf(distance))
  return {
    ...(lower === undefined ? {} : { lower: toDouble(plus(rationalOf(decimalOf(lower)), w)) }),
    ...(upper === undefined ? {} : { upper: toDouble(minus(rationalOf(decimalOf(upper)), w)) }),
  }
}

const isWithin = (value: number, { lower = -Infinity, upper = Infinity }: ToleranceLimits): boolean =>
  lower <= value && value <= upper

export function refuseMeaningless({ lower, upper }: ToleranceLimits): void {
  if (lower === undefined && upper === undefined)
    throw noLimits('Neither a lower nor an upper limit is given')
  if (lower !== undefined && upper !== undefined && lower > upper) {
    throw limitsReversed(`The lower limit ${lower} lies above the upper limit ${upper}`, { lower, upper })
  }
}
