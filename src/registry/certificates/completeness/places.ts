import type { CertificateContent } from '../certificate-content.view.ts'

type Content = CertificateContent
type Result = Content['results'][number]

const resultsThat = (results: readonly Result[], lacks: (result: Result) => boolean, member: string) =>
  results.flatMap((result, position) => (lacks(result) ? [`/results/${position}${member}`] : []))

export const withoutUncertainty = ({ results }: Content): readonly string[] =>
  resultsThat(results, ({ expandedUncertainty }) => expandedUncertainty === undefined, '')

export const withoutFactor = ({ results }: Content): readonly string[] =>
  resultsThat(
    results,
    ({ expandedUncertainty, coverageFactor }) =>
      expandedUncertainty !== undefined && coverageFactor === undefined,
    '/coverage',
  )

/** A result that its limits do not let pass. */
export const doubtful = ({ results }: Content): readonly string[] =>
  resultsThat(
    results,
    ({ conformity }) => conformity !== undefined && conformity.outcome !== 'pass',
    '/conformity',
  )

/** Held against limits, and nobody says whose limits they are. */
export const withoutSpecification = ({ results }: Content): readonly string[] =>
  resultsThat(
    results,
    ({ conformity }) => conformity !== undefined && conformity.specification === undefined,
    '/conformity/specification',
  )

/** Left otherwise than found, and nothing says how it was found. */
export function adjustedWithoutFound({ results, asFoundOmitted }: Content): readonly string[] {
  if (asFoundOmitted !== undefined) return []
  const found = new Set(
    results.filter(({ stage }) => stage !== 'as-left').map(({ measurandKind }) => measurandKind),
  )
  return resultsThat(
    results,
    ({ stage, measurandKind }) => stage === 'as-left' && !found.has(measurandKind),
    '/stage',
  )
}
