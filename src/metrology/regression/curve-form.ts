import { memberMissing, numberOutOfRange } from '#metrology/stated-task/stated-task.refusals.ts'
import { formUnknown, namesDoNotFit } from './regression.refusals.ts'
import type { RegressionData, RegressionModel } from './regression-task.ts'

/** Higher powers of x say nothing that is not said better otherwise. */
const highestDegree = 20

/** With a constant. */
const mostCoefficients = 64

/** The form of a curve with a name for each of its coefficients. */
export interface CurveForm {
  readonly form: string
  /** Of polynomials, to which the straight line belongs. */
  readonly degree: number
  readonly names: readonly string[]
  readonly covariance: string | undefined
}

export const isLine = ({ form, degree }: CurveForm): boolean =>
  degree === 1 && (form === 'straight-line' || form === 'polynomial')

/** Refusals name the place in the model. */
export function curveForm(model: RegressionModel, { design }: RegressionData): CurveForm {
  const { form, covariance } = model
  const degree = degreeOf(model)
  const n = form === 'linear' ? (design?.[0]?.length ?? 0) + 1 : form === 'through-origin' ? 1 : degree + 1
  if (n > mostCoefficients) throw numberOutOfRange(`${n} > ${mostCoefficients}`, {}, { pointer: '/form' })
  return { form, degree, covariance, names: namesOf(model, n) }
}

function degreeOf({ form, degree }: RegressionModel): number {
  if (form === 'straight-line' || form === 'through-origin' || form === 'linear') return 1
  if (form !== 'polynomial') throw formUnknown(form, {}, { pointer: '/form' })
  if (degree === undefined) throw memberMissing('degree', { member: 'degree' }, { pointer: '/degree' })
  if (Number.isInteger(degree) && degree >= 0 && degree <= highestDegree) return degree
  throw numberOutOfRange(`degree = ${degree}`, { from: 0, to: highestDegree }, { pointer: '/degree' })
}

function namesOf({ form, coefficients }: RegressionModel, n: number): readonly string[] {
  const names = coefficients ?? formNames(form, n)
  if (names.length === n && new Set(names).size === n) return names
  throw namesDoNotFit(`${names.join(', ')}: ${n}`, { coefficients: n }, { pointer: '/coefficients' })
}

function formNames(form: string, n: number): string[] {
  if (form === 'straight-line') return ['intercept', 'slope']
  return form === 'through-origin' ? ['slope'] : Array.from({ length: n }, (_, i) => `b${i}`)
}
