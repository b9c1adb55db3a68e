import { dot, type Vector } from '#metrology/numerics/vectors.ts'
import { lineStateAt, type LineState, type Points, type Symmetric } from './line-state.ts'
import { notConverged, rankDeficient } from './regression.refusals.ts'

/** A straight line with uncertainties in both variables, about the centre of its points. */
export interface LineInBoth {
  readonly intercept: number
  readonly slope: number
  /** Of intercept and slope: inverse information at the adjusted points (York et al. 2004; ISO/TS 28037, clause 10). */
  readonly fromAdjustedPoints: Symmetric
  /** The law of propagation applied to the estimator (A. H. Kalantar, Meas. Sci. Technol. 3 (1992) 1113). */
  readonly byPropagation: Symmetric
  readonly chiSquared: number
}

const mostSteps = 200

/** Of the lines at which the descent ends, the one with the smallest χ². */
export function lineInBoth(points: Points): LineInBoth {
  const states = startingSlopes(points).flatMap((slope) => {
    const start = withBestIntercept(points, slope)
    const end = start && descended(points, start)
    return end ? [end] : []
  })
  const [best] = states.toSorted((a, b) => a.chiSquared - b.chiSquared)
  if (!best) throw notConverged({ en: `${mostSteps} steps`, zh: `${mostSteps} 步` }, {}, { pointer: '/x' })
  return {
    intercept: best.intercept,
    slope: best.slope,
    fromAdjustedPoints: inverse(best.information),
    byPropagation: best.propagated(inverse(best.hessian)),
    chiSquared: best.chiSquared,
  }
}

/** y on x, x on y, and between them. */
function startingSlopes({ x, y }: Points): number[] {
  const [xx, xy, yy] = [dot(x, x), dot(x, y), dot(y, y)]
  if (xx === 0) {
    throw rankDeficient({ en: 'All points have the same x', zh: '所有点的 x 相同' }, {}, { pointer: '/x' })
  }
  const regular = xy / xx
  if (xy === 0) return [0]
  return [regular, Math.sign(xy) * Math.sqrt(yy / xx), yy / xy]
}

function withBestIntercept(
  { x, y, covariance }: Points,
  slope: number,
): { intercept: number; slope: number } | undefined {
  const solve = covariance.weights(slope)
  if (!solve) return undefined
  const weights = solve(new Float64Array(x.length).fill(1))
  const e = y.map((yi, i) => yi - slope * (x[i] ?? 0))
  return { intercept: dot(weights, e) / weights.reduce((sum, w) => sum + w, 0), slope }
}

/** Newton's method, with the information instead of the second derivatives where these are not positive. */
function descended(points: Points, start: { intercept: number; slope: number }): LineState | undefined {
  let state = lineStateAt(points, start.intercept, start.slope)
  for (let n = 0; state && n < mostSteps; n++) {
    const { step, decrement } = newtonStep(state)
    if (decrement < 1e-10) return polished(points, state)
    state = lower(points, state, step)
  }
  return undefined
}

/** What χ² can still fall by is rounding: the last steps need not see it fall. */
function polished(points: Points, start: LineState): LineState | undefined {
  let state = start
  for (let n = 0; n < 3; n++) state = moved(points, state, newtonStep(state).step, 1) ?? state
  return isPositive(state.hessian) ? state : undefined
}

function newtonStep({ hessian, information, gradient }: LineState): { step: Pair; decrement: number } {
  const step = solve2(isPositive(hessian) ? hessian : information, gradient)
  return { step, decrement: step[0] * gradient[0] + step[1] * gradient[1] }
}

type Pair = readonly [number, number]

const moved = (points: Points, { intercept, slope }: LineState, [da, db]: Pair, share: number) =>
  lineStateAt(points, intercept - share * da, slope - share * db)

/** The longest of the steps 1, 1/2, 1/4 … by which χ² falls. */
function lower(points: Points, state: LineState, step: Pair): LineState | undefined {
  for (let share = 1; share > 1e-12; share /= 2) {
    const next = moved(points, state, step, share)
    if (next && next.chiSquared < state.chiSquared) return next
  }
  return undefined
}

const isPositive = ([aa, ab, bb]: Symmetric) => aa > 0 && aa * bb - ab * ab > 0

export function inverse([aa, ab, bb]: Symmetric): Symmetric {
  const determinant = aa * bb - ab * ab
  return [bb / determinant, -ab / determinant, aa / determinant]
}

function solve2(matrix: Symmetric, [g, h]: Pair): Pair {
  const [aa, ab, bb] = inverse(matrix)
  return [aa * g + ab * h, ab * g + bb * h]
}

/** Deviations from the mean, for which intercept and slope hardly depend on each other. */
export function centred(values: Vector): { centre: number; deviations: Vector } {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  return { centre, deviations: values.map((value) => value - centre) }
}
