import { exactSumOfProducts } from '#metrology/numerics/exact-sums.ts'
import { sampleOf } from '#metrology/uncertainty/readings.ts'

export interface SummaryStatistics {
  readonly n: number
  readonly mean: number
  readonly standardDeviation: number
  /** Σ(xᵢ − m)(xᵢ₊₁ − m)/Σ(xᵢ − m)²; readings without scatter have none. */
  readonly lag1Autocorrelation?: number
  readonly standardUncertaintyOfMean: number
  readonly degreesOfFreedom: number
}

/** GUM 4.2.1 to 4.2.3; the autocorrelation tells whether the readings may be taken for independent (GUM 4.2.7). */
export function summaryStatistics(readings: readonly number[]): SummaryStatistics {
  const { mean, standardDeviation, deviations } = sampleOf(readings)
  const n = readings.length
  const at = (i: number) => deviations[i] ?? 0
  const squares = exactSumOfProducts(n, at, at)
  return {
    n,
    mean,
    standardDeviation,
    ...(squares > 0 && { lag1Autocorrelation: exactSumOfProducts(n - 1, at, (i) => at(i + 1)) / squares }),
    standardUncertaintyOfMean: standardDeviation / Math.sqrt(n),
    degreesOfFreedom: n - 1,
  }
}
