import type { Block, BlockSummary } from './block.ts'
import type { Simulation } from './simulation.ts'
import { allMoments, isStable } from './stability.ts'
import { coverageIntervals, medianOf, type Interval } from './statistics/coverage-interval.ts'
import { histogramOf, type Histogram } from './statistics/histogram.ts'
import { jointRegionOf, type JointRegion } from './statistics/joint-region.ts'
import { ranksIn } from './statistics/order-statistics.ts'
import { correlationIn, standardDeviationIn, type Moments } from './statistics/moments.ts'

/** What a run says of one output (JCGM 101:2008, 7.6 and 7.7). */
export interface SimulatedResult {
  readonly name: string
  readonly mean: number
  readonly standardDeviation: number
  readonly median: number
  readonly symmetricInterval: Interval
  readonly shortestInterval: Interval
  /** Half of the symmetric interval in terms of the standard deviation; none where that is zero. */
  readonly coverageFactor?: number
  readonly histogram?: Histogram
  /** The part that the farthest trial alone has in the variance. */
  readonly largestShare: number
}

export interface Conclusion {
  readonly trials: number
  readonly notFinite: number
  readonly isStable: boolean
  readonly outputs: readonly SimulatedResult[]
  readonly correlations: readonly { readonly between: readonly [string, string]; readonly r: number }[]
  readonly regions: readonly (JointRegion & { readonly between: readonly [string, string] })[]
}

/** All blocks together, in their order. A run without a single finite trial concludes nothing about outputs. */
export function conclude(simulation: Simulation, blocks: readonly Block[]): Conclusion {
  const summaries = blocks.map(({ summary }) => summary)
  const moments = allMoments(summaries)
  const values = simulation.outputs.map((_, i) => joined(blocks, i))
  const outputs = moments.count === 0 ? [] : simulation.outputs
  return {
    trials: total(summaries, ({ trials }) => trials),
    notFinite: total(summaries, ({ notFinite }) => notFinite),
    isStable: isStable(summaries, simulation),
    outputs: outputs.map(({ name }, i) =>
      resultOf(name, i, values[i] ?? new Float64Array(0), simulation, moments),
    ),
    correlations: outputs.flatMap(({ name: one }, i) =>
      outputs.slice(i + 1).flatMap(({ name: other }, k) => {
        const r = correlationIn(moments, i, i + 1 + k)
        return r === undefined ? [] : [{ between: [one, other] as const, r }]
      }),
    ),
    regions: simulation.regions.flatMap(([i, j]) => regionOf([i, j], values, simulation, moments)),
  }
}

const total = (blocks: readonly BlockSummary[], of: (block: BlockSummary) => number): number =>
  blocks.reduce((sum, block) => sum + of(block), 0)

function joined(blocks: readonly Block[], output: number): Float64Array {
  const columns = blocks.map(({ values }) => values[output] ?? new Float64Array(0))
  const whole = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    whole.set(column, at)
    at += column.length
  }
  return whole
}

function resultOf(
  name: string,
  i: number,
  values: Float64Array,
  { probability, histogramClasses }: Simulation,
  moments: Moments,
): SimulatedResult {
  const ranks = ranksIn(values)
  const { symmetric, shortest } = coverageIntervals(ranks, values.length, probability)
  const [mean, deviation] = [moments.means[i] ?? NaN, standardDeviationIn(moments, i)]
  return {
    name,
    mean: mean + 0,
    standardDeviation: deviation,
    median: medianOf(ranks, values.length),
    symmetricInterval: symmetric,
    shortestInterval: shortest,
    ...(deviation > 0 && { coverageFactor: (symmetric[1] - symmetric[0]) / 2 / deviation }),
    ...(histogramClasses > 0 && { histogram: histogramOf(values, histogramClasses) }),
    largestShare: largestSquare(values, mean) / (moments.products[i]?.[i] || 1),
  }
}

function largestSquare(values: Float64Array, mean: number): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs((values[i] ?? 0) - mean))
  return largest * largest
}

function regionOf(
  [i, j]: readonly [number, number],
  values: readonly Float64Array[],
  { outputs, probability }: Simulation,
  moments: Moments,
) {
  const [a, b, r] = [values[i], values[j], correlationIn(moments, i, j)]
  if (!a || !b || r === undefined) return []
  const plane = {
    center: [moments.means[i] ?? NaN, moments.means[j] ?? NaN] as const,
    deviations: [standardDeviationIn(moments, i), standardDeviationIn(moments, j)] as const,
    correlation: r,
  }
  const region = jointRegionOf(a, b, plane, probability)
  const between = [outputs[i]?.name ?? '', outputs[j]?.name ?? ''] as const
  return region ? [{ between, ...region }] : []
}
