import { civilDay } from '#metrology/traceability/due.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'

const dayMs = 86_400_000

/**
 * Until when an answer stays what it is while nothing is recorded: the first moment of a record that is still to come (a
 * withdrawal with effect from tomorrow), or the end of the civil day, on which everything else begins and ends.
 */
export function firstMomentAfter(records: ChainRecords, now: Date): number {
  const midnight =
    Date.parse(civilDay(now, chinaStandardTimeMinutes)) + dayMs - chinaStandardTimeMinutes * 60_000
  // Results and their budgets hold no moments, and are most of the records.
  const { results: _, ...dated } = records
  return earliestAfter(dated, now.getTime(), midnight)
}

function earliestAfter(value: unknown, now: number, earliest: number): number {
  if (value instanceof Date) {
    const moment = value.getTime()
    return moment > now && moment < earliest ? moment : earliest
  }
  if (typeof value !== 'object' || value === null) return earliest
  let found = earliest
  for (const member of Object.values(value)) found = earliestAfter(member, now, found)
  return found
}
