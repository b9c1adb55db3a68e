import type { CalibrationFinding } from '#contract/types.ts'
import type { AnsweredRule } from '#metrology/traceability/answer.ts'

/** What did not pass and counts for the verdict. */
export const isFinding = ({ outcome, weight }: AnsweredRule): boolean =>
  outcome !== 'pass' && weight === 'counts'

/** A finding on a standard is told once; one on a result names the result. */
export const viewFinding = (rule: AnsweredRule, resultId: string, code: string): CalibrationFinding => ({
  code: rule.code,
  outcome: rule.outcome === 'pass' ? 'warn' : rule.outcome,
  reason: rule.reason,
  effect: rule.effect,
  ...(rule.node === resultId ? { result: code } : { subject: rule.label }),
  message: rule.message,
})

export function withoutRepetition(findings: readonly CalibrationFinding[]): readonly CalibrationFinding[] {
  const seen = new Map<string, CalibrationFinding>()
  for (const finding of findings) {
    const { code, reason, result, subject } = finding
    const key = JSON.stringify([code, reason, result, subject, finding.message.en])
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}
