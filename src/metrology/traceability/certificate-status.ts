import { civilDay, civilDays, dueOf } from './due.ts'
import { knownAt, type Known } from './known.ts'
import type { CertificateRecord, ChainRecords } from './records.ts'

/** What a certificate is worth at a moment, by its own record; whether its chain is suspect is asked of the chain. */
export type CertificateStatus =
  'in-force' | 'overdue' | 'superseded' | 'withdrawn' | 'revoked' | 'not-yet-issued'

export interface StatusOfCertificate {
  readonly certificate: CertificateRecord
  readonly status: CertificateStatus
  /** Why it was withdrawn or revoked. */
  readonly cause?: string | undefined
  /** The last civil day on which it may be used. */
  readonly due?: string | undefined
  /** The newest version, where that is not the one that was in force at the moment. */
  readonly supersededBy?: number | undefined
}

/** The version in force at `at` as known at `asKnownAt`, and its status; undefined where the number was not known. */
export function statusOfCertificate(
  records: ChainRecords,
  number: string,
  asked: { readonly at: Date; readonly asKnownAt: Date; readonly utcOffsetMinutes: number },
): StatusOfCertificate | undefined {
  const known = knownAt(records, asked.asKnownAt)
  const versions = known.versionsOf(number)
  const newest = versions.at(-1)
  if (!newest) return undefined
  const issued = versions.filter(({ issuedAt }) => issuedAt !== undefined && issuedAt <= asked.at)
  const certificate = issued.at(-1) ?? versions[0] ?? newest
  const supersededBy = newest.version === certificate.version ? undefined : newest.version
  const due = dueOfCertificate(known, certificate, asked)
  const ended = endedBy(certificate, asked.at)
  const said = { certificate, due, supersededBy }
  if (ended) return { ...said, ...ended }
  if (issued.length === 0) return { ...said, supersededBy: undefined, status: 'not-yet-issued' }
  if (supersededBy !== undefined) return { ...said, status: 'superseded' }
  const isOverdue = due !== undefined && civilDay(asked.at, asked.utcOffsetMinutes) > due
  return { ...said, status: isOverdue ? 'overdue' : 'in-force' }
}

/** Revoked: from the beginning. Withdrawn: from a moment. */
function endedBy({ events }: CertificateRecord, at: Date) {
  const revoked = events.find(({ kind }) => kind === 'revoked')
  if (revoked) return { status: 'revoked', cause: revoked.cause } as const
  const withdrawn = events.find(
    ({ kind, effectiveFrom }) => kind === 'withdrawn' && effectiveFrom !== undefined && effectiveFrom <= at,
  )
  return withdrawn ? ({ status: 'withdrawn', cause: withdrawn.cause } as const) : undefined
}

function dueOfCertificate(
  known: Known,
  certificate: CertificateRecord,
  { at, utcOffsetMinutes }: { readonly at: Date; readonly utcOffsetMinutes: number },
): string | undefined {
  const equipment = known.equipment.get(certificate.equipmentId)
  return dueOf(certificate, equipment, civilDay(at, utcOffsetMinutes), civilDays(utcOffsetMinutes))?.lastDay
}
