import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateTraceabilityQuery } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import type { TraceabilityQuestion } from '#metrology/traceability/trace.ts'
import { readerOf } from '../people/reader.ts'
import { policyAsked } from '../policies/policy.queries.ts'
import type { ChainRows } from './chain-rows.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAboveCertificates } from './chain.queries.ts'
import { unknownSubject } from './traceability.refusals.ts'
import { isVisible, withheld } from './withhold.ts'

export interface Clocks {
  readonly at: Date
  readonly asKnownAt: Date
}

/** T and K of a question; both now where they are not given. */
export const clocksOf = (asked: { at?: string; asKnownAt?: string }, now: Date): Clocks => ({
  at: asked.at === undefined ? now : new Date(asked.at),
  asKnownAt: asked.asKnownAt === undefined ? now : new Date(asked.asKnownAt),
})

/** A question about a certificate, and everything that the rules read to answer it. */
export interface Posed {
  readonly rows: ChainRows
  readonly records: ChainRecords
  readonly question: TraceabilityQuestion
}

export type AskedOfCertificate = CertificateTraceabilityQuery & { readonly number: string }

export async function questionAbout(
  em: EntityManager,
  asked: AskedOfCertificate,
  actor: Actor | null,
  now: Date,
): Promise<Posed> {
  const { number, version, result } = asked
  const clocks = clocksOf(asked, now)
  const reader = readerOf(actor)
  const rows = await chainsAboveCertificates(em, [number])
  const records = chainRecords(withheld(rows, reader))

  const subject = isVisible(rows, number, reader)
    ? subjectOfCertificate(records, { number, version, result }, clocks.asKnownAt)
    : undefined
  if (!subject) throw nothingKnownOf(number)
  const policy = await policyAsked(em, asked.policy, clocks.asKnownAt)
  return { rows, records, question: { subject, ...clocks, policy } }
}

export const nothingKnownOf = (number: string, pointer = '') =>
  unknownSubject(
    { en: `No result of certificate ${number} was known`, zh: `未知证书 ${number} 的该结果` },
    { number },
    pointer === '' ? {} : { pointer },
  )
