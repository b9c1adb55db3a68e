import { within } from '#refusal.ts'
import { inputDistribution, type InputDistribution } from '#metrology/uncertainty/input-distribution.ts'
import type { InputQuantity, ResolvedInput } from '#metrology/uncertainty/input-quantity.ts'
import type { Draw } from './draw.ts'

/**
 * JCGM 101:2008, 6.4: the distribution that is stated, or what the statement assigns: a scaled and shifted
 * t-distribution to readings and to any uncertainty with finite degrees of freedom (6.4.9.2 and 6.4.9.7), a normal
 * one otherwise (6.4.7). None for an exact constant.
 */
export function drawOfInput(stated: InputQuantity, resolved: ResolvedInput): Draw | undefined {
  const { estimate: center, standardUncertainty, degreesOfFreedom } = resolved
  const { distribution } = stated
  if (distribution)
    return drawOf(
      center,
      within('/distribution', () => inputDistribution(distribution)),
    )
  if (standardUncertainty === 0) return undefined
  return degreesOfFreedom === Infinity
    ? { kind: 'normal', center, standardDeviation: standardUncertainty }
    : { kind: 't', center, scale: standardUncertainty, degreesOfFreedom }
}

function drawOf(center: number, { type, parameters: p, standardDeviation }: InputDistribution): Draw {
  switch (type) {
    case 'rectangular':
    case 'arcsine':
      return { kind: type, center, halfWidth: p.halfWidth }
    case 'triangular':
      return { kind: 'trapezoidal', center, halfWidth: p.halfWidth, topHalfWidth: 0 }
    case 'trapezoidal':
      return { kind: type, center, halfWidth: p.halfWidth, topHalfWidth: p.topHalfWidth }
    case 'curvilinear-trapezoidal': {
      const { halfWidth, halfWidthUncertainty } = p
      return { kind: type, center, halfWidth, halfWidthUncertainty }
    }
    case 't': {
      const { degreesOfFreedom: n } = p
      return { kind: type, center, scale: standardDeviation * Math.sqrt((n - 2) / n), degreesOfFreedom: n }
    }
    case 'exponential':
      return { kind: type, center, mean: p.mean }
    case 'gamma':
      return { kind: type, center, shape: p.shape, rate: p.rate }
    case 'normal':
      return { kind: type, center, standardDeviation }
    default:
      throw new Error(`There is no sampler for the distribution ${type}`)
  }
}
