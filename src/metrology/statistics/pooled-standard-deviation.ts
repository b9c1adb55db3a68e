export interface PooledStandardDeviation {
  readonly pooledStandardDeviation: number
  readonly degreesOfFreedom: number
}

/** GUM 4.2.4: s² = Σνᵢsᵢ²/Σνᵢ, in terms of the largest, so that tiny and huge deviations have a square. */
export function pooledStandardDeviation(
  deviations: readonly number[],
  degreesOfFreedom: readonly number[],
): PooledStandardDeviation {
  const largest = Math.max(...deviations)
  const nu = degreesOfFreedom.reduce((sum, each) => sum + each, 0)
  if (largest === 0) return { pooledStandardDeviation: 0, degreesOfFreedom: nu }
  const squares = deviations.reduce((sum, s, i) => sum + (degreesOfFreedom[i] ?? 0) * (s / largest) ** 2, 0)
  return { pooledStandardDeviation: largest * Math.sqrt(squares / nu), degreesOfFreedom: nu }
}
