import { chiSquaredUpperTail } from '#metrology/distributions/chi-squared-distribution.ts'
import { choleskyFactor } from '#metrology/numerics/cholesky.ts'
import type { Vector } from '#metrology/numerics/vectors.ts'
import type { Curve } from './curve.ts'
import type { CurveForm } from './curve-form.ts'
import { centred, lineInBoth } from './line-in-both.ts'
import type { Symmetric } from './line-state.ts'
import { namedMembers, usesOf } from './regression-answer.ts'
import { pointCovarianceOf } from './regression-data.ts'
import { notConverged, tooFewPoints, uncertaintiesMissing } from './regression.refusals.ts'
import type { LineUncertainty, RegressionData, RegressionEvaluation } from './regression-task.ts'

/** A straight line with uncertainties in both variables; what is read from it has the uncertainty of the adjusted points. */
export function evaluateLineInBoth(
  { names, covariance: asked }: CurveForm,
  data: RegressionData,
  x: Vector,
  y: Vector,
): RegressionEvaluation {
  if (asked === 'scaled-by-residual-variance') {
    throw uncertaintiesMissing(asked, {}, { pointer: '/standardUncertaintyOfX' })
  }
  const covariance = pointCovarianceOf(data, x.length)
  const degreesOfFreedom = x.length - 2
  if (degreesOfFreedom < 0) throw tooFewPoints(`${x.length} < 2`, { points: x.length }, { pointer: '/x' })
  const [cx, cy] = [centred(x), centred(y)]
  const line = lineInBoth({ x: cx.deviations, y: cy.deviations, covariance })
  const intercept = cy.centre + line.intercept - line.slope * cx.centre
  const uncertainty = (about: Symmetric) => lineUncertainty(names, fromCentre(about, cx.centre))
  return {
    coefficients: namedMembers(names, [intercept, line.slope]),
    degreesOfFreedom,
    chiSquared: line.chiSquared,
    ...(degreesOfFreedom > 0 && { pValue: chiSquaredUpperTail(line.chiSquared, degreesOfFreedom) }),
    residuals: Array.from(
      cy.deviations,
      (dy, i) => dy - line.intercept - line.slope * (cx.deviations[i] ?? 0),
    ),
    fromAdjustedPoints: uncertainty(line.fromAdjustedPoints),
    byPropagation: uncertainty(line.byPropagation),
    ...usesOf(data, curveOf(line, x, cx.centre, cy.centre), undefined),
  }
}

/** From an intercept at the centre c to that at zero: a₀ = a − bc. */
const fromCentre = ([aa, ab, bb]: Symmetric, c: number): Symmetric => [
  aa - 2 * c * ab + c * c * bb,
  ab - c * bb,
  bb,
]

function lineUncertainty(names: readonly string[], [aa, ab, bb]: Symmetric): LineUncertainty {
  const u = [Math.sqrt(aa), Math.sqrt(bb)]
  return {
    standardUncertainties: namedMembers(names, u),
    covariance: ab,
    correlation: Math.max(-1, Math.min(1, ab / Math.sqrt(aa) / Math.sqrt(bb))),
  }
}

function curveOf(line: ReturnType<typeof lineInBoth>, x: Vector, centreX: number, centreY: number): Curve {
  const [aa, ab, bb] = line.fromAdjustedPoints
  const factor = choleskyFactor([
    [aa, ab],
    [ab, bb],
  ])
  if (!factor) throw notConverged('', {}, { pointer: '/x' })
  return {
    basis: {
      dimension: 1,
      row: ([at = 0]) => Float64Array.of(1, at - centreX),
      slopeRow: () => Float64Array.of(0, 1),
      toStated: [Float64Array.of(1, -centreX), Float64Array.of(0, 1)],
    },
    coefficients: Float64Array.of(centreY + line.intercept, line.slope),
    factor,
    degreesOfFreedom: Infinity,
    range: { from: Math.min(...x), to: Math.max(...x) },
  }
}
