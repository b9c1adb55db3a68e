import type { ResultNode } from '../graph.ts'
import type { ComparisonRecord } from '../records.ts'

import type { Assessment } from './competence.ts'
import { dayOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/**
 * R21: on the day of the calibration the line of the scope it was done under had no unresolved |Eₙ| > 1 (ISO/IEC 17025:2017,
 * 7.7.2; ISO 13528:2022, 9.7). A later round that succeeds resolves it, as does a resolution that is recorded.
 */
export function comparedWell(
  setting: Setting,
  node: ResultNode,
  assessment: Assessment,
): RuleOutcome | undefined {
  if (assessment.held !== 'by-competence') return undefined
  const day = dayOf(setting, node.certificate.finished)
  const { competence } = assessment
  const rounds = setting.known.comparisonsOf(competence.id).filter((one) => one.day <= day)
  const latest = rounds.filter((one) => one.day === rounds.at(-1)?.day)
  const last = latest.find((one) => isUnresolved(one, day)) ?? latest.at(-1)
  if (last === undefined) return undefined
  const rule = ruleOn('R21', node)
  const evidence = [{ record: 'comparison', id: last.code, day: last.day }]
  const error = printed(last.normalizedError)
  if (!isUnresolved(last, day))
    return rule.pass(
      'compared-well',
      {
        en: `${competence.code} last took part in ${last.code} on ${last.day}, with En = ${error}.`,
        zh: `${competence.code} 最近于 ${last.day} 参加 ${last.code}，En = ${error}。`,
      },
      evidence,
    )
  return rule.fail(
    'comparison-unresolved',
    'traceable-with-conditions',
    {
      en: `${competence.code} had En = ${error} in ${last.code} on ${last.day}, unresolved on ${day}.`,
      zh: `${competence.code} 于 ${last.day} 在 ${last.code} 中 En = ${error}，至 ${day} 未解决。`,
    },
    evidence,
  )
}

const isUnresolved = ({ normalizedError, resolutions }: ComparisonRecord, day: string) =>
  Math.abs(normalizedError) > 1 && !resolutions.some((one) => one.day <= day)

const printed = (x: number) => String(Number(x.toPrecision(3)))
