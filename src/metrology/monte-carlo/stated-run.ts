import type { StatedNumber } from '#metrology/uncertainty/stated-number.ts'
import { statedNumber } from '#metrology/uncertainty/stated-number.ts'
import { coverageProbabilityOutOfRange } from '#metrology/uncertainty/refusals.ts'
import { within } from '#refusal.ts'
import { probabilityTooHigh, tooFewTrials, tooLarge } from './refusals.ts'
import { trialsPerBlock, type TrialsPlan } from './simulation.ts'

/** What may be said about a Monte Carlo run; all of it has a default. */
export interface StatedRun {
  /** A number chosen before; without it, the adaptive procedure decides (JCGM 101:2008, 7.9). */
  readonly trials?: number
  /** Where the adaptive procedure ends if it has not become stable. */
  readonly mostTrials?: number
  readonly seed?: number
  readonly significantDigits?: number
  readonly probability?: StatedNumber
  readonly histogram?: { readonly classes: number }
  readonly jointRegions?: readonly { readonly between: readonly string[] }[]
}

/** Chance has a seed: without one that is stated, always the same. */
export const seedOf = ({ seed = 1 }: StatedRun): number => seed

/** JCGM 101:2008, 7.9.2: two digits of u(y), unless one is enough. */
const usualDigits = 2

const usualMost = 4_000_000

/** So many values are kept, all outputs together: 80 MB. */
const mostValues = 10_000_000

/** About ten seconds of one processor. */
const mostNanoseconds = 1e10

/** Beyond 0.9999 ten blocks would be more than ten million trials. */
const mostPerBlock = 1_000_000

/** Refusals name the place as `/monteCarlo/trials`. */
export function trialsPlan(
  stated: StatedRun,
  probability: number,
  size: { readonly outputs: number; readonly nanosecondsPerTrial: number },
): TrialsPlan {
  const perBlock = trialsPerBlock(probability)
  if (perBlock > mostPerBlock) {
    throw probabilityTooHigh(`p = ${probability}`, {}, { pointer: '/monteCarlo/probability' })
  }
  const possible = Math.floor(Math.min(mostValues / size.outputs, mostNanoseconds / size.nanosecondsPerTrial))
  const { trials, significantDigits = usualDigits } = stated
  const most = trials ?? Math.min(stated.mostTrials ?? usualMost, possible)
  checkNumber(most, { perBlock, possible, pointer: placeOfNumber(stated) })
  return { perBlock, most, isAdaptive: trials === undefined, significantDigits }
}

const placeOfNumber = ({ trials, mostTrials }: StatedRun): string => {
  if (trials !== undefined) return '/monteCarlo/trials'
  return mostTrials === undefined ? '/model' : '/monteCarlo/mostTrials'
}

function checkNumber(most: number, { perBlock, possible, pointer }: Readonly<NumberLimits>): void {
  if (most > possible || possible < perBlock) {
    throw tooLarge(
      { en: `At most ${possible} trials of this model`, zh: `该模型最多 ${possible} 次试验` },
      { mostTrials: possible },
      { pointer },
    )
  }
  if (most < perBlock) {
    throw tooFewTrials(
      {
        en: `${most} trials; at least ${perBlock} for this probability`,
        zh: `${most} 次试验,该概率至少需 ${perBlock} 次`,
      },
      { fewestTrials: perBlock },
      { pointer },
    )
  }
}

interface NumberLimits {
  perBlock: number
  possible: number
  pointer: string
}

/** Of the run itself, or that of the coverage that is asked for, or 95 % (JCGM 101:2008, 5.3). */
export function probabilityOf(
  { probability }: StatedRun,
  coverage: { readonly probability?: StatedNumber } | undefined,
): number {
  const place = probability === undefined ? '/coverage' : '/monteCarlo'
  return within(place, () => {
    const p = statedNumber(probability ?? coverage?.probability ?? 0.95, '/probability')
    if (p > 0 && p < 1) return p
    throw coverageProbabilityOutOfRange(`probability = ${p}`, {}, { pointer: '/probability' })
  })
}
