import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { gammaAbove, gammaBelow } from './incomplete-gamma.ts'
import { normalUpperQuantile } from './normal-distribution.ts'

/** P(χ² > x) with ν degrees of freedom: how probable a scatter at least this large is, if the results agree. */
export const chiSquaredUpperTail = (x: number, nu: number): number => gammaAbove(nu / 2, x / 2)

/** P(χ² <= x). */
export const chiSquaredProbability = (x: number, nu: number): number => gammaBelow(nu / 2, x / 2)

/** The x with P(χ² > x) = `tail`, between 0 and 1. */
export function chiSquaredUpperQuantile(tail: number, nu: number): number {
  if (!(tail > 0 && tail < 1) || !(nu > 0)) return tail === 1 ? 0 : tail === 0 ? Infinity : NaN
  const distance = (x: number) =>
    tail < 0.5
      ? Math.log(chiSquaredUpperTail(x, nu) / tail)
      : Math.log((1 - tail) / chiSquaredProbability(x, nu))
  const centre = roughQuantile(tail, nu)
  let [low, high] = [centre / 2, centre * 2]
  while (low > 1e-300 && distance(low) < 0) low /= 8
  while (distance(high) > 0) high *= 2
  return rootBetween(distance, low, high) ?? centre
}

/** Wilson and Hilferty (1931): the cube root of χ²/ν is nearly normal. */
function roughQuantile(tail: number, nu: number): number {
  const z = tail < 0.5 ? normalUpperQuantile(tail) : -normalUpperQuantile(1 - tail)
  const c = 2 / (9 * nu)
  return nu * Math.max(1 - c + z * Math.sqrt(c), 0.01) ** 3
}
