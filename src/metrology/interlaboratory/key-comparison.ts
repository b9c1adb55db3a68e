import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import { sampleOf } from '#metrology/uncertainty/readings.ts'
import type { ArithmeticMean, BilateralDegree, DegreeOfEquivalence } from './interlaboratory-task.ts'
import type { Results } from './stated-results.ts'
import { influenceOn, uncertaintyOfDifference, type WeightedMean } from './weighted-mean.ts'

/** Degrees of equivalence are expanded by k = 2 (CIPM MRA-D-05). */
const coverageFactor = 2

/** The mean without weights, with the t quantile for 95 % (GUM 4.2.3 and G.3.2). */
export function arithmeticMean({ values }: Results): ArithmeticMean {
  const { mean, standardDeviation } = sampleOf([...values])
  const standardUncertainty = standardDeviation / Math.sqrt(values.length)
  const k = studentQuantile(0.975, values.length - 1)
  return {
    value: mean,
    standardUncertainty,
    coverageFactor: k,
    expandedUncertainty: k * standardUncertainty,
  }
}

const labelled = (labels: readonly string[] | undefined, i: number) => {
  const label = labels?.[i]
  return label === undefined ? {} : { label }
}

export function degree(d: number, u: number): Omit<DegreeOfEquivalence, 'label'> {
  const expandedUncertainty = coverageFactor * u
  return { d, expandedUncertainty, En: d === 0 ? 0 : d / expandedUncertainty }
}

/** d = x − x_ref with u²(d) = u²(x) − u²(x_ref): every result has its share in the reference value. */
export const degreesOfEquivalence = (
  results: Results,
  mean: WeightedMean,
  labels: readonly string[] | undefined,
): DegreeOfEquivalence[] =>
  Array.from(results.values, (x, i) => ({
    ...labelled(labels, i),
    ...degree(x - mean.value, uncertaintyOfDifference(influenceOn(results, i), mean.influence)),
  }))

/** Those to the mean of some results; the others have no share in it, and u²(d) = u²(x) + u²(x_ref). */
export const degreesToSubset = (
  { values, u }: Results,
  { value, standardUncertainty }: { readonly value: number; readonly standardUncertainty: number },
  shares: ReadonlyMap<number, DegreeOfEquivalence>,
  labels: readonly string[] | undefined,
): DegreeOfEquivalence[] =>
  Array.from(values, (x, i) => ({
    ...labelled(labels, i),
    ...(shares.get(i) ?? degree(x - value, Math.hypot(u[i] ?? 0, standardUncertainty))),
  }))

/** Between every two results (CIPM MRA-D-05); the other way round d has the other sign. */
export function bilateralDegrees(results: Results, labels: readonly string[] | undefined): BilateralDegree[] {
  const influences = Array.from(results.values, (_, i) => influenceOn(results, i))
  return influences.flatMap((first, i) =>
    influences.slice(i + 1).map((second, offset) => {
      const j = i + 1 + offset
      const d = (results.values[i] ?? 0) - (results.values[j] ?? 0)
      return {
        between: [i, j],
        ...(labels && { labels: [labels[i] ?? '', labels[j] ?? ''] }),
        ...degree(d, uncertaintyOfDifference(first, second)),
      }
    }),
  )
}
