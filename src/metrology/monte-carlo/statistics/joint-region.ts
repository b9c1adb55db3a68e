import { ranksIn } from './order-statistics.ts'

/** Regions of the plane that hold two outputs together with the coverage probability (JCGM 102:2011, 7.7). */
export interface JointRegion {
  readonly ellipse: Ellipse
  readonly smallest: SmallestRegion
}

/** (y - center)ᵀ V⁻¹ (y - center) <= k²: its half-axes, the longer one turned by `angle` from the first output. */
export interface Ellipse {
  readonly coverageFactor: number
  readonly center: readonly [number, number]
  readonly halfAxes: readonly [number, number]
  /** Radian. */
  readonly angle: number
  readonly area: number
}

/** The cells of a mesh that hold most trials for their area. */
export interface SmallestRegion {
  readonly area: number
  readonly lower: readonly [number, number]
  readonly cell: readonly [number, number]
  /** Cells along either output; cell n lies in row ⌊n / cellsAlong⌋ of the second output. */
  readonly cellsAlong: number
  readonly cells: readonly number[]
}

/** Mean and covariance of the two outputs. */
export interface Plane {
  readonly center: readonly [number, number]
  readonly deviations: readonly [number, number]
  readonly correlation: number
}

const cellsAlong = 50
/** Of the probability outside, so much is left outside the mesh on each of its four sides. */
const outsideMesh = 1 / 20

/** None where the outputs are on one line: they have no region but an interval. */
export function jointRegionOf(
  a: Float64Array,
  b: Float64Array,
  plane: Plane,
  probability: number,
): JointRegion | undefined {
  if (!(plane.correlation ** 2 < 1 - 1e-9)) return undefined
  return { ellipse: ellipseOf(a, b, plane, probability), smallest: smallestRegionOf(a, b, probability) }
}

/** JCGM 102:2011, 7.7.2: the factor is the order statistic of the distances in terms of the covariance. */
function ellipseOf(a: Float64Array, b: Float64Array, plane: Plane, probability: number): Ellipse {
  const {
    center,
    deviations: [s, t],
    correlation: r,
  } = plane
  const squares = a.map((x, i) => {
    const [p, q] = [(x - center[0]) / s, ((b[i] ?? 0) - center[1]) / t]
    return (p * p - 2 * r * p * q + q * q) / (1 - r * r)
  })
  const rank = Math.min(a.length, Math.max(1, Math.ceil(probability * a.length))) - 1
  const k = Math.sqrt(ranksIn(squares)(rank, rank + 1)[0] ?? 0)
  return {
    coverageFactor: k,
    center,
    ...axesOf(plane, k),
    area: Math.PI * k * k * s * t * Math.sqrt(1 - r * r),
  }
}

/** From the eigenvalues of the covariance matrix. */
function axesOf({ deviations: [s, t], correlation: r }: Plane, k: number) {
  const [half, difference, covariance] = [(s * s + t * t) / 2, (s * s - t * t) / 2, r * s * t]
  const root = Math.hypot(difference, covariance)
  const long = k * Math.sqrt(half + root)
  // The smaller eigenvalue is the determinant over the larger one: their difference would cancel.
  const short = (k * k * s * t * Math.sqrt(1 - r * r)) / long
  return { halfAxes: [long, short] as const, angle: Math.atan2(covariance, difference) / 2 + 0 }
}

/** JCGM 102:2011, 7.7.4: the fullest cells first, until they hold the probability. */
function smallestRegionOf(a: Float64Array, b: Float64Array, probability: number): SmallestRegion {
  const [first, second] = [meshAlong(a, probability), meshAlong(b, probability)]
  const counts = new Float64Array(cellsAlong * cellsAlong)
  for (let i = 0; i < a.length; i++) {
    const column = Math.floor(((a[i] ?? 0) - first.lower) / first.cell)
    const row = Math.floor(((b[i] ?? 0) - second.lower) / second.cell)
    const isInside = column >= 0 && column < cellsAlong && row >= 0 && row < cellsAlong
    if (isInside) counts[row * cellsAlong + column] = (counts[row * cellsAlong + column] ?? 0) + 1
  }
  const fullest = [...counts.keys()].sort((m, n) => (counts[n] ?? 0) - (counts[m] ?? 0) || m - n)
  const cells: number[] = []
  for (let held = 0; held < probability * a.length && cells.length < fullest.length;) {
    const next = fullest[cells.length] ?? 0
    held += counts[next] ?? 0
    cells.push(next)
  }
  return {
    area: cells.length * first.cell * second.cell,
    lower: [first.lower, second.lower],
    cell: [first.cell, second.cell],
    cellsAlong,
    cells: cells.sort((m, n) => m - n),
  }
}

function meshAlong(values: Float64Array, probability: number): { lower: number; cell: number } {
  const outside = Math.floor(values.length * (1 - probability) * outsideMesh)
  const ranks = ranksIn(values)
  const [lower = 0] = ranks(outside, outside + 1)
  const [upper = 0] = ranks(values.length - 1 - outside, values.length - outside)
  // A cell more than fits, so that the largest value lies inside the last one.
  return { lower, cell: ((upper - lower) / cellsAlong) * (1 + 1e-9) || 1 }
}
