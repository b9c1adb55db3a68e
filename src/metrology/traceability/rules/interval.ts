import { dueOf } from '../due.ts'
import type { Due } from '../due.ts'
import type { ResultNode, Use } from '../graph.ts'

import { certificateEvidence, dayOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'
import { nextFoundGood } from './later-finding.ts'

/** R09: used before it was due again, by the owner's programme or by the validity a verification states. */
export function withinInterval(setting: Setting, node: ResultNode, use: Use): RuleOutcome {
  const rule = ruleOn('R09', node)
  const used = dayOf(setting, use.to)
  const due = dueAt(setting, node, use)
  if (due === undefined)
    return rule.unknown(
      'no-programme',
      'none',
      { en: 'The owner has recorded no calibration interval.', zh: '所有者未记录校准间隔。' },
      [certificateEvidence(node)],
    )
  const evidence = [certificateEvidence(node, due.lastDay)]
  const by = sources[due.by]
  if (used <= due.lastDay)
    return rule.pass(
      'within-interval',
      {
        en: `Used on ${used}, due on ${due.lastDay} by ${by.en}.`,
        zh: `使用日期 ${used}，按${by.zh}到期日为 ${due.lastDay}。`,
      },
      evidence,
    )
  const next = nextFoundGood(setting, node, use)
  if (next !== undefined)
    return rule.warn(
      'overdue-found-good',
      'traceable-with-conditions',
      {
        en: `Overdue since ${due.lastDay} when used on ${used}; ${next.number} found it in tolerance on ${next.day}.`,
        zh: `使用日期 ${used} 已超过到期日 ${due.lastDay}；其后 ${next.day} 由 ${next.number} 发现调整前合格。`,
      },
      [...evidence, { record: 'certificate', id: next.number, day: next.day }],
    )
  return rule.fail(
    'overdue',
    'not-traceable',
    {
      en: `Overdue since ${due.lastDay} when used on ${used} (by ${by.en}).`,
      zh: `使用日期 ${used} 已超过${by.zh}到期日 ${due.lastDay}。`,
    },
    evidence,
  )
}

export const dueAt = (setting: Setting, node: ResultNode, use: Use): Due | undefined =>
  dueOf(
    node.certificate,
    setting.known.equipment.get(node.certificate.equipmentId),
    dayOf(setting, use.to),
    setting.dayOf,
  )

const sources = {
  'verification-validity': { en: 'the validity of the verification', zh: '检定有效期' },
  'owner-programme': { en: "the owner's programme", zh: '所有者的校准方案' },
} as const
