import { exactSumOfProducts } from '#metrology/numerics/exact-sums.ts'
import { norm, sampleOf } from '#metrology/uncertainty/readings.ts'

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
  const length = norm(deviations)
  const direction = (i: number) => (deviations[i] ?? 0) / length
  return {
    n,
    mean,
    standardDeviation,
    ...(length > 0 && { lag1Autocorrelation: exactSumOfProducts(n - 1, direction, (i) => direction(i + 1)) }),
    standardUncertaintyOfMean: standardDeviation / Math.sqrt(n),
    degreesOfFreedom: n - 1,
  }
}
