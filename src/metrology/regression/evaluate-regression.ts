import { within } from '#refusal.ts'
import { chiSquaredUpperTail } from '#metrology/distributions/chi-squared-distribution.ts'
import { finiteAnswer } from '#metrology/stated-task/finite-answer.ts'
import { member, positivesOf } from '#metrology/stated-task/members.ts'
import { evaluateMethods, type Method } from '#metrology/stated-task/methods.ts'
import { linearBasis, originBasis, polynomialBasis } from './basis.ts'
import type { Basis } from './curve.ts'
import { curveForm, isLine, type CurveForm } from './curve-form.ts'
import { fitCurve, type CurveFit, type Observations } from './fit-curve.ts'
import { evaluateLineInBoth } from './evaluate-line-in-both.ts'
import { pointsOf, scatterOf, uncertaintyOfX } from './regression-data.ts'
import { lineOnly, uncertaintiesMissing } from './regression.refusals.ts'
import type { OriginLine, RegressionData, RegressionEvaluation, RegressionTask } from './regression-task.ts'
import { namedMembers, symmetricMembers, usesOf } from './regression-answer.ts'

const members = [
  'x',
  'y',
  'design',
  'standardUncertaintyOfX',
  'standardUncertaintyOfY',
  'covarianceOfX',
  'covarianceOfY',
  'covarianceOfXY',
  'correlationOfXY',
  'standardDeviationOfY',
  'numberOfReadings',
  'prediction',
  'inversePrediction',
  'table',
]

/** A calibration curve by least squares (ISO/TS 28037:2010; GUM H.3). */
export function evaluateRegression(task: RegressionTask): RegressionEvaluation {
  const form = within('/model', () => curveForm(task.model, task.data))
  const evaluate = (data: RegressionData) => evaluateCurve(form, data)
  const methods = new Map<string, Method<RegressionData, RegressionEvaluation>>([
    ['least-squares', { members, evaluate }],
  ])
  return finiteAnswer(evaluateMethods(task, methods))
}

function evaluateCurve(form: CurveForm, data: RegressionData): RegressionEvaluation {
  const { points, y } = pointsOf(data)
  const uncertainX = uncertaintyOfX(data)
  if (uncertainX) {
    if (!isLine(form)) throw lineOnly(form.form, {}, { pointer: `/${uncertainX}` })
    return evaluateLineInBoth(
      form,
      data,
      Float64Array.from(points, ([x = 0]) => x),
      y,
    )
  }
  const basis = basisOf(form, data, points)
  const scatter = scatterOf(data, y.length)
  const covariance =
    form.covariance ?? (scatter ? 'from-stated-uncertainties' : 'scaled-by-residual-variance')
  const isScaled = covariance === 'scaled-by-residual-variance'
  if (!isScaled && !scatter)
    throw uncertaintiesMissing(covariance, {}, { pointer: '/standardUncertaintyOfY' })
  const observations = { points, y, scatter, isScaled }
  const fit = fitCurve(observations, basis)
  const residual = isScaled ? Math.sqrt(fit.sumOfSquares / fit.degreesOfFreedom) : undefined
  return {
    ...fitMembers(form.names, fit, residual),
    ...(form.form === 'through-origin' &&
      data.standardDeviationOfY &&
      bothWeightings(data, observations, basis)),
    ...usesOf(data, fit.curve, scatter ? undefined : residual),
  }
}

function basisOf({ form, degree }: CurveForm, data: RegressionData, points: readonly number[][]): Basis {
  if (form === 'linear') return linearBasis(member(data, 'design')[0]?.length ?? 0)
  member(data, 'x')
  return form === 'through-origin'
    ? originBasis
    : polynomialBasis(
        degree,
        points.map(([x = 0]) => x),
      )
}

function fitMembers(
  names: readonly string[],
  fit: CurveFit,
  residual: number | undefined,
): RegressionEvaluation {
  const { sumOfSquares, degreesOfFreedom: nu } = fit
  return {
    coefficients: namedMembers(names, fit.coefficients),
    standardUncertainties: namedMembers(
      names,
      fit.covariance.map((row, i) => Math.sqrt(row[i] ?? 0)),
    ),
    ...symmetricMembers(fit.covariance),
    degreesOfFreedom: nu,
    ...(residual === undefined
      ? { chiSquared: sumOfSquares, ...(nu > 0 && { pValue: chiSquaredUpperTail(sumOfSquares, nu) }) }
      : { residualSumOfSquares: sumOfSquares, residualStandardDeviation: residual }),
    residuals: [...fit.residuals],
  }
}

/** Means of readings, all readings equally good, and as good as they scatter: JCGM GUM-5, example 9, states both. */
function bothWeightings(
  data: RegressionData,
  observations: Observations,
  basis: Basis,
): Partial<RegressionEvaluation> {
  const slope = (o: Observations): OriginLine => {
    const { coefficients, covariance } = fitCurve(o, basis)
    return { slope: coefficients[0] ?? 0, standardUncertainty: Math.sqrt(covariance[0]?.[0] ?? 0) }
  }
  const readings = positivesOf(data, 'numberOfReadings', observations.y.length)
  const u = Float64Array.from(readings, (n) => 1 / Math.sqrt(n))
  return {
    ordinary: slope({ ...observations, scatter: { u }, isScaled: true }),
    weighted: slope({ ...observations, isScaled: false }),
  }
}
