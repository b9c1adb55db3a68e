import { betaBelow } from './incomplete-beta.ts'

/** P(F > f) for the ratio of two mean squares with ν₁ and ν₂ degrees of freedom (GUM H.5.2.4). */
export function fUpperTail(f: number, nu1: number, nu2: number): number {
  if (!(f > 0)) return 1
  if (f === Infinity) return 0
  const whole = nu2 + nu1 * f
  return betaBelow(nu2 / 2, nu1 / 2, { x: nu2 / whole, rest: (nu1 * f) / whole })
}
