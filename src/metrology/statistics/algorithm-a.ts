import { sampleOf } from '#metrology/uncertainty/readings.ts'
import { notSettled } from './statistics.refusals.ts'

/** As ISO 5725-5:1998 and ISO 13528:2022, C.3.1, print them, or exact for a normal distribution. */
export type AlgorithmAConstants = 'as-printed' | 'exact'

interface Constants {
  readonly startingScale: number
  readonly winsorising: number
  readonly correction: number
}

/** The exact correction is 1/√(the variance that winsorising at ±1.5 leaves of a normal distribution). */
const constants: Readonly<Record<AlgorithmAConstants, Constants>> = {
  'as-printed': { startingScale: 1.483, winsorising: 1.5, correction: 1.134 },
  exact: { startingScale: 1.482602218505602, winsorising: 1.5, correction: 1.133392655462487 },
}

interface Step {
  readonly mean: number
  readonly standardDeviation: number
}

export interface AlgorithmA {
  readonly robustMean: number
  readonly robustStandardDeviation: number
  readonly standardUncertaintyOfMean: number
  /** The first of them. */
  readonly iterations: readonly Step[]
  readonly numberOfIterations: number
  readonly initial: {
    readonly mean: number
    readonly standardDeviation: number
    readonly scaleFactor: number
    /** More than half of the values are equal, so that the scale was taken from all of them. */
    readonly scaleFromAll: boolean
  }
  readonly correctionFactor: number
}

const mostIterations = 5_000
const toldIterations = 50

/** Winsorised mean and standard deviation, iterated until no digit changes (ISO 13528:2022, C.3.1). */
export function algorithmA(values: readonly number[], convention: AlgorithmAConstants): AlgorithmA {
  const { startingScale, winsorising, correction } = constants[convention]
  const centre = median(values)
  // Deviations from the centre keep the digits that a large common part would cost; in a unit of their own size, a
  // power of two, their squares neither overflow nor vanish.
  const rough = Float64Array.from(values, (value) => value - centre)
  const unit = 2 ** Math.floor(Math.log2(rough.reduce((most, d) => Math.max(most, Math.abs(d)), 0) || 1))
  const deviations = rough.map((d) => d / unit)
  const start = startOf(deviations, startingScale)
  const steps: Step[] = [start]
  for (let change = Infinity; change > 1e-14;) {
    if (steps.length > mostIterations) throw notSettled(`${mostIterations}`, {}, { pointer: '/values' })
    const last = steps.at(-1) ?? start
    const next = winsorised(deviations, last, winsorising, correction)
    change = changeFrom(last, next)
    steps.push(next)
  }
  const told = steps.map(({ mean, standardDeviation }) => ({
    mean: centre + unit * mean,
    standardDeviation: unit * standardDeviation,
  }))
  const { mean, standardDeviation } = told.at(-1) ?? start
  return {
    robustMean: mean,
    robustStandardDeviation: standardDeviation,
    // ISO 13528:2022, 7.7.3.
    standardUncertaintyOfMean: (1.25 * standardDeviation) / Math.sqrt(values.length),
    iterations: told.slice(1, 1 + toldIterations),
    numberOfIterations: steps.length - 1,
    initial: {
      mean: centre,
      standardDeviation: unit * start.standardDeviation,
      scaleFactor: startingScale,
      scaleFromAll: start.scaleFromAll,
    },
    correctionFactor: correction,
  }
}

/** In terms of the new standard deviation; where nothing scatters any more, there is none. */
const changeFrom = (a: Step, b: Step) =>
  b.standardDeviation === 0
    ? 0
    : (Math.abs(b.mean - a.mean) + Math.abs(b.standardDeviation - a.standardDeviation)) / b.standardDeviation

function startOf(deviations: Float64Array, startingScale: number) {
  const scale = startingScale * median(deviations.map((d) => Math.abs(d)))
  if (scale > 0) return { mean: 0, standardDeviation: scale, scaleFromAll: false }
  return { mean: 0, standardDeviation: sampleOf([...deviations]).standardDeviation, scaleFromAll: true }
}

/** In two passes over the list, which is gone through thousands of times where the iteration is slow. */
function winsorised(deviations: Float64Array, step: Step, winsorising: number, correction: number): Step {
  const limit = winsorising * step.standardDeviation
  const [lowest, highest] = [step.mean - limit, step.mean + limit]
  const n = deviations.length
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.max(lowest, Math.min(highest, deviations[i] ?? 0))
  const mean = sum / n
  let squares = 0
  for (let i = 0; i < n; i++) squares += (Math.max(lowest, Math.min(highest, deviations[i] ?? 0)) - mean) ** 2
  return { mean, standardDeviation: correction * Math.sqrt(squares / (n - 1)) }
}

export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).toSorted()
  const middle = (sorted.length - 1) / 2
  const [below = 0, above = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return below + (above - below) / 2
}
