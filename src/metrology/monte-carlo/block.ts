import { columnCode } from '#metrology/measurement-model/code/column-code.ts'
import { jointSamplerOf } from './draws/joint-sampler.ts'
import { normalSampler } from './draws/normal-sampler.ts'
import { samplerOf } from './draws/sampler.ts'
import { streamOf } from './random/stream.ts'
import { trialsOfBlock, type Simulation } from './simulation.ts'
import { symmetricInterval, type Interval } from './statistics/coverage-interval.ts'
import { ranksIn } from './statistics/order-statistics.ts'
import { momentsOf, type Moments } from './statistics/moments.ts'

/** What a block says about the whole, without its values. */
export interface BlockSummary {
  readonly trials: number
  /** Trials in which an output has no finite value; they are in none of the figures. */
  readonly notFinite: number
  readonly moments: Moments
  /** Of each output, for the adaptive procedure. */
  readonly intervals: readonly Interval[]
}

export interface Block {
  readonly summary: BlockSummary
  /** The finite trials, one column for each output. */
  readonly values: readonly Float64Array[]
}

/** Columns of this length stay in the cache nearest to the processor. */
const columnLength = 2048

/** Prepares what all blocks need; the function it returns computes any of them. */
export function blocksOf(simulation: Simulation): (block: number) => Block {
  const draw = drawing(simulation)
  const { program, outputs, constants, trials, probability } = simulation
  const slots = outputs.map(({ slot }) => slot)
  const evaluate = columnCode({ program, outputs: slots, constants })
  const results = outputs.map(() => new Float64Array(columnLength))
  return (block) => {
    const count = trialsOfBlock(trials, block)
    const values = outputs.map(() => new Float64Array(count))
    const next = draw(block)
    for (let from = 0; from < count; from += columnLength) {
      const length = Math.min(columnLength, count - from)
      evaluate(next(length), length, results)
      for (const [i, column] of values.entries()) column.set((results[i] ?? column).subarray(0, length), from)
    }
    return blockFrom(values, probability)
  }
}

function blockFrom(drawn: readonly Float64Array[], probability: number): Block {
  const trials = drawn[0]?.length ?? 0
  const all = momentsOf(drawn)
  // A single value that is not finite leaves none of its sums finite.
  const isComplete = all.products.every((row, i) => Number.isFinite(row[i]))
  const values = isComplete ? drawn : finiteTrials(drawn)
  const moments = isComplete ? all : momentsOf(values)
  const intervals = values.map((column) => symmetricInterval(ranksIn(column), moments.count, probability))
  return { values, summary: { trials, notFinite: trials - moments.count, moments, intervals } }
}

/** A trial counts only if all outputs have a value in it: otherwise their correlations would be of other trials. */
function finiteTrials(columns: readonly Float64Array[]): Float64Array[] {
  const trials = columns[0]?.length ?? 0
  const isFinite = (i: number) => columns.every((column) => Number.isFinite(column[i]))
  const kept = Array.from({ length: trials }, (_, i) => i).filter(isFinite)
  return columns.map((column) => Float64Array.from(kept, (i) => column[i] ?? 0))
}

/** For a block, what fills the input columns with its next trials. */
function drawing({ program, draws, joint, seed }: Simulation) {
  const normal = normalSampler()
  const columns = Array.from({ length: program.inputs }, () => new Float64Array(0))
  const column = (input: number) => (columns[input] = new Float64Array(columnLength))
  const single = [...draws].map(([input, draw]) => ({
    input,
    column: column(input),
    fill: samplerOf(draw, normal, columnLength),
  }))
  const groups = joint.map((group, i) => ({
    inputs: group.inputs,
    columns: group.inputs.map(column),
    fill: jointSamplerOf(group, normal, columnLength),
    // Numbers beyond those of the inputs: the streams of a group are its inputs' own and one more.
    widening: program.inputs + i,
  }))
  return (block: number) => {
    const alone = single.map((each) => ({ ...each, stream: streamOf(seed, block, each.input) }))
    const jointly = groups.map((group) => ({
      ...group,
      streams: {
        own: group.inputs.map((input) => streamOf(seed, block, input)),
        widening: streamOf(seed, block, group.widening),
      },
    }))
    return (count: number): readonly Float64Array[] => {
      for (const { fill, stream, column } of alone) fill(stream, column, count)
      for (const { fill, streams, columns } of jointly) fill(streams, columns, count)
      return columns
    }
  }
}
