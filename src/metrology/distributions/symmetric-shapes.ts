import type { SymmetricShape } from './distribution.ts'
import { deviance } from './log-gamma.ts'
import { normalDensity, normalUpperTail } from './normal-distribution.ts'
import { studentDensity, studentProbabilityAbove } from './student-distribution.ts'

/** JCGM 101:2008, 6.4.7. */
export const normalShape = (standardDeviation: number): SymmetricShape => ({
  standardDeviation,
  reach: Infinity,
  density: (r) => normalDensity(r / standardDeviation) / standardDeviation,
  above: (r) => normalUpperTail(r / standardDeviation),
})

/** JCGM 101:2008, 6.4.9: the scale is not the standard deviation, which exists for more than two degrees of freedom. */
export const studentShape = (scale: number, nu: number): SymmetricShape => ({
  standardDeviation: nu > 2 ? scale / Math.sqrt(1 - 2 / nu) : NaN,
  reach: Infinity,
  density: (r) => studentDensity(r / scale, nu) / scale,
  above: (r) => studentProbabilityAbove(r / scale, nu),
})

/** JCGM 101:2008, 6.4.2, 6.4.4 and 6.4.5: flat within ±`top`, then falling to nothing at ±`half`. */
export function trapezoidalShape(half: number, top: number): SymmetricShape {
  const slope = half - top
  const height = 1 / (half + top)
  return {
    standardDeviation: Math.sqrt((half * half + top * top) / 6),
    reach: half,
    corners: [top],
    density: (r) => (r <= top ? height : (height * (half - r)) / slope),
    above: (r) => (r <= top ? height * (slope / 2 + top - r) : (height * (half - r) ** 2) / (2 * slope)),
  }
}

/** JCGM 101:2008, 6.4.3: a rectangle whose half-width is itself rectangular within ±`d`. */
export function curvilinearShape(half: number, d: number): SymmetricShape {
  if (d === 0) return trapezoidalShape(half, half)
  const reach = half + d
  const top = half - d
  const height = Math.log1p((2 * d) / top) / (4 * d)
  return {
    standardDeviation: Math.hypot(half / Math.sqrt(3), d / 3),
    reach,
    corners: [top],
    density: (r) => (r <= top ? height : Math.log1p((reach - r) / r) / (4 * d)),
    above: (r) => (r === 0 ? 0.5 : r <= top ? 0.5 - r * height : deviance(r, reach) / (4 * d)),
  }
}

/** JCGM 101:2008, 6.4.6. */
export const arcsineShape = (half: number): SymmetricShape => ({
  standardDeviation: half / Math.SQRT2,
  reach: half,
  powerAtEnds: 0.5,
  density: (r) => 1 / (Math.PI * Math.sqrt((half - r) * (half + r))),
  above: (r) => Math.acos(r / half) / Math.PI,
})
