import { scoresOf } from './scores.ts'

/** A value with its uncertainty, in the unit of the round. */
export interface RoundFigures {
  readonly estimate: number
  readonly standardUncertainty: number
  readonly coverageFactor: number
}

export interface RoundResult extends RoundFigures {
  /** u(x, X) through the standards that both rest on; zero where none is known. */
  readonly covariance: number
}

export interface RoundScore {
  readonly difference: number
  readonly covariance: number
  readonly normalizedError: number
}

/**
 * ISO 13528:2022, 9.7, of every result of a round: En = (x − X)/√(U²(x) + U²(X) − 2·k·K·u(x, X)). Stated uncertainties are
 * rounded, those of the chain are not: a covariance is at most what the stated ones allow.
 */
export function scoreRound(reference: RoundFigures, results: readonly RoundResult[]): readonly RoundScore[] {
  const covariances = results.map(({ covariance, standardUncertainty }) => {
    const most = standardUncertainty * reference.standardUncertainty
    return Math.min(most, Math.max(-most, covariance))
  })
  const scores = scoresOf({
    reference: reference.estimate,
    standardUncertaintyOfReference: reference.standardUncertainty,
    coverageFactorOfReference: reference.coverageFactor,
    results: results.map(({ estimate, standardUncertainty, coverageFactor }, i) => ({
      value: estimate,
      standardUncertainty,
      coverageFactor,
      covarianceWithReference: covariances[i] ?? 0,
    })),
  })
  return results.map(({ estimate }, i) => ({
    difference: estimate - reference.estimate,
    covariance: covariances[i] ?? 0,
    normalizedError: scores[i]?.En ?? 0,
  }))
}
