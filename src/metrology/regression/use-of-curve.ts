import { rootBetween } from '#metrology/numerics/bracketed-root.ts'
import { dot, timesItsTranspose } from '#metrology/numerics/vectors.ts'
import { member, notNegativeOf, numberOf, numbersOf, oneOf } from '#metrology/stated-task/members.ts'
import { sampleOf } from '#metrology/uncertainty/readings.ts'
import { influenceAt, valueAt, varianceAt, type Curve } from './curve.ts'
import { inverseImpossible, scatterUnknown } from './regression.refusals.ts'
import { pointOf } from './regression-data.ts'
import type {
  InversePrediction,
  Prediction,
  StatedIndication,
  StatedPoint,
  ValueTable,
} from './regression-task.ts'

const inAnswer = (degrees: number) => (degrees === Infinity ? 'infinity' : degrees)
const asStated = (stated: StatedPoint, point: readonly number[]) =>
  Array.isArray(stated) ? point : (point[0] ?? 0)

/** GUM H.3.4: the value of the curve; that of a new observation scatters by `residual` more. */
export function predicted(curve: Curve, at: StatedPoint, residual: number | undefined): Prediction {
  const point = pointOf(at, curve.basis.dimension, '/at')
  const variance = varianceAt(curve, point)
  return {
    at: asStated(at, point),
    value: valueAt(curve, point),
    standardUncertainty: Math.sqrt(variance),
    degreesOfFreedom: inAnswer(curve.degreesOfFreedom),
    varianceOfLine: variance,
    ...(residual !== undefined && { varianceOfNewObservation: variance + residual ** 2 }),
  }
}

/** Values of the curve with the covariances between them, for those who interpolate. */
export function tabulated(curve: Curve, at: readonly StatedPoint[]): ValueTable {
  const points = at.map((each, i) => pointOf(each, curve.basis.dimension, `/at/${i}`))
  const covariance = timesItsTranspose(points.map((point) => influenceAt(curve, point)))
  return {
    at: at.map((each, i) => asStated(each, points[i] ?? [])),
    values: points.map((point) => valueAt(curve, point)),
    standardUncertainties: covariance.map((row, i) => Math.sqrt(row[i] ?? 0)),
    covariance: covariance.map((row) => [...row]),
  }
}

interface Indication {
  readonly y: number
  readonly u: number
  readonly told: Partial<InversePrediction>
}

/** ISO/TS 28037:2010, 11.2: the x at which the curve has the value y, and what y and the curve make uncertain. */
export function invertedAt(
  curve: Curve,
  stated: StatedIndication,
  residual: number | undefined,
): InversePrediction {
  const { y, u, told } = indicationOf(stated, residual)
  const x = inverseOf(curve, y)
  const slope = dot(curve.basis.slopeRow?.(x) ?? new Float64Array(), curve.coefficients)
  return {
    ...told,
    x,
    standardUncertainty: Math.hypot(Math.sqrt(varianceAt(curve, [x])), u) / Math.abs(slope),
    degreesOfFreedom: inAnswer(curve.degreesOfFreedom),
  }
}

function indicationOf(stated: StatedIndication, residual: number | undefined): Indication {
  if (oneOf(stated, 'y', 'readings') === 'y') {
    const y = numberOf(stated, 'y')
    const u = notNegativeOf(stated, 'standardUncertaintyOfY')
    return { y, u, told: { y, standardUncertaintyOfY: u } }
  }
  member(stated, 'readings')
  const readings = numbersOf(stated, 'readings')
  if (residual === undefined) throw scatterUnknown('readings', {}, { pointer: '/readings' })
  return { y: sampleOf(readings).mean, u: residual / Math.sqrt(readings.length), told: { readings } }
}

/** Of a line wherever it is, of other curves within the calibrated range, where they are to have the value once. */
function inverseOf(curve: Curve, y: number): number {
  const { basis, coefficients, range } = curve
  if (!basis.slopeRow) throw noInverse(y, { en: 'x is not one number', zh: 'x 不是单个数' })
  if (coefficients.length <= 2) return inverseOfLine(curve, y)
  const difference = (x: number) => valueAt(curve, [x]) - y
  const roots = rootsWithin(difference, range.from, range.to, 64 * coefficients.length)
  const [root] = roots
  if (root !== undefined && roots.length === 1) return root
  const { from, to } = range
  throw noInverse(y, {
    en: `${roots.length} times between ${from} and ${to}`,
    zh: `在 ${from} 与 ${to} 之间 ${roots.length} 次`,
  })
}

function inverseOfLine(curve: Curve, y: number): number {
  const slope = dot(curve.basis.slopeRow?.(0) ?? new Float64Array(), curve.coefficients)
  const { from, to } = curve.range
  const height = Math.max(Math.abs(valueAt(curve, [from])), Math.abs(valueAt(curve, [to])))
  if (Math.abs(slope) * (to - from) <= 8 * Number.EPSILON * height) {
    throw noInverse(y, { en: 'The line is level', zh: '直线斜率为零' })
  }
  // From the middle of the points, where the line is known best and nothing cancels.
  const middle = from + (to - from) / 2
  return middle + (y - valueAt(curve, [middle])) / slope
}

function rootsWithin(f: (x: number) => number, from: number, to: number, pieces: number): number[] {
  const ends = Array.from({ length: pieces + 1 }, (_, i) => from + ((to - from) * i) / pieces)
  const values = ends.map((x) => f(x))
  return ends.flatMap((x, i) => {
    const [value = 0, before = 0] = [values[i], values[i - 1]]
    if (value === 0) return [x]
    if (i === 0 || before === 0 || Math.sign(value) === Math.sign(before)) return []
    return [rootBetween(f, ends[i - 1] ?? x, x) ?? x]
  })
}

const noInverse = (y: number, why: { readonly en: string; readonly zh: string }) =>
  inverseImpossible({ en: `y = ${y}: ${why.en}`, zh: `y = ${y}:${why.zh}` }, { y })
