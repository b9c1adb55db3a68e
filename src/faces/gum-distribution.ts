import { normalDensity } from '#metrology/distributions/normal-distribution.ts'
import { studentDensity } from '#metrology/distributions/student-distribution.ts'
import { coverageFactor } from '#metrology/uncertainty/coverage.ts'

/** What the law of propagation says of a result, in its unit. */
export interface GumResult {
  readonly value: number
  readonly standardUncertainty: number
  /** Undefined where the degrees of freedom are not known. */
  readonly degreesOfFreedom: number | 'infinity' | undefined
}

/** The distribution it stands for: normal, or that of t, shifted and scaled (GUM G.3.2; JCGM 101:2008, 5.11.2). */
export function gumDensity({
  value,
  standardUncertainty: u,
  degreesOfFreedom,
}: GumResult): (x: number) => number {
  const nu = typeof degreesOfFreedom === 'number' ? degreesOfFreedom : Infinity
  const density = Number.isFinite(nu) ? (t: number) => studentDensity(t, nu) : normalDensity
  return (x) => density((x - value) / u) / u
}

/** y ± k·u for a coverage probability; nothing where k is not known. */
export function gumInterval(
  { value, standardUncertainty: u, degreesOfFreedom }: GumResult,
  probability: number,
): { readonly lower: number; readonly upper: number } | undefined {
  const nu = degreesOfFreedom === 'infinity' ? Infinity : degreesOfFreedom
  const k = coverageFactor({ probability, degreesOfFreedomRule: 'interpolate' }, nu)
  return k === undefined ? undefined : { lower: value - k * u, upper: value + k * u }
}
