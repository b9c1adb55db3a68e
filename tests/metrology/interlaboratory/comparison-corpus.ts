import { corpus, type Case } from '../uncertainty/corpus.ts'

export { corpusIsHere, corpusNote } from '../uncertainty/corpus.ts'

type Members = Readonly<Record<string, unknown>>

export const casesOf = (kind: string): (readonly [string, Case])[] =>
  corpus.filter((c) => c.kind === kind).map((c) => [c.id, c] as const)

/** What of a case states the task; a factor that a document chose is named beside the answer only. */
export function comparisonTask(c: Case): { method: readonly string[]; data: Members } {
  const expanded = c.expected['expandedByPublishedFactor'] as { factor: number } | undefined
  return {
    method: c.method,
    data: { ...(c['data'] as Members), ...(expanded && { expansionFactor: expanded.factor }) },
  }
}
