import type { DccRead } from '#exchange/dcc/reading/dcc-read.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'
import { datesNotUsable } from './import.refusals.ts'

export interface Issued {
  readonly date: string
  readonly toldBy: 'issueDate' | 'signingTime' | 'endPerformanceDate'
}

/** Few files have a date of issue: then the time of an intact signature tells it, and else the end of the work. */
export function issuedOf({ certificate }: DccRead, signatures: readonly SignatureOutcome[]): Issued {
  if (certificate.issued !== undefined) return { date: certificate.issued, toldBy: 'issueDate' }
  const signed = signatures.find(
    ({ claimedSigningTime: time }) => time !== undefined && /^\d{4}-\d\d-\d\dT/.test(time),
  )
  if (signed?.claimedSigningTime)
    return { date: signed.claimedSigningTime.slice(0, 10), toldBy: 'signingTime' }
  return { date: certificate.ended, toldBy: 'endPerformanceDate' }
}

/** The first moment of a civil day, in the zone that stands behind it if one does. */
export function startOf(date: string): string {
  const [, day = '', zone = 'Z'] = /^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(date) ?? []
  const moment = new Date(`${day}T00:00:00${zone}`)
  if (!Number.isNaN(moment.getTime())) return moment.toISOString()
  throw datesNotUsable({ en: `"${date}" is no day from the year 0 to 9999`, zh: `日期"${date}"不可用` })
}
