import { deviance, stirlingError } from './log-gamma.ts'

/** x and its complement 1 − x, both stated, because the smaller one has digits that the other has not. */
export interface Portion {
  readonly x: number
  readonly rest: number
}

/** I_x(a, b), the regularised incomplete beta function (Abramowitz and Stegun, 26.5.1). */
export function betaBelow(a: number, b: number, { x, rest }: Portion): number {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const isLower = x * (a + b + 2) < a + 1
  if (!isLower) return 1 - betaAbove(a, b, { x, rest })
  return (shareProbability(a, b, x, rest) * betaFraction(x, a, b) * b) / (a + b)
}

/** 1 − I_x(a, b), with all its digits where it is small. */
export function betaAbove(a: number, b: number, { x, rest }: Portion): number {
  if (x <= 0) return 1
  if (rest <= 0) return 0
  const isLower = x * (a + b + 2) < a + 1
  if (isLower) return 1 - betaBelow(a, b, { x, rest })
  return (shareProbability(b, a, rest, x) * betaFraction(rest, b, a) * a) / (a + b)
}

/** Γ(n + 1)/(Γ(a + 1)Γ(b + 1)) x^a (1 − x)^b with n = a + b: the binomial probability, for a that need not be whole. */
export function shareProbability(a: number, b: number, x: number, rest: number): number {
  const n = a + b
  if (a === 0) return Math.exp(b * (x < 0.5 ? Math.log1p(-x) : Math.log(rest)))
  if (b === 0) return Math.exp(a * (rest < 0.5 ? Math.log1p(-rest) : Math.log(x)))
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const exponent = stirling - deviance(a, n * x) - deviance(b, n * rest)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b))
}

/** The continued fraction of the incomplete beta function, by the method of Lentz (Abramowitz and Stegun, 26.5.8). */
export function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1, change = 2; Math.abs(change - 1) > 1e-16 && m < 5000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    change = c * d
    fraction *= change
  }
  return fraction
}
