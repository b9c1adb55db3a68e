import type { BlockSummary } from './block.ts'
import { blocksAtMost, type Simulation } from './simulation.ts'
import { standardDeviationIn, together, type Moments } from './statistics/moments.ts'

/** The standard error of fewer averages says little (with two of them it may be nearly zero by chance). */
const fewestBlocks = 10

/** JCGM 101:2008, 7.9.2: half of the last of the significant digits of a standard uncertainty. */
export function numericalTolerance(standardUncertainty: number, significantDigits: number): number {
  if (!(standardUncertainty > 0) || !Number.isFinite(standardUncertainty)) return 0
  const exponent = Number(standardUncertainty.toExponential(significantDigits - 1).split('e')[1])
  return 0.5 * 10 ** (exponent - significantDigits + 1)
}

/**
 * JCGM 101:2008, 7.9.4: whether twice the standard errors of y, u(y) and both ends of the interval, as they scatter
 * between the blocks, lie below the tolerance, for every output. An output that does not scatter at all is stable.
 */
export function isStable(blocks: readonly BlockSummary[], { outputs, trials }: Simulation): boolean {
  const complete = blocks.filter((block) => block.trials === trials.perBlock)
  if (complete.length < fewestBlocks) return false
  const whole = allMoments(complete)
  return outputs.every((_, i) => {
    const u = standardDeviationIn(whole, i)
    // What is left of a value that cancels is rounding, and never becomes stable in terms of itself.
    const rounding = 16 * Number.EPSILON * Math.abs(whole.means[i] ?? 0)
    const tolerance = Math.max(numericalTolerance(u, trials.significantDigits), rounding)
    const figures = complete.map(({ moments, intervals }) => [
      moments.means[i] ?? Number.NaN,
      standardDeviationIn(moments, i),
      ...(intervals[i] ?? []),
    ])
    return [0, 1, 2, 3].every((k) => 2 * standardError(figures.map((each) => each[k] ?? NaN)) <= tolerance)
  })
}

export const allMoments = (blocks: readonly BlockSummary[]): Moments =>
  blocks.reduce<Moments>((whole, { moments }) => together(whole, moments), {
    count: 0,
    means: [],
    products: [],
  })

function standardError(averages: readonly number[]): number {
  const n = averages.length
  const mean = averages.reduce((sum, x) => sum + x, 0) / n
  const squares = averages.reduce((sum, x) => sum + (x - mean) ** 2, 0)
  return Math.sqrt(squares / (n * (n - 1)))
}

/** More than one trial in ten thousand without a value: the model is not defined where the inputs may be. */
export const largestShareNotFinite = 1e-4

/**
 * Whether these blocks, which are the first ones in order, are enough. It depends on nothing that comes after
 * them, so that a run ends at the same block however many are computed at once.
 */
export function isEnough(blocks: readonly BlockSummary[], simulation: Simulation): boolean {
  const { trials } = simulation
  if (blocks.length >= blocksAtMost(trials)) return true
  const notFinite = blocks.reduce((sum, block) => sum + block.notFinite, 0)
  if (notFinite > largestShareNotFinite * trials.most) return true
  return trials.isAdaptive && isStable(blocks, simulation)
}
