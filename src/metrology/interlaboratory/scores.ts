import { within } from '#refusal.ts'
import {
  member,
  notNegativeOf,
  numberOf,
  oneOf,
  optionalNumberOf,
  positiveOf,
} from '#metrology/stated-task/members.ts'
import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import type { InterlaboratoryData, Score, ScoredResult } from './interlaboratory-task.ts'
import { covarianceImpossible, noScoreStated, scoreUndefined } from './interlaboratory.refusals.ts'

/** What is stated of an uncertainty; each score takes what it is defined by. */
interface Stated {
  readonly u?: number
  readonly U?: number
  readonly k?: number
}

interface Reference {
  readonly value: number
  readonly uncertainty: Stated
  /** For z. */
  readonly sigma?: number
  /** For z′: the uncertainty of the assigned value. */
  readonly uAssigned?: number
}

/** ISO 13528:2022, 9.4 to 9.7: of the scores E_n, ζ, z and z′ those for which everything is stated. */
export function scoresOf(data: InterlaboratoryData): Score[] {
  const reference = referenceOf(data)
  return member(data, 'results').map((result, i) => within(`/results/${i}`, () => scoreOf(result, reference)))
}

function referenceOf(data: InterlaboratoryData): Reference {
  const uncertainty = statedUncertainty(data, {
    u: 'standardUncertaintyOfReference',
    U: 'expandedUncertaintyOfReference',
    k: 'coverageFactorOfReference',
  })
  const uAssigned = assignedUncertainty(data, uncertainty.u)
  return {
    value: numberOf(data, 'reference'),
    uncertainty,
    ...(data.standardDeviationForProficiencyAssessment !== undefined && {
      sigma: positiveOf(data, 'standardDeviationForProficiencyAssessment'),
    }),
    ...(uAssigned !== undefined && { uAssigned }),
  }
}

/** Of a robust mean u = 1.25 s* / √p (ISO 13528:2022, 7.7.3). */
function assignedUncertainty(data: InterlaboratoryData, u: number | undefined): number | undefined {
  if (data.robustStandardDeviation === undefined && data.numberOfParticipants === undefined) return u
  if (u !== undefined) {
    const stated =
      data.standardUncertaintyOfReference === undefined
        ? 'expandedUncertaintyOfReference'
        : 'standardUncertaintyOfReference'
    oneOf(data, 'robustStandardDeviation', stated)
  }
  return (
    (1.25 * notNegativeOf(data, 'robustStandardDeviation')) /
    Math.sqrt(positiveOf(data, 'numberOfParticipants'))
  )
}

function scoreOf(result: ScoredResult, { value: X, uncertainty: of, sigma, uAssigned }: Reference): Score {
  const own = statedUncertainty(result, {
    u: 'standardUncertainty',
    U: 'expandedUncertainty',
    k: 'coverageFactor',
  })
  const covariance = covarianceOf(result, own, of)
  const d = numberOf(result, 'value') - X
  const score: Score = {
    ...(result.label !== undefined && { label: result.label }),
    ...(own.U !== undefined &&
      of.U !== undefined && { En: ratio(d, own.U, of.U, covariance * (own.k ?? 0) * (of.k ?? 0)) }),
    ...(own.u !== undefined && of.u !== undefined && { zeta: ratio(d, own.u, of.u, covariance) }),
    ...(sigma !== undefined && { z: d / sigma }),
    ...(sigma !== undefined && uAssigned !== undefined && { zPrime: ratio(d, sigma, uAssigned, 0) }),
  }
  const hasScore = Object.keys(score).some((name) => name !== 'label')
  if (hasScore) return score
  throw noScoreStated(noScoreStated.definition.title)
}

/** d / √(a² + b² − 2·covariance). */
function ratio(d: number, a: number, b: number, covariance: number): number {
  // (a − b)² + 2(ab − cov) keeps the digits where the covariance takes nearly everything away.
  const spread = Math.hypot(a - b, Math.sqrt(2 * Math.max(0, a * b - covariance)))
  if (spread > 0) return d / spread
  throw scoreUndefined(`${a}, ${b}`, {})
}

/** The covariance needs the standard uncertainties, and the coverage factors for E_n. */
function covarianceOf(result: ScoredResult, own: Stated, of: Stated): number {
  const covariance = optionalNumberOf(result, 'covarianceWithReference') ?? 0
  if (covariance === 0) return 0
  const pointer = '/covarianceWithReference'
  if (own.u === undefined || of.u === undefined) throw noScoreStated('u', {}, { pointer })
  if (own.k === undefined || of.k === undefined) {
    if (own.U !== undefined && of.U !== undefined) throw noScoreStated('k', {}, { pointer })
  }
  const most = own.u * of.u
  if (Math.abs(covariance) <= most * (1 + 1e-12)) return covariance
  throw covarianceImpossible(`|${covariance}| > ${most}`, {}, { pointer })
}

type Names<N extends string> = { readonly u: N; readonly U: N; readonly k: N }

/** U and k give u; so do u and k give U; one of them alone gives only itself. */
function statedUncertainty<N extends string>(
  data: { readonly [M in N]?: StatedNumber | undefined },
  names: Names<N>,
): Stated {
  const k = data[names.k] === undefined ? undefined : positiveOf(data, names.k)
  if (data[names.u] === undefined && data[names.U] === undefined) {
    if (k !== undefined) oneOf(data, names.u, names.U)
    return {}
  }
  const isStandard = oneOf(data, names.u, names.U) === names.u
  const stated = notNegativeOf(data, isStandard ? names.u : names.U)
  if (k === undefined) return isStandard ? { u: stated } : { U: stated }
  return isStandard ? { u: stated, U: k * stated, k } : { u: stated / k, U: stated, k }
}
