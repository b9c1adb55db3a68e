/** Mean and scatter of repeated observations. */
export interface Sample {
  readonly mean: number
  /** Of a single reading, with n - 1 in the denominator (GUM 4.2.2, eq. (4)). */
  readonly standardDeviation: number
  readonly deviations: readonly number[]
}

/** GUM 4.2, in two passes: the sum of squares of the readings themselves would cancel. */
export function sampleOf(readings: readonly number[]): Sample {
  const mean = meanOf(readings)
  const rough = readings.map((x) => x - mean)
  // What rounding left in the mean is the mean of the deviations.
  const rest = meanOf(rough)
  const deviations = rough.map((d) => d - rest)
  const standardDeviation = norm(deviations) / Math.sqrt(readings.length - 1)
  return { mean: mean + rest, standardDeviation, deviations }
}

/** GUM 5.2.3, eq. (17), divided by both standard deviations; zero where one of them does not scatter. */
export function sampleCorrelation(a: Sample, b: Sample): number {
  const p = norm(a.deviations)
  const q = norm(b.deviations)
  if (p === 0 || q === 0) return 0
  const r = a.deviations.reduce((sum, d, i) => sum + (d / p) * ((b.deviations[i] ?? 0) / q), 0)
  return Math.max(-1, Math.min(1, r))
}

/** Root of the sum of squares in terms of the largest, so that 1e-200 and 1e200 have one. */
export function norm(values: readonly number[]): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0))
  if (largest === 0 || !Number.isFinite(largest)) return largest
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) / largest) ** 2
  return largest * Math.sqrt(sum)
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
