import { symmetricEigenvalues } from '#metrology/uncertainty/symmetric-eigenvalues.ts'
import { choleskyFactor } from '#metrology/numerics/cholesky.ts'
import type { Rows, Vector } from '#metrology/numerics/vectors.ts'
import {
  matrixOf,
  member,
  numbersOf,
  oneOf,
  positivesOf,
  sameLength,
} from '#metrology/stated-task/members.ts'
import { statedNumber, type StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import type { Scatter } from './fit-curve.ts'
import { jointPoints, separatePoints, type PointCovariance } from './point-covariance.ts'
import { correlationImpossible, covarianceImpossible, uncertaintiesMissing } from './regression.refusals.ts'
import type { RegressionData, StatedPoint } from './regression-task.ts'

/** The points as they are stated, each with as many numbers as the form has columns. */
export function pointsOf(data: RegressionData): { points: number[][]; y: Vector } {
  const y = Float64Array.from(numbersOf(data, 'y'))
  if (oneOf(data, 'x', 'design') === 'x') {
    const x = numbersOf(data, 'x')
    sameLength('x', x.length, y.length)
    return { points: x.map((at) => [at]), y }
  }
  const rows = member(data, 'design')
  sameLength('design', rows.length, y.length)
  const width = rows[0]?.length ?? 0
  const points = rows.map((row, i) => {
    sameLength(`design/${i}`, row.length, width)
    return row.map((value, j) => statedNumber(value, `/design/${i}/${j}`))
  })
  return { points, y }
}

/** A point at which the curve is asked for; refused where it has another number of numbers. */
export function pointOf(stated: StatedPoint, dimension: number, pointer: string): number[] {
  const list: readonly StatedNumber[] = isList(stated) ? stated : [stated]
  sameLength(pointer.slice(1), list.length, dimension)
  return list.map((value, i) => statedNumber(value, isList(stated) ? `${pointer}/${i}` : pointer))
}

const isList = (stated: StatedPoint): stated is readonly StatedNumber[] => Array.isArray(stated)

/** How y scatters, if that is stated: alone, or as means of readings, or together. */
export function scatterOf(data: RegressionData, n: number): Scatter | undefined {
  if (data.covarianceOfY) {
    oneOf(data, 'covarianceOfY', 'standardUncertaintyOfY')
    return { factor: factorOf(symmetricOf(data, 'covarianceOfY', n), '/covarianceOfY') }
  }
  if (data.standardDeviationOfY) {
    oneOf(data, 'standardDeviationOfY', 'standardUncertaintyOfY')
    const s = positivesOf(data, 'standardDeviationOfY', n)
    const readings = positivesOf(data, 'numberOfReadings', n)
    return { u: Float64Array.from(s, (each, i) => each / Math.sqrt(readings[i] ?? 1)) }
  }
  if (!data.standardUncertaintyOfY) return undefined
  return { u: Float64Array.from(positivesOf(data, 'standardUncertaintyOfY', n)) }
}

/** Which member says that x is uncertain. */
export const uncertaintyOfX = (data: RegressionData): string | undefined =>
  (['standardUncertaintyOfX', 'covarianceOfX', 'covarianceOfXY', 'correlationOfXY'] as const).find(
    (name) => data[name] !== undefined,
  )

/** The covariance of points whose x is uncertain, too. */
export function pointCovarianceOf(data: RegressionData, n: number): PointCovariance {
  if (!data.covarianceOfX && !data.covarianceOfY && !data.covarianceOfXY) {
    const of = (name: 'standardUncertaintyOfX' | 'standardUncertaintyOfY') => {
      if (data[name]) return Float64Array.from(positivesOf(data, name, n))
      throw uncertaintiesMissing(name, {}, { pointer: `/${name}` })
    }
    return separatePoints(of('standardUncertaintyOfX'), of('standardUncertaintyOfY'), correlations(data, n))
  }
  if (data.correlationOfXY) oneOf(data, 'covarianceOfX', 'correlationOfXY')
  const xx = blockOf(data, 'covarianceOfX', 'standardUncertaintyOfX', n)
  const yy = blockOf(data, 'covarianceOfY', 'standardUncertaintyOfY', n)
  const xy = data.covarianceOfXY
    ? matrixOf(data, 'covarianceOfXY', n).map((row) => Float64Array.from(row))
    : xx.map(() => new Float64Array(n))
  const whole = [
    ...xx.map((row, i) => [...row, ...(xy[i] ?? [])]),
    ...yy.map((row, i) => [...xy.map((each) => each[i] ?? 0), ...row]),
  ]
  factorOf(whole, data.covarianceOfXY ? '/covarianceOfXY' : '/covarianceOfX')
  return jointPoints(xx, xy, yy)
}

function correlations(data: RegressionData, n: number): Vector {
  if (!data.correlationOfXY) return new Float64Array(n)
  const r = numbersOf(data, 'correlationOfXY')
  sameLength('correlationOfXY', r.length, n)
  const beyond = r.findIndex((each) => !(Math.abs(each) < 1))
  if (beyond < 0) return Float64Array.from(r)
  throw correlationImpossible(`r = ${r[beyond]}`, {}, { pointer: `/correlationOfXY/${beyond}` })
}

type MatrixName = 'covarianceOfX' | 'covarianceOfY'

function blockOf(
  data: RegressionData,
  matrix: MatrixName,
  list: 'standardUncertaintyOfX' | 'standardUncertaintyOfY',
  n: number,
): Rows {
  if (oneOf(data, matrix, list) === matrix) return symmetricOf(data, matrix, n)
  return positivesOf(data, list, n).map((u, i) => {
    const row = new Float64Array(n)
    row[i] = u * u
    return row
  })
}

function symmetricOf(data: RegressionData, name: MatrixName, n: number): Rows {
  const rows = matrixOf(data, name, n)
  for (const [i, row] of rows.entries()) {
    const j = row.findIndex((value, k) => value !== rows[k]?.[i])
    if (j < 0) continue
    throw covarianceImpossible(
      { en: `It is not symmetric at ${i}, ${j}`, zh: `在 ${i}、${j} 处不对称` },
      {},
      { pointer: `/${name}/${i}/${j}` },
    )
  }
  return rows.map((row) => Float64Array.from(row))
}

/** Told is the smallest eigenvalue of the correlation matrix, which has no unit. */
function factorOf(matrix: readonly ArrayLike<number>[], pointer: string): Rows {
  const factor = choleskyFactor(matrix)
  if (factor) return factor
  const deviations = matrix.map((row, i) => Math.sqrt(Math.abs(row[i] ?? 0)) || 1)
  const correlation = matrix.map((row, i) =>
    Array.from(row, (value, j) => value / (deviations[i] ?? 1) / (deviations[j] ?? 1)),
  )
  const smallestEigenvalue = Math.min(...symmetricEigenvalues(correlation))
  throw covarianceImpossible(
    {
      en: `The smallest eigenvalue of its correlation matrix is ${smallestEigenvalue.toPrecision(6)}`,
      zh: `其相关系数矩阵的最小特征值为 ${smallestEigenvalue.toPrecision(6)}`,
    },
    { smallestEigenvalue },
    { pointer },
  )
}
