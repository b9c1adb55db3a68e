import { civilDay } from '#metrology/traceability/due.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'
import { daysReversed } from './comparison.refusals.ts'

/** The civil day on which it is recorded. */
const today = (now: Date): string => civilDay(now, chinaStandardTimeMinutes)

export function refuseToCome(day: string, now: Date, pointer: string): void {
  if (day <= today(now)) return
  throw daysReversed({ en: `${day} is still to come`, zh: `${day} 尚未到来` }, {}, { pointer })
}

export function refuseBefore(day: string, earliest: string, pointer: string): void {
  if (day >= earliest) return
  throw daysReversed({ en: `${day} is before ${earliest}`, zh: `${day} 早于 ${earliest}` }, {}, { pointer })
}
