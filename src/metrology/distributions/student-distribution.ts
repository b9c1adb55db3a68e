import { betaFraction } from './incomplete-beta.ts'
import { normalDensity, normalUpperQuantile, normalUpperTail } from './normal-distribution.ts'
import { solveLogarithmically } from './quantile-search.ts'

/** From here on the expansion in 1/ν is exact to the last place. */
const manyDegrees = 20_000

/**
 * The t with P(T <= t) = `probability` for the t-distribution with ν degrees of freedom, which need not be a
 * whole number; infinitely many give the normal distribution (GUM G.3.2).
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  return probability < 0.5
    ? -studentUpperQuantile(probability, degreesOfFreedom)
    : studentUpperQuantile(1 - probability, degreesOfFreedom)
}

/** The t with P(T > t) = `tail`, for a tail of at most one half. */
export function studentUpperQuantile(tail: number, nu: number): number {
  const z = normalUpperQuantile(tail)
  if (!(nu > 0) || !Number.isFinite(z) || nu === Infinity) return nu > 0 ? z : NaN
  const expanded = expansion(z, nu)
  if (nu >= manyDegrees && 100 * z * z < nu) return expanded
  const scale = densityScale(nu)
  const start = nu >= 1 && z * z < 6 * nu ? expanded : z
  return solveLogarithmically(tail, start, {
    density: (t) => scale * powerOfDensity(t, nu) * Math.sqrt(nu / (nu + t * t)),
    falling: (t) => (-t * t * (nu + 1)) / (nu + t * t),
    upperTail: (t) => studentUpperTail(t, nu, scale),
    aboveTheMean: (t) => studentAboveTheMean(t, nu, scale),
  })
}

/** P(T > t), with all its digits also where it is tiny. */
export function studentProbabilityAbove(t: number, nu: number): number {
  if (nu === Infinity) return normalUpperTail(t)
  const scale = densityScale(nu)
  return t < 0 ? 1 - studentUpperTail(-t, nu, scale) : studentUpperTail(t, nu, scale)
}

/** The density of the t-distribution of scale 1 (JCGM 101:2008, 6.4.9.2). */
export const studentDensity = (t: number, nu: number): number =>
  nu === Infinity ? normalDensity(t) : densityScale(nu) * powerOfDensity(t, nu) * Math.sqrt(nu / (nu + t * t))

/** (1 + t²/ν)^(-ν/2) */
const powerOfDensity = (t: number, nu: number) => Math.exp((-nu / 2) * Math.log1p((t * t) / nu))

/** Γ((ν + 1)/2) / (Γ(ν/2) √(νπ)), the density at zero. */
const densityScale = (nu: number) => gammaRatio(nu / 2) / Math.sqrt(nu * Math.PI)

/** Γ(a + 1/2)/Γ(a): Stirling's series, after raising a to where it converges. */
function gammaRatio(a: number): number {
  if (a < 12) return (gammaRatio(a + 1) * a) / (a + 0.5)
  const r = 1 / a
  const s = r * r
  const series =
    1 / 8 - s * (1 / 192 - s * (1 / 640 - s * (17 / 14336 - s * (31 / 18432 - (s * 691) / 180224))))
  return Math.sqrt(a) * Math.exp(-r * series)
}

/** On which side of the mean the continued fraction for the middle converges, and not the one for the tail. */
const isMiddle = (t: number, nu: number) => t * t * (nu + 2) < 3 * nu

function studentUpperTail(t: number, nu: number, scale: number): number {
  if (isMiddle(t, nu)) return 0.5 - studentAboveTheMean(t, nu, scale)
  const square = nu + t * t
  const front = (scale * t) / Math.sqrt(nu * square)
  return front * powerOfDensity(t, nu) * betaFraction(nu / square, nu / 2, 0.5)
}

function studentAboveTheMean(t: number, nu: number, scale: number): number {
  if (!isMiddle(t, nu)) return 0.5 - studentUpperTail(t, nu, scale)
  const square = nu + t * t
  const front = scale * t * Math.sqrt(nu / square)
  return front * powerOfDensity(t, nu) * betaFraction((t * t) / square, 0.5, nu / 2)
}

/** The quantile as a series in 1/ν about the normal one z (Fisher and Cornish). */
function expansion(z: number, nu: number): number {
  const w = z * z
  const g1 = (w + 1) / 4
  const g2 = (3 + w * (16 + 5 * w)) / 96
  const g3 = (-15 + w * (17 + w * (19 + 3 * w))) / 384
  const g4 = (-945 + w * (-1920 + w * (1482 + w * (776 + 79 * w)))) / 92160
  return z * (1 + (g1 + (g2 + (g3 + g4 / nu) / nu) / nu) / nu)
}
