import { decideConformity } from '#metrology/conformity/decision-rule.ts'
import { conformanceProbability } from '#metrology/conformity/conformance-probability.ts'
import { toNumber } from '#metrology/quantity/reported-number.ts'
import { roundForCertificate } from '#metrology/quantity/rounding.ts'
import { withoutNoise } from '#metrology/quantity/without-noise.ts'

import type { ConformityOutcome, ConformityRecord, ResultRecord } from '../records.ts'
import type { ResultFigure } from '../reevaluation.ts'

/** Figures of a result, and the decision about it by the rule that was agreed. */
export interface DecidedFigure extends ResultFigure {
  readonly conformity?: ConformityOutcome | undefined
  readonly conformanceProbability?: number | undefined
}

/** As it was certified: the decision stands as it was stated. */
export function figureBefore(result: ResultRecord): DecidedFigure {
  const { estimate, standardUncertainty, expandedUncertainty, conformity } = result
  const figure = { estimate, standardUncertainty, expandedUncertainty }
  return {
    ...figure,
    ...(conformity && { ...decided(result, figure, conformity), conformity: conformity.outcome }),
  }
}

/** The same rule on other figures (ISO/IEC 17025:2017, 7.8.6). */
export function figureAfter(result: ResultRecord, changed: ResultFigure): DecidedFigure {
  const { estimate, standardUncertainty, expandedUncertainty } = changed
  const figure = { estimate, standardUncertainty, expandedUncertainty }
  return { ...figure, ...(result.conformity && decided(result, figure, result.conformity)) }
}

/**
 * Decided is on the value and U as a certificate would print them, as it was in the first place; the probability is that of
 * the unrounded result. Without an uncertainty nothing is decided.
 */
function decided(
  result: ResultRecord,
  { estimate, standardUncertainty, expandedUncertainty }: ResultFigure,
  { lower, upper, rule }: ConformityRecord,
): Pick<DecidedFigure, 'conformity' | 'conformanceProbability'> {
  if (standardUncertainty === undefined || expandedUncertainty === undefined) return {}
  const inUnit = (coherent: number) => withoutNoise(coherent / result.unitSize)
  const limits = {
    ...(lower !== undefined && { lower: inUnit(lower) }),
    ...(upper !== undefined && { upper: inUnit(upper) }),
  }
  const printed = roundForCertificate(inUnit(estimate), inUnit(expandedUncertainty))
  const known = { estimate: inUnit(estimate), standardUncertainty: inUnit(standardUncertainty) }
  const asPrinted = {
    ...known,
    estimate: toNumber(printed.value),
    expandedUncertainty: toNumber(printed.expandedUncertainty),
  }
  return {
    conformity: decideConformity(asPrinted, limits, rule).outcome,
    conformanceProbability: conformanceProbability(known, limits),
  }
}
