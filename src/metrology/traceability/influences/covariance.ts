import { chainAbove } from '../graph.ts'
import { knownAt } from '../known.ts'
import type { CertificateRecord, ChainRecords, ResultRecord } from '../records.ts'

import { answeredInfluence } from './answered.ts'
import type { AnsweredInfluence } from './answered.ts'
import type { Influence, Terms } from './influence.ts'
import { covarianceOf, influencesOn } from './influences.ts'

export interface SharedInfluence {
  readonly influence: Influence
  /** As it goes into JSON. */
  readonly answered: AnsweredInfluence
  /** Part of the covariance, in the product of both coherent units. */
  readonly contribution: number
}

/** How two results depend on each other through what their chains share, in coherent units. */
export interface CovarianceAnswer {
  readonly results: readonly [ComparedResult, ComparedResult]
  readonly covariance: number
  /** Zero where one of them has no uncertainty. */
  readonly correlation: number
  /** The largest first; none: independent, as far as the registry knows. */
  readonly shared: readonly SharedInfluence[]
}

export interface ComparedResult {
  readonly result: ResultRecord
  readonly certificate: CertificateRecord
  /** By its chain: what the correlation is reckoned with. */
  readonly standardUncertainty: number
}

/** GUM 5.2.2 and F.1.2.3: u(y₁,y₂) of any two results, of whatever laboratories, as known at K. */
export function covarianceBetween(
  records: ChainRecords,
  [one, other]: readonly [string, string],
  asKnownAt: Date,
): CovarianceAnswer | undefined {
  const known = knownAt(records, asKnownAt)
  const chains = [chainAbove(known, one), chainAbove(known, other)] as const
  if (chains[0] === undefined || chains[1] === undefined) return undefined
  const terms = [influencesOn(known, chains[0]), influencesOn(known, chains[1])] as const
  const u = [uncertaintyOf(terms[0]), uncertaintyOf(terms[1])] as const
  const shared = sharedBetween(...terms).map((one) => ({
    ...one,
    answered: answeredInfluence(known, one.influence),
  }))
  const covariance = shared.reduce((sum, { contribution }) => sum + contribution, 0)
  const product = u[0] * u[1]
  return {
    results: [
      { ...chains[0].subject, standardUncertainty: u[0] },
      { ...chains[1].subject, standardUncertainty: u[1] },
    ],
    covariance,
    // Rounding must not make a correlation of a result with itself larger than one.
    correlation: product > 0 ? Math.min(1, Math.max(-1, covariance / product)) : 0,
    shared,
  }
}

const uncertaintyOf = (terms: Terms) => Math.sqrt(Math.max(0, covarianceOf(terms, terms)))

function sharedBetween(one: Terms, other: Terms): Omit<SharedInfluence, 'answered'>[] {
  const shared = [...one.values()].flatMap(({ influence, sensitivity, variance }) => {
    const same = other.get(influence.key)
    return same ? [{ influence, contribution: sensitivity * same.sensitivity * variance }] : []
  })
  return shared.toSorted(
    (a, b) =>
      Math.abs(b.contribution) - Math.abs(a.contribution) || (a.influence.key < b.influence.key ? -1 : 1),
  )
}
