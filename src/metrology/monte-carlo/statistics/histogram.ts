import { ranksIn } from './order-statistics.ts'

/** Classes of equal width; what lies outside them is counted beside them. */
export interface Histogram {
  readonly lower: number
  readonly width: number
  readonly counts: readonly number[]
  readonly below: number
  readonly above: number
}

/** So little is left outside on either side, that far outliers do not make all classes but one empty. */
const leftOutside = 0.0005

/** For plotting (JCGM 101:2008, 7.5, note 2): from the 0.05 % to the 99.95 % of the trials. */
export function histogramOf(values: Float64Array, classes: number): Histogram {
  const outside = Math.floor(leftOutside * values.length)
  const ranks = ranksIn(values)
  const [lower = 0] = ranks(outside, outside + 1)
  const [upper = 0] = ranks(values.length - 1 - outside, values.length - outside)
  const width = (upper - lower) / classes
  const counts = Array.from({ length: classes }, () => 0)
  let [below, above] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < lower) below++
    else if (value > upper) above++
    else {
      // The last class has both its ends; without any scatter there is one class for all.
      const at = width > 0 ? Math.min(classes - 1, Math.floor((value - lower) / width)) : 0
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return { lower: lower + 0, width, counts, below, above }
}
