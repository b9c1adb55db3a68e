import type { CertificateRecord, EquipmentRecord } from './records.ts'

/** The civil day an instant falls on, at a place that many minutes east of Greenwich. */
export function civilDay(instant: Date, utcOffsetMinutes: number): string {
  return new Date(Number(instant) + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)
}

/** Calendar months later; the last day of a shorter month stands for a day it does not have. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
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
  utcOffsetMinutes: number,
): Due | undefined {
  if (certificate.validUntil !== undefined)
    return { lastDay: certificate.validUntil, by: 'verification-validity' }
  const programme = programmeOn(owned, usedOn)
  if (programme === undefined) return undefined
  const lastDay = monthsLater(civilDay(certificate.finished, utcOffsetMinutes), programme.intervalMonths)
  return { lastDay, by: 'owner-programme', intervalMonths: programme.intervalMonths }
}

function programmeOn(owned: EquipmentRecord | undefined, day: string) {
  const begun = (owned?.programmes ?? []).filter((one) => (one.from ?? '') <= day)
  return begun
    .toSorted(
      (a, b) =>
        (a.from ?? '').localeCompare(b.from ?? '') ||
        Number(a.recordedAt) - Number(b.recordedAt) ||
        b.intervalMonths - a.intervalMonths,
    )
    .at(-1)
}
