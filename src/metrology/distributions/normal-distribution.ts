import { solveLogarithmically } from './quantile-search.ts'

const densityAtZero = 1 / Math.sqrt(2 * Math.PI)

/** Up to here the series for the middle is used, beyond it the continued fraction for the tail. */
const middle = 2

/** exp(-x²/2) with the square split, so that large arguments keep their digits. */
export function normalDensity(x: number): number {
  const coarse = Math.trunc(16 * x) / 16
  return densityAtZero * Math.exp(-(coarse * coarse) / 2) * Math.exp((-(x - coarse) * (x + coarse)) / 2)
}

/** P(Z <= x) of the standard normal distribution. */
export function normalProbability(x: number): number {
  return x > 0 ? 1 - normalUpperTail(x) : normalUpperTail(-x)
}

/** P(Z > x), with all its digits also where it is tiny. */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x)
  return x < middle ? 0.5 - aboveTheMean(x) : normalDensity(x) * millsRatio(x)
}

/** The x with P(Z <= x) = `probability`; infinite at 0 and 1. */
export function normalQuantile(probability: number): number {
  return probability < 0.5 ? -normalUpperQuantile(probability) : normalUpperQuantile(1 - probability)
}

/** The x with P(Z > x) = `tail`, for a tail of at most one half. */
export function normalUpperQuantile(tail: number): number {
  if (!(tail > 0)) return tail === 0 ? Infinity : NaN
  const start = tail > 0.25 ? Math.max((0.5 - tail) / densityAtZero, 1e-300) : roughQuantile(tail)
  return solveLogarithmically(tail, start, {
    aboveTheMean,
    upperTail: normalUpperTail,
    density: normalDensity,
    falling: (x) => -x * x,
  })
}

/** P(0 < Z <= x): x + x³/3 + x⁵/(3·5) + …, all terms positive. */
function aboveTheMean(x: number): number {
  if (x >= middle) return 0.5 - normalUpperTail(x)
  let term = x
  let sum = x
  for (let odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return sum * normalDensity(x)
}

/** Tail over density, 1/(x + 1/(x + 2/(x + 3/(x + …)))), by the method of Lentz. */
function millsRatio(x: number): number {
  let fraction = x
  let c = x
  let d = 0
  for (let n = 1, change = 2; Math.abs(change - 1) > 1e-16 && n < 500; n++) {
    d = 1 / (x + n * d)
    c = x + n / c
    change = c * d
    fraction *= change
  }
  return 1 / fraction
}

/** Within 4.5e-4 (Abramowitz and Stegun, 26.2.23), which is enough to start from. */
function roughQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return t - above / below
}
