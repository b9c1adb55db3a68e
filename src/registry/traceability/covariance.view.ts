import type { ComparedResult as ResultView, Covariance } from '#contract/types.ts'
import type { ComparedResult } from '#metrology/traceability/influences/covariance.ts'
import type { RelatedResults } from './relate-results.ts'

/** Of each list the longest part that an answer holds; what is left away is summed up. */
const mostShared = 1000

/** In the product of the units of both results. */
export function viewCovariance({ answer, asKnownAt }: RelatedResults): Covariance {
  const { results, covariance, correlation, shared } = answer
  const [one, other] = results
  const size = one.result.unitSize * other.result.unitSize
  const rest = shared.slice(mostShared)
  return {
    result: viewResult(one),
    with: viewResult(other),
    asKnownAt: asKnownAt.toISOString(),
    covariance: covariance / size,
    unit: `${factor(one.result.unit)}·${factor(other.result.unit)}`,
    correlation,
    shared: shared
      .slice(0, mostShared)
      .map(({ answered, contribution }) => ({ influence: answered, contribution: contribution / size })),
    others: {
      count: rest.length,
      contribution: rest.reduce((sum, { contribution }) => sum + contribution, 0) / size,
    },
  }
}

const viewResult = ({ certificate, result, standardUncertainty }: ComparedResult): ResultView => ({
  certificate: certificate.number,
  version: certificate.version,
  result: result.code,
  unit: result.unit,
  standardUncertainty: standardUncertainty / result.unitSize,
})

/** `m/s` stands in a product as `(m/s)`. */
const factor = (unit: string) => (unit.includes('/') ? `(${unit})` : unit)
