import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { questionAbout, type AskedOfCertificate } from './question.queries.ts'

/** Whether a result of a certificate is traceable, at T as known at K. */
export async function traceCertificate(
  em: EntityManager,
  asked: AskedOfCertificate,
  actor: Actor | null,
  now: Date,
): Promise<TraceabilityAnswer> {
  const { records, question } = await questionAbout(em, asked, actor, now)
  return traceability(records, { ...question, withInfluences: asked.influences })
}
