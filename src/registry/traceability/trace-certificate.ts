import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateTraceabilityQuery } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { ilacP10, policyNamed } from '#metrology/traceability/policies.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import type { ChainRecords } from '#metrology/traceability/records.ts'
import { traceability, type TraceabilityQuestion } from '#metrology/traceability/trace.ts'
import { isAdministrator } from '../people/may.ts'
import type { ChainRows } from './chain-rows.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAboveCertificates } from './chain.queries.ts'
import { unknownSubject } from './traceability.refusals.ts'

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

type Asked = CertificateTraceabilityQuery & { readonly number: string }

/** Whether a result of a certificate is traceable, at T as known at K. */
export async function traceCertificate(
  em: EntityManager,
  asked: Asked,
  actor: Actor | null,
  now: Date,
): Promise<TraceabilityAnswer> {
  const { records, question } = await questionAbout(em, asked, actor, now)
  return traceability(records, { ...question, withInfluences: asked.influences })
}

export async function questionAbout(
  em: EntityManager,
  asked: Asked,
  actor: Actor | null,
  now: Date,
): Promise<Posed> {
  const { number, version, result } = asked
  const clocks = clocksOf(asked, now)
  const rows = await chainsAboveCertificates(em, [number])
  const records = chainRecords(rows)

  const subject = isVisible(rows, number, actor)
    ? subjectOfCertificate(records, { number, version, result }, clocks.asKnownAt)
    : undefined
  if (!subject) throw nothingKnownOf(number)
  const policy = policyNamed(asked.policy ?? '') ?? ilacP10
  return { rows, records, question: { subject, ...clocks, policy } }
}

export const nothingKnownOf = (number: string, pointer = '') =>
  unknownSubject(
    { en: `No result of certificate ${number} was known`, zh: `未知证书 ${number} 的该结果` },
    { number },
    pointer === '' ? {} : { pointer },
  )

/** A private certificate is there for its parties only. */
export function isVisible(rows: ChainRows, number: string, actor: Actor | null): boolean {
  const certificate = rows.certificates.find((one) => one.number === number)
  if (!certificate) return false
  if (certificate.visibility === 'public' || (actor && isAdministrator(actor))) return true
  const work = rows.calibrations.find(({ id }) => id === certificate.calibration)
  const owner = rows.equipment.find(({ id }) => id === work?.equipment)?.owner
  return actor !== null && [work?.laboratory, owner].includes(actor.organization.id)
}
