import type { EntityManager } from '@mikro-orm/postgresql'
import type { CalibrationFinding } from '#contract/types.ts'
import type { TraceabilityAnswer } from '#metrology/traceability/answer.ts'
import { ilacP10 } from '#metrology/traceability/policies.ts'
import { traceability } from '#metrology/traceability/trace.ts'
import { CalibrationResult } from '../calibrations/calibration-result.entity.ts'
import { Calibration } from '../calibrations/calibration.entity.ts'
import { chainRecords } from './chain-records.ts'
import { chainsAbove } from './chain.queries.ts'
import { isFinding, viewFinding, withoutRepetition } from './finding.view.ts'
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
