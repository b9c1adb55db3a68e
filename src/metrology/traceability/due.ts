import type { CertificateRecord, EquipmentRecord } from './records.ts'

/** The civil day an instant falls on, at a place that many minutes east of Greenwich. */
export function civilDay(instant: Date, utcOffsetMinutes: number): string {
  return new Date(Number(instant) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)
}

/** As `civilDay`, remembered: one question asks for a few hundred days, and most of them are the same few. */
export function civilDays(utcOffsetMinutes: number): (instant: Date) => string {
  const days = new Map<number, string>()
  return (instant) => {
    const time = instant.getTime()
    const day = days.get(time) ?? civilDay(instant, utcOffsetMinutes)
    days.set(time, day)
    return day
  }
}

/** Calendar months later; the last day of a shorter month stands for a day it does not have. */
export function monthsLater(day: string, months: number): string {
  const monthsInAll = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(monthsInAll / 12)
  const month = (monthsInAll % 12) + 1
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))
  return [padded(year, 4), padded(month, 2), padded(date, 2)].join('-')
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

/** Gregorian: February has its 29th in years divisible by 4, but for centuries not divisible by 400. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export interface Due {
  /** The last day on which the result may be used. */
  readonly lastDay: string
  readonly by: 'verification-validity' | 'owner-programme'
  readonly intervalMonths?: number
}

/**
 * A verification certificate states its own validity (有效期); the date of a calibration is reckoned from the measurement
 * by the programme of the OWNER (ISO/IEC 17025:2017, 6.4.7 and 7.8.4.3), the one in force at the time of use.
 */
export function dueOf(
  certificate: CertificateRecord,
  owned: EquipmentRecord | undefined,
  usedOn: string,
  dayOf: (instant: Date) => string,
): Due | undefined {
  if (certificate.validUntil !== undefined)
    return { lastDay: certificate.validUntil, by: 'verification-validity' }
  const programme = programmeOn(owned, usedOn)
  if (programme?.intervalMonths === undefined) return undefined
  const lastDay = monthsLater(dayOf(certificate.finished), programme.intervalMonths)
  return { lastDay, by: 'owner-programme', intervalMonths: programme.intervalMonths }
}

function programmeOn(owned: EquipmentRecord | undefined, day: string) {
  const begun = (owned?.programmes ?? []).filter((one) => (one.from ?? '') <= day)
  return begun
    .toSorted(
      (a, b) =>
        (a.from ?? '').localeCompare(b.from ?? '') ||
        Number(a.recordedAt) - Number(b.recordedAt) ||
        (b.intervalMonths ?? 0) - (a.intervalMonths ?? 0),
    )
    .at(-1)
}
