import { sampleOf } from '#metrology/uncertainty/readings.ts'
import { betweenVariance, ratio, type BetweenVariance } from './one-way-anova.ts'
import { notBalanced, tooFewGroups } from './statistics.refusals.ts'

/** One level of a nested analysis, with the ratio to the mean square of the level below. */
export interface NestedLevel {
  readonly sumOfSquares: number
  readonly degreesOfFreedom: number
  readonly meanSquare: number
  readonly F?: number
  readonly pValue?: number
}

export interface NestedAnova {
  readonly grandMean: number
  readonly betweenGroups: NestedLevel
  readonly betweenCells: NestedLevel
  readonly withinCells: NestedLevel
  readonly groups: BetweenVariance
  readonly cells: BetweenVariance
  readonly repeatabilityStandardDeviation: number
  /** All components together: of a single reading in another cell of another group. */
  readonly reproducibilityStandardDeviation: number
  /** From the groups alone, whose means are independent (GUM H.5.2.2). */
  readonly standardUncertaintyOfMean: number
}

/** Readings in cells (days, runs) in groups (laboratories, bottles), fully nested (ISO 5725-3; GUM H.5.3.2). */
export function nestedAnova(groups: readonly (readonly (readonly number[])[])[]): NestedAnova {
  const [cells, n] = [groups[0]?.length ?? 0, groups[0]?.[0]?.length ?? 0]
  if (groups.length < 2 || cells < 2) throw tooFewGroups(`${groups.length}, ${cells}`, {})
  const isBalanced = groups.every(
    (group) => group.length === cells && group.every((cell) => cell.length === n),
  )
  if (!isBalanced || n < 2) throw notBalanced(`${groups.length} × ${cells} × ${n}`)
  const perCell = groups.map((group) => group.map((cell) => sampleOf(cell)))
  const perGroup = perCell.map((group) => sampleOf(group.map(({ mean }) => mean)))
  const all = sampleOf(perGroup.map(({ mean }) => mean))
  const within = level(
    perCell.flat().reduce((sum, { deviations }) => sum + squares(deviations), 0),
    groups.length * cells * (n - 1),
  )
  const between = level(
    n * perGroup.reduce((sum, { deviations }) => sum + squares(deviations), 0),
    groups.length * (cells - 1),
    within,
  )
  const top = level(n * cells * squares(all.deviations), groups.length - 1, between)
  const ofCells = betweenVariance(between.meanSquare, within.meanSquare, n)
  const ofGroups = betweenVariance(top.meanSquare, between.meanSquare, n * cells)
  const repeatability = Math.sqrt(within.meanSquare)
  return {
    grandMean: all.mean,
    betweenGroups: top,
    betweenCells: between,
    withinCells: within,
    groups: ofGroups,
    cells: ofCells,
    repeatabilityStandardDeviation: repeatability,
    reproducibilityStandardDeviation: Math.hypot(
      repeatability,
      ofCells.standardDeviation,
      ofGroups.standardDeviation,
    ),
    standardUncertaintyOfMean: all.standardDeviation / Math.sqrt(groups.length),
  }
}

const squares = (deviations: readonly number[]) => deviations.reduce((sum, d) => sum + d * d, 0)

function level(sumOfSquares: number, degreesOfFreedom: number, below?: NestedLevel): NestedLevel {
  const meanSquare = sumOfSquares / degreesOfFreedom
  return {
    sumOfSquares,
    degreesOfFreedom,
    meanSquare,
    ...(below && ratio(meanSquare, below.meanSquare, degreesOfFreedom, below.degreesOfFreedom)),
  }
}
