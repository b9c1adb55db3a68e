import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationFinding } from '#contract/types.ts'
import type { AnsweredRule, TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { ilacP10 } from '#metrology/traceability/policies.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { CalibrationResult } from '../calibrations/calibration-result.entity.ts'
import { Calibration } from '../calibrations/calibration.entity.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAbove } from './chain.queries.ts'
import { withheld } from './withhold.ts'

/** What the rules find about a calibration, and the whole answer about each of its results. */
export interface Judged {
  readonly findings: readonly CalibrationFinding[]
  readonly answers: readonly TraceabilityAnswer[]
}

/**
 * What the rules say of a calibration at the moment of its work (of its issue, once it is issued), as known now: the same
 * computation that answers whether a result is traceable.
 */
export async function judgedOn(em: EntityManager, calibrationId: string, now: Date): Promise<Judged> {
  const calibration = await em.findOneOrFail(Calibration, { id: calibrationId })
  const results = await resultsOf(em, calibration)
  const rows = await chainsAbove(
    em,
    results.map(({ id }) => id),
  )
  const records = chainRecords(withheld(rows, { organization: calibration.laboratory.id }))
  const at = calibration.authorisedAt ?? calibration.finishedAt
  const judged = results.map(({ id, code }) => {
    const subject = { kind: 'result', resultId: id } as const
    const answer = traceability(records, { subject, at, asKnownAt: now, policy: ilacP10 })
    return { answer, found: answer.rules.filter(isFinding).map((rule) => viewFinding(rule, id, code)) }
  })
  return {
    findings: withoutRepetition(judged.flatMap(({ found }) => found)),
    answers: judged.map(({ answer }) => answer),
  }
}

/** Most who ask have loaded them. */
async function resultsOf(em: EntityManager, calibration: Calibration): Promise<readonly CalibrationResult[]> {
  const { results } = calibration
  if (!results.isInitialized())
    return em.find(CalibrationResult, { calibration }, { orderBy: { position: 'asc' } })
  return results.getItems().toSorted((a, b) => a.position - b.position)
}

export const findingsOn = async (
  em: EntityManager,
  calibrationId: string,
  now: Date,
): Promise<readonly CalibrationFinding[]> => (await judgedOn(em, calibrationId, now)).findings

const isFinding = ({ outcome, weight }: AnsweredRule): boolean => outcome !== 'pass' && weight === 'counts'

/** A finding on a standard is told once; one on a result names the result. */
const viewFinding = (rule: AnsweredRule, resultId: string, code: string): CalibrationFinding => ({
  code: rule.code,
  outcome: rule.outcome === 'pass' ? 'warn' : rule.outcome,
  reason: rule.reason,
  effect: rule.effect,
  ...(rule.node === resultId ? { result: code } : { subject: rule.label }),
  message: rule.message,
})

function withoutRepetition(findings: readonly CalibrationFinding[]): readonly CalibrationFinding[] {
  const seen = new Map<string, CalibrationFinding>()
  for (const finding of findings) {
    const { code, reason, result, subject } = finding
    const key = JSON.stringify([code, reason, result, subject, finding.message.en])
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}
