import { reportedNumber, type ReportedNumber } from '#metrology/quantity/reported-number.ts'
import { roundForCertificate, roundTo } from '#metrology/quantity/rounding.ts'
import type { Coverage, StatedCoverage } from './coverage.ts'
import type { OutputResult } from './propagate.ts'

/** A result as it is printed (GUM 7.2.6; ILAC-P14:09/2020, 5.4): text, because its digits are part of it. */
export interface ReportedResult {
  readonly value: ReportedNumber
  readonly expandedUncertainty?: ReportedNumber
  readonly coverageFactor?: ReportedNumber
  /** As `95.45 %`; only where the factor was found from a probability. */
  readonly coverageProbability?: string
  /** Where no coverage was asked for. */
  readonly standardUncertainty?: ReportedNumber
}

/** A result without uncertainty is not reported. */
export function reportedResult(
  result: OutputResult,
  coverage: Coverage | undefined,
  stated: StatedCoverage | undefined,
): ReportedResult | undefined {
  if (result.standardUncertainty === 0) return undefined
  const { coverageFactor: k, expandedUncertainty: U } = result
  if (k === undefined || U === undefined || !coverage) {
    const { value, expandedUncertainty: u } = roundForCertificate(result.value, result.standardUncertainty)
    return { value, standardUncertainty: u }
  }
  return { ...roundForCertificate(result.value, U), ...printedCoverage(coverage, stated, k) }
}

/** A factor that was given is printed as it was given, a quantile with two decimals (GUM H.1.7). */
function printedCoverage(coverage: Coverage, stated: StatedCoverage | undefined, k: number) {
  if ('k' in coverage) return { coverageFactor: reportedNumber(stated?.k ?? k) }
  const percent = Number((100 * coverage.probability).toPrecision(15))
  return { coverageFactor: roundTo(k, 2), coverageProbability: `${percent} %` }
}
