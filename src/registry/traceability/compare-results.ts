import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertifiedComparison, CertifiedComparisonQuestion } from '#contract/types.ts'
import type { Actor } from '#http/actor.ts'
import { evaluateInterlaboratory } from '#metrology/interlaboratory/evaluate-interlaboratory.ts'
import { sameDimension } from '#metrology/quantity/convert.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { withoutNoise } from '#metrology/quantity/without-noise.ts'
import { jointResults, type JointResults } from '#metrology/traceability/influences/covariances.ts'
import { subjectOfCertificate } from '#metrology/traceability/question.ts'
import { within } from '#refusal.ts'
import { readerOf } from '../people/reader.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAboveCertificates } from './chain.queries.ts'
import { figuresIn } from './coherent-figures.ts'
import { nothingKnownOf } from './question.queries.ts'
import { resultOfOtherKind, uncertaintyNotKnown } from './traceability.refusals.ts'
import { isVisible, withheld } from './withhold.ts'

const methods = ['key-comparison', 'bilateral-degrees-of-equivalence']

/**
 * Results of certificates of any laboratories as a comparison (CIPM MRA-D-05): their figures are those of the registry, and so is
 * how they depend on each other. Nothing is stated but which they are.
 */
export async function compareResults(
  em: EntityManager,
  asked: CertifiedComparisonQuestion,
  actor: Actor | null,
  now: Date,
): Promise<CertifiedComparison> {
  const asKnownAt = asked.asKnownAt === undefined ? now : new Date(asked.asKnownAt)
  const reader = readerOf(actor)
  const rows = await chainsAboveCertificates(em, [...new Set(asked.results.map((one) => one.certificate))])
  const records = chainRecords(withheld(rows, reader))
  const ids = asked.results.map(({ certificate: number, version, result }, i) => {
    const subject = isVisible(rows, number, reader)
      ? subjectOfCertificate(records, { number, version, result }, asKnownAt)
      : undefined
    if (subject?.kind !== 'result') throw nothingKnownOf(number, `/results/${i}/certificate`)
    return subject.resultId
  })
  const joint = jointResults(records, ids, asKnownAt)
  if (!joint) throw nothingKnownOf(asked.results[0]?.certificate ?? '')
  checkComparable(joint)
  return compared(joint, unitOf(joint, asked.unit), asKnownAt)
}

/** One unit is not one kind (VIM 1.2), and what has no uncertainty agrees with nothing. */
function checkComparable({ results, standardUncertainties }: JointResults): void {
  const [first] = results
  for (const [i, { result, certificate }] of results.entries()) {
    const pointer = `/results/${i}`
    const expected = first?.result.measurandKind ?? ''
    if (result.measurandKind !== expected) {
      const words = {
        en: `${result.measurandKind} and ${expected}`,
        zh: `${result.measurandKind} 与 ${expected}`,
      }
      throw resultOfOtherKind(words, {}, { pointer, rule: 'R04' })
    }
    if (!standardUncertainties[i]) {
      const words = {
        en: `${result.code} of ${certificate.number}`,
        zh: `${certificate.number} 的 ${result.code}`,
      }
      throw uncertaintyNotKnown(words, {}, { pointer, rule: 'R06' })
    }
  }
}

function unitOf({ results: [first] }: JointResults, asked: string | undefined): string {
  const own = first?.result.unit ?? '1'
  if (asked === undefined) return own
  return within('/unit', () => {
    if (sameDimension(parseUnit(asked), parseUnit(own))) return asked
    throw resultOfOtherKind({ en: `${own} and ${asked}`, zh: `${own} 与 ${asked}` })
  })
}

function compared(
  { results, standardUncertainties, correlations }: JointResults,
  unit: string,
  asKnownAt: Date,
): CertifiedComparison {
  const { unitSize } = figuresIn(unit)
  const stated = results.map(({ result, certificate }, i) => ({
    certificate: certificate.number,
    version: certificate.version,
    result: result.code,
    value: withoutNoise(result.estimate / unitSize),
    standardUncertainty: withoutNoise((standardUncertainties[i] ?? 0) / unitSize),
  }))
  const data = {
    labels: stated.map((one) => `${one.certificate}/${one.result}`),
    values: stated.map(({ value }) => value),
    standardUncertainties: stated.map(({ standardUncertainty }) => standardUncertainty),
    correlations,
    unit,
  }
  return {
    unit,
    asKnownAt: asKnownAt.toISOString(),
    results: stated,
    correlations: correlations.map(({ between, r }) => ({ between: [...between], r })),
    evaluation: evaluateInterlaboratory({ method: methods, data }),
  }
}
