import { fUpperTail } from '#metrology/distributions/f-distribution.ts'
import { exactSum } from '#metrology/numerics/exact-sums.ts'
import { sampleOf } from '#metrology/uncertainty/readings.ts'
import { noReplication, tooFewGroups } from './statistics.refusals.ts'

/** What is known of one group: its mean, its standard deviation, and from how many readings. */
export interface Group {
  readonly n: number
  readonly mean: number
  readonly standardDeviation: number
}

/** A variance between groups that comes out negative is zero; that it did is told (GUM H.5.2.5). */
export interface BetweenVariance {
  /** The estimate of the moments as it comes out. */
  readonly momentEstimate: number
  readonly isNegative: boolean
  readonly standardDeviation: number
}

export interface OneWayAnova {
  readonly grandMean: number
  readonly sumOfSquaresBetween: number
  readonly sumOfSquaresWithin: number
  readonly degreesOfFreedomBetween: number
  readonly degreesOfFreedomWithin: number
  readonly meanSquareBetween: number
  readonly meanSquareWithin: number
  /** Absent where nothing scatters within the groups. */
  readonly F?: number
  readonly pValue?: number
  readonly between: BetweenVariance
  readonly repeatabilityStandardDeviation: number
  readonly reproducibilityStandardDeviation: number
  /** Of the grand mean, if the groups are a sample of all groups. */
  readonly standardUncertaintyOfMean: number
}

export const groupOf = (readings: readonly number[]): Group => {
  const [only = 0] = readings
  if (readings.length === 1) return { n: 1, mean: only, standardDeviation: 0 }
  const { mean, standardDeviation } = sampleOf(readings)
  return { n: readings.length, mean, standardDeviation }
}

/** GUM H.5, from the readings themselves: about one of them, so that a large common part costs no digits. */
export function anovaOfReadings(groups: readonly (readonly number[])[]): OneWayAnova {
  const origin = groups[0]?.[0] ?? 0
  const anova = oneWayAnova(groups.map((readings) => groupOf(readings.map((x) => x - origin))))
  return { ...anova, grandMean: origin + anova.grandMean }
}

/** GUM H.5; ISO 5725-2:2019, 7.4. */
export function oneWayAnova(groups: readonly Group[]): OneWayAnova {
  if (groups.length < 2) throw tooFewGroups(`${groups.length} < 2`, { groups: groups.length })
  const readings = groups.reduce((sum, { n }) => sum + n, 0)
  const within = readings - groups.length
  if (within < 1) throw noReplication({ en: 'Each group has one value', zh: '每组只有一个值' })
  const { mean, deviations } = weightedDeviations(groups)
  const sumOfSquaresBetween = exactSum(groups.map(({ n }, i) => n * (deviations[i] ?? 0) ** 2))
  const sumOfSquaresWithin = exactSum(groups.map(({ n, standardDeviation: s }) => (n - 1) * s * s))
  const meanSquareBetween = sumOfSquaresBetween / (groups.length - 1)
  const meanSquareWithin = sumOfSquaresWithin / within
  return {
    grandMean: mean,
    sumOfSquaresBetween,
    sumOfSquaresWithin,
    degreesOfFreedomBetween: groups.length - 1,
    degreesOfFreedomWithin: within,
    meanSquareBetween,
    meanSquareWithin,
    ...ratio(meanSquareBetween, meanSquareWithin, groups.length - 1, within),
    ...components(groups, meanSquareBetween, meanSquareWithin),
  }
}

function weightedDeviations(groups: readonly Group[]): { mean: number; deviations: number[] } {
  const origin = groups[0]?.mean ?? 0
  const readings = groups.reduce((sum, { n }) => sum + n, 0)
  const about = (centre: number) => exactSum(groups.map(({ n, mean }) => n * (mean - centre))) / readings
  const rough = origin + about(origin)
  const rest = about(rough)
  return { mean: rough + rest, deviations: groups.map(({ mean }) => mean - rough - rest) }
}

export function ratio(
  between: number,
  within: number,
  nu1: number,
  nu2: number,
): { F: number; pValue: number } | undefined {
  if (within === 0) return undefined
  const F = between / within
  return { F, pValue: fUpperTail(F, nu1, nu2) }
}

function components(groups: readonly Group[], between: number, within: number) {
  const readings = groups.reduce((sum, { n }) => sum + n, 0)
  const squares = groups.reduce((sum, { n }) => sum + n * n, 0)
  // The number of readings in a group, as it counts for the variance between groups of different size.
  const n0 = (readings - squares / readings) / (groups.length - 1)
  const variance = betweenVariance(between, within, n0)
  const repeatability = Math.sqrt(within)
  return {
    between: variance,
    repeatabilityStandardDeviation: repeatability,
    reproducibilityStandardDeviation: Math.hypot(repeatability, variance.standardDeviation),
    standardUncertaintyOfMean: Math.sqrt(Math.max(between, within) / readings),
  }
}

export function betweenVariance(between: number, within: number, n: number): BetweenVariance {
  const momentEstimate = (between - within) / n
  return {
    momentEstimate,
    isNegative: momentEstimate < 0,
    standardDeviation: Math.sqrt(Math.max(0, momentEstimate)),
  }
}
