import type { ResultNode } from '../graph.ts'
import type { AuthorizationRecord } from '../records.ts'

import { certificateEvidence, dayOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

const acts = {
  perform: { en: 'perform', zh: '校准' },
  review: { en: 'review', zh: '核验' },
  authorise: { en: 'authorise', zh: '签发' },
} as const

/** R20: performer, reviewer and signatory were authorised on the day of their act (ISO/IEC 17025:2017, 6.2.5 and 6.2.6). */
export function peopleAuthorised(setting: Setting, node: ResultNode): RuleOutcome[] {
  const { performer, reviewer, signatory, finished, issuedAt } = node.certificate
  return [
    actOf(setting, node, 'perform', performer, finished),
    // Reviewed and signed are only what is issued; a draft has no such day yet.
    issuedAt && actOf(setting, node, 'review', reviewer, issuedAt),
    issuedAt && actOf(setting, node, 'authorise', signatory, issuedAt),
  ].filter((one) => one !== undefined)
}

function actOf(
  setting: Setting,
  node: ResultNode,
  activity: AuthorizationRecord['activity'],
  person: string | undefined,
  moment: Date,
): RuleOutcome | undefined {
  if (person === undefined) return undefined
  const held = setting.known.authorizationsOf(person)
  // People of other laboratories are authorised there; without a single record about them there is nothing to judge.
  if (held.length === 0 && node.certificate.origin === 'transcribed') return undefined
  const rule = ruleOn('R20', node)
  const day = dayOf(setting, moment)
  const act = acts[activity]
  const valid = held.find(
    (one) =>
      one.activity === activity &&
      (one.measurandKind === undefined || one.measurandKind === node.result.measurandKind) &&
      one.from <= day &&
      day <= (one.to ?? '9999'),
  )
  if (valid !== undefined)
    return rule.pass(
      `authorised-to-${activity}`,
      { en: `Authorised to ${act.en} on ${day}.`, zh: `${day} 具有${act.zh}授权。` },
      [{ record: 'authorization', id: valid.id, day }],
    )
  return rule.fail(
    `not-authorised-to-${activity}`,
    'traceable-with-conditions',
    {
      en: `${person} was not authorised to ${act.en} on ${day}.`,
      zh: `${person} 在 ${day} 无${act.zh}授权。`,
    },
    [certificateEvidence(node, day)],
  )
}
