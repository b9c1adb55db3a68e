import ical, { ICalCalendarMethod } from 'ical-generator'

/** A piece of equipment on the last day on which it may be used. */
export interface DueDay {
  /** The same for the same item, so that a calendar moves the entry and does not add another. */
  readonly uid: string
  readonly day: string
  readonly title: string
  readonly description: string
  readonly url: string
}

/** An iCalendar (RFC 5545) of whole days. `at` is when it was made. */
export function dueCalendar(name: string, days: readonly DueDay[], at: Date): string {
  const calendar = ical({
    name,
    prodId: { company: 'Etalon', product: 'Due list', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3_600,
  })
  for (const { uid, day, title, description, url } of days) {
    calendar.createEvent({
      id: uid,
      stamp: at,
      start: new Date(`${day}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      summary: title,
      description,
      url,
    })
  }
  return calendar.toString()
}
