import type { Distribution } from './distribution.ts'
import { countProbability, gammaAbove, gammaBelow } from './incomplete-gamma.ts'

/** JCGM 101:2008, 6.4.11; with shape 1 it is the exponential distribution of 6.4.10. */
export function gammaDistribution(shape: number, rate: number): Distribution {
  return {
    mean: shape / rate,
    standardDeviation: Math.sqrt(shape) / rate,
    support: { lower: 0, upper: Infinity },
    corners: [],
    powerAtEnds: shape,
    density: (x) => densityOf(shape, rate, x),
    below: (x) => gammaBelow(shape, x * rate),
    above: (x) => gammaAbove(shape, x * rate),
  }
}

function densityOf(shape: number, rate: number, x: number): number {
  if (x < 0) return 0
  if (x > 0) return (countProbability(shape, x * rate) * shape) / x
  return shape === 1 ? rate : shape < 1 ? Infinity : 0
}
