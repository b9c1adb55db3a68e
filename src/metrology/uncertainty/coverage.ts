import { coverageFactorNotPositive, coverageIncomplete, coverageProbabilityOutOfRange } from './refusals.ts'
import { truncated } from './degrees-of-freedom.ts'
import { statedNumber, type StatedNumber } from './stated-number.ts'
import { studentUpperQuantile } from '#metrology/distributions/student-distribution.ts'

/** How a quantile is taken for degrees of freedom that are no whole number. */
export type DegreesOfFreedomRule = 'interpolate' | 'truncate'

/** What the expanded uncertainty shall cover: a factor that is given, or a probability. */
export type Coverage =
  | { readonly k: number }
  | { readonly probability: number; readonly degreesOfFreedomRule: DegreesOfFreedomRule }

export interface StatedCoverage {
  readonly k?: StatedNumber
  readonly probability?: StatedNumber
  readonly degreesOfFreedomRule?: DegreesOfFreedomRule
}

/** Refusals name the place as `/coverage/k`. */
export function statedCoverage({ k, probability, degreesOfFreedomRule }: StatedCoverage): Coverage {
  if ((k === undefined) === (probability === undefined)) {
    throw coverageIncomplete({ en: 'k or probability', zh: 'k 或 probability' }, {}, { pointer: '/coverage' })
  }
  if (k !== undefined) {
    const factor = statedNumber(k, '/coverage/k')
    if (factor > 0) return { k: factor }
    throw coverageFactorNotPositive(`k = ${factor}`, {}, { pointer: '/coverage/k' })
  }
  const p = statedNumber(probability ?? 0, '/coverage/probability')
  if (p > 0 && p < 1) return { probability: p, degreesOfFreedomRule: degreesOfFreedomRule ?? 'interpolate' }
  throw coverageProbabilityOutOfRange(`probability = ${p}`, {}, { pointer: '/coverage/probability' })
}

/** GUM 6.2 and G.3: the factor as given, or the t quantile; none where the degrees of freedom are unknown. */
export function coverageFactor(coverage: Coverage, degreesOfFreedom: number | undefined): number | undefined {
  if ('k' in coverage) return coverage.k
  if (degreesOfFreedom === undefined) return undefined
  const nu = coverage.degreesOfFreedomRule === 'truncate' ? truncated(degreesOfFreedom) : degreesOfFreedom
  return studentUpperQuantile((1 - coverage.probability) / 2, nu)
}
