import type { EntityManager } from '@mikro-orm/postgresql'
import type { CovarianceQuery } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { covarianceBetween, type CovarianceAnswer } from '#metrology/traceability/influences/covariance.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import { readerOf } from '../people/reader.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAboveCertificates } from './chain.queries.ts'
import { nothingKnownOf } from './question.queries.ts'
import { isVisible, withheld } from './withhold.ts'

export interface RelatedResults {
  readonly answer: CovarianceAnswer
  readonly asKnownAt: Date
}

/** How a result of one certificate depends on a result of another one, through whatever their chains share. */
export async function relateResults(
  em: EntityManager,
  asked: CovarianceQuery & { readonly number: string },
  actor: Actor | null,
  now: Date,
): Promise<RelatedResults> {
  const reader = readerOf(actor)
  const asKnownAt = asked.asKnownAt === undefined ? now : new Date(asked.asKnownAt)
  const rows = await chainsAboveCertificates(em, [asked.number, asked.with])
  const records = chainRecords(withheld(rows, reader))

  const resultOf = (
    number: string,
    version: number | undefined,
    result: string | undefined,
    pointer: string,
  ) => {
    const subject = isVisible(rows, number, reader)
      ? subjectOfCertificate(records, { number, version, result }, asKnownAt)
      : undefined
    if (subject?.kind !== 'result') throw nothingKnownOf(number, pointer)
    return subject.resultId
  }
  const one = resultOf(asked.number, asked.version, asked.result, '/result')
  const other = resultOf(asked.with, asked.withVersion, asked.withResult, '/with')
  const answer = covarianceBetween(records, [one, other], asKnownAt)
  if (!answer) throw nothingKnownOf(asked.number)
  return { answer, asKnownAt }
}
