import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { betaAbove, betaBelow, type Portion } from './incomplete-beta.ts'

/** P(X <= x) for the number of successes in n trials of probability p. */
export function binomialProbability(x: number, n: number, p: number): number {
  if (x >= n) return 1
  return x < 0 ? 0 : betaBelow(n - x, x + 1, { x: 1 - p, rest: p })
}

export interface ProbabilityInterval {
  readonly lower: number
  readonly upper: number
}

/**
 * The interval for the probability behind x successes in n trials that covers it with at least `confidence`
 * (C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404); each end leaves half of the rest.
 */
export function clopperPearson(x: number, n: number, confidence: number): ProbabilityInterval {
  const tail = (1 - confidence) / 2
  return {
    lower: x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x >= n ? 1 : 1 - betaQuantile(tail, n - x, x + 1),
  }
}

const portion = (odds: number): Portion => ({ x: 1 / (1 + Math.exp(-odds)), rest: 1 / (1 + Math.exp(odds)) })

/** The p with I_p(a, b) = `probability`, found on the scale of log odds. */
function betaQuantile(probability: number, a: number, b: number): number {
  const distance = (odds: number) =>
    probability < 0.5
      ? betaBelow(a, b, portion(odds)) - probability
      : 1 - probability - betaAbove(a, b, portion(odds))
  const odds = rootBetween(distance, -700, 700)
  return odds === undefined ? NaN : portion(odds).x
}
