import { deviance, stirlingError } from './log-gamma.ts'

/** Terms of a series or a fraction; they grow with the root of a. */
const mostTerms = 100_000

/** x^a e^(−x)/Γ(a + 1), the probability of a counts where x are expected, for a that need not be whole. */
export function countProbability(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0
  if (a === 0) return Math.exp(-x)
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** P(a, x), the regularised incomplete gamma function (Abramowitz and Stegun, 6.5.1). */
export function gammaBelow(a: number, x: number): number {
  if (!(x > 0)) return 0
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
}

/** Q(a, x) = 1 − P(a, x), with all its digits where it is small. */
export function gammaAbove(a: number, x: number): number {
  if (!(x > 0)) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; n < mostTerms && term > 1e-17 * sum; n++) {
    term *= x / (a + n)
    sum += term
  }
  return countProbability(a, x) * sum
}

/** Abramowitz and Stegun, 6.5.31, by the method of Lentz. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1, change = 2; n < mostTerms && Math.abs(change - 1) > 1e-16; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    change = c * d
    value *= change
  }
  return countProbability(a, x) * a * value
}
