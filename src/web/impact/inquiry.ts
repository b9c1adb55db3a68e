import type { ImpactHypothesis, ImpactQuestion, ImpactSubject } from '#contract/types.ts'

/** What the fields of the form are called, in the address too: a hypothesis can be sent to somebody as a link. */
export const figures = ['shift', 'driftPerYear', 'expandedUncertainty'] as const
export type Figure = (typeof figures)[number]

type Asked = Pick<ImpactQuestion, 'subject' | 'since' | 'until' | 'hypothesis'>

/** Days as instants: the first from its beginning on, the last until its end. */
const beginningOf = (day: string) => (isDay(day) ? `${day}T00:00:00Z` : day)
const endOf = (day: string) => (isDay(day) ? `${day}T23:59:59Z` : day)
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)

export function inquiryOf(subject: ImpactSubject, query: URLSearchParams): Asked {
  const [since, until] = [query.get('since') ?? '', query.get('until') ?? '']
  const hypothesis = hypothesisOf(query)
  return {
    subject,
    ...(since !== '' && { since: beginningOf(since) }),
    ...(until !== '' && { until: endOf(until) }),
    ...(hypothesis && { hypothesis }),
  }
}

/** Nothing is supposed where nothing is filled in. */
function hypothesisOf(query: URLSearchParams): ImpactHypothesis | undefined {
  const stated = figures.flatMap((figure) => {
    const value = query.get(figure)?.trim() ?? ''
    const unit = query.get(`${figure}Unit`)?.trim() ?? ''
    return value === '' ? [] : [[figure, { value, unit }] as const]
  })
  const isRevoked = query.has('revoked')
  if (stated.length === 0 && !isRevoked) return undefined
  return { ...Object.fromEntries(stated), ...(isRevoked && { revoked: true }) }
}

/** The same question for another page: without the language, or which branch is drawn. */
export function queryOf(query: URLSearchParams): URLSearchParams {
  const names = [
    ...figures.flatMap((figure) => [figure, `${figure}Unit`]),
    'revoked',
    'since',
    'until',
    'component',
    'result',
  ]
  return new URLSearchParams([...query].filter(([name, text]) => names.includes(name) && text !== ''))
}
