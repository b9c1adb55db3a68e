import type { CalibrationFinding } from '#contract/types.ts'
import { ruleFails } from './calibration.refusals.ts'

/**
 * Rules that hold whatever the policy: the state and validity of every standard on the day of its use, kind, point,
 * stated uncertainty, consistency and order. Who is competent for what is a question of policy and does not stop the work.
 */
const forbidding = new Set(['R02', 'R03', 'R04', 'R05', 'R06', 'R09', 'R12', 'R14'])

/** A stated U below the capability is refused as well (ILAC-P14:09/2020, 5.4). */
export const forbids = ({ outcome, code, reason }: CalibrationFinding): boolean =>
  (outcome === 'fail' && forbidding.has(code)) || (code === 'R11' && reason === 'below-capability')

export function refuseFailing(findings: readonly CalibrationFinding[]): void {
  const failing = findings.filter(forbids)
  const first = failing[0]
  if (!first) return
  throw ruleFails(
    first.message,
    {},
    {
      rule: first.code,
      errors: failing.map(({ code, reason, message, result }) => ({
        pointer: result === undefined ? '' : `/results/${result}`,
        code: `${code}.${reason}`,
        detail: message,
      })),
    },
  )
}
