import type { EntityManager } from '@mikro-orm/postgresql'
import type { StandardPart } from '#metrology/budget/shared-standards.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import { partsOfResults } from '#metrology/traceability/influences/parts-of-standard.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAbove } from './chain.queries.ts'
import { withheld } from './withhold.ts'

/** A result that serves as a standard, as a budget names it. */
export interface NamedResult {
  readonly id: string
  readonly certificate: string
  readonly version: number
  readonly result: string
}

/** Of which elementary influences each of these results is made, by its identifier and version. */
export async function partsOfStandards(
  em: EntityManager,
  standards: readonly NamedResult[],
  now: Date,
): Promise<(standard: NamedResult) => readonly StandardPart[]> {
  if (standards.length === 0) return () => []
  const rows = await chainsAbove(
    em,
    standards.map(({ id }) => id),
  )
  const records = chainRecords(rows)
  const recordOf = ({ certificate: number, version, result }: NamedResult) => {
    const subject = subjectOfCertificate(records, { number, version, result }, now)
    return subject?.kind === 'result' ? subject.resultId : ''
  }
  // The budget will stand on a certificate: it names what everybody may read.
  const shown = chainRecords(withheld(rows, 'everybody'))
  const parts = partsOfResults(shown, [...new Set(standards.map(recordOf))], now)
  return (standard) => parts.get(recordOf(standard)) ?? []
}
