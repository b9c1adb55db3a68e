import { civilDay, monthsLater } from '#metrology/traceability/due.ts'
import { chinaStandardTimeMinutes } from '#metrology/traceability/trace.ts'

const dayMilliseconds = 86_400_000

export const todayAt = (now: Date): string => civilDay(now, chinaStandardTimeMinutes)

/** `P30D`, `P4W` or `P6M` after a day. */
export function dayAfter(day: string, within: string): string {
  const [, number = '0', unit] = /^P(\d{1,4})([DWM])$/.exec(within) ?? []
  if (unit === 'M') return monthsLater(day, Number(number))
  return new Date(Date.parse(day) + Number(number) * (unit === 'W' ? 7 : 1) * dayMilliseconds)
    .toISOString()
    .slice(0, 10)
}

/** From one civil day to another; negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)
