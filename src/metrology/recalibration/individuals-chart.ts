/** The centre line of a chart of individual values, and its control limits. */
export interface IndividualsChart {
  readonly centre: number
  readonly lower: number
  readonly upper: number
}

/** d₂ for two values: the expected range of two values of a normal distribution, in standard deviations. */
const d2 = 1.128

/** Of fewer values the mean range of neighbours says nothing. */
const fewest = 4

const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / list.length

/**
 * ISO 7870-2:2013, 8.3: mean ± 3·MR̄/d₂ from the ranges of neighbours in time. A drift stands out against them, because neighbours hold
 * little of it. Undefined of fewer than four values.
 */
export function individualsChart(values: readonly number[]): IndividualsChart | undefined {
  if (values.length < fewest) return undefined
  const centre = mean(values)
  const half = (3 * mean(values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value))))) / d2
  return { centre, lower: centre - half, upper: centre + half }
}
