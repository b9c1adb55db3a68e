import type { Format } from 'ajv'
import { unprintableIn } from '#fonts/printable.ts'

/** Measurements this old are not registered, and certificates this far ahead are typing errors. */
const firstYear = 1900
const lastYear = 2200

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** A day that the calendar has, in a year that a certificate can state. */
export function isCivilDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = datePattern.exec(text) ?? []
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const yearFits = Number(year) >= firstYear && Number(year) <= lastYear
  return yearFits && month >= '01' && month <= '12' && day >= '01' && Number(day) <= days
}

/** RFC 3339 with its zone: without one nobody knows when it was. No leap seconds: `Date` has none. */
export function isInstant(text: string): boolean {
  return text[10] === 'T' && isCivilDate(text.slice(0, 10)) && timePattern.test(text.slice(11))
}

/** ISO 8601 duration of whole numbers: `P1Y`, `P18M`, `PT36H`; weeks stand alone. */
const duration =
  /^P(?:\d{1,4}W|(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,6}S)?)?)$/

/** One spelling only: PostgreSQL would also take braces and capitals, and two spellings are two cache keys. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isUri = (text: string) =>
  text.length <= 2000 && /^[a-z][a-z0-9+.-]{0,30}:[^\s]+$/i.test(text) && URL.canParse(text)

/** The length that each format bounds by itself; a text of another format needs `maxLength`. */
export const boundedFormats = ['date', 'date-time', 'uuid', 'duration'] as const

/** Every character has a shape that a certificate can show: told when a text is entered, not when a certificate is issued. */
const isPrintableText = (text: string) => unprintableIn(text) === undefined

export const formats: Readonly<Record<string, Format>> = {
  date: isCivilDate,
  'date-time': isInstant,
  duration,
  uuid,
  uri: isUri,
  printable: isPrintableText,
  email: /^[^\s@"<>]{1,64}@[a-z0-9.-]{1,190}$/i,
}
