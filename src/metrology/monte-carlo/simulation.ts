import type { Program } from '#metrology/measurement-model/program.ts'
import type { Draw, JointDraw } from './draws/draw.ts'

/**
 * All that a Monte Carlo run depends on, as plain data that any worker can be handed. Its trials come in blocks
 * that do not depend on each other: block 17 is the same numbers whoever computes it, and whenever.
 */
export interface Simulation {
  readonly program: Program
  readonly outputs: readonly SimulatedOutput[]
  /** Inputs, by number, that have the same value in every trial. */
  readonly constants: ReadonlyMap<number, number>
  readonly draws: ReadonlyMap<number, Draw>
  readonly joint: readonly JointDraw[]
  /** Correlated inputs whose finite degrees of freedom their joint normal distribution leaves out. */
  readonly narrowed: readonly string[]
  readonly seed: number
  /** Coverage probability of the intervals and regions. */
  readonly probability: number
  readonly trials: TrialsPlan
  /** How many classes the histograms have; none if zero. */
  readonly histogramClasses: number
  /** Pairs of outputs, by number, for which a joint coverage region is asked. */
  readonly regions: readonly (readonly [number, number])[]
}

export interface SimulatedOutput {
  readonly name: string
  readonly slot: number
}

/** JCGM 101:2008, 7.2: a number that is chosen before, or the adaptive procedure of 7.9 with a limit. */
export interface TrialsPlan {
  readonly perBlock: number
  readonly most: number
  readonly isAdaptive: boolean
  /** Significant digits of u(y) that shall be stable. */
  readonly significantDigits: number
}

/** JCGM 101:2008, 7.9.4 a: the smallest block in which the ends of an interval can be seen. */
export const trialsPerBlock = (probability: number): number =>
  Math.max(Math.ceil((100 / (1 - probability)) * (1 - 1e-9)), 10_000)

/** How many trials a block has: the last one of a chosen number may be shorter. */
export const trialsOfBlock = ({ perBlock, most }: TrialsPlan, block: number): number =>
  Math.min(perBlock, Math.max(0, most - block * perBlock))

export const blocksAtMost = ({ perBlock, most }: TrialsPlan): number => Math.ceil(most / perBlock)
