import type { ResultNode } from '../graph.ts'

import type { Assessment } from './competence.ts'
import { certificateEvidence, dayOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** R17: hash and signature verify, or a second person compared the copy with the original. */
export function authentic(setting: Setting, node: ResultNode, assessment: Assessment): RuleOutcome {
  const rule = ruleOn('R17', node)
  const evidence = [certificateEvidence(node)]
  if (node.certificate.origin === 'draft')
    return rule.pass('not-issued-yet', { en: 'A calibration not issued yet.', zh: '尚未签发的校准。' })
  if (isBareStatement(node, assessment))
    return rule.unknown(
      'statement-is-not-evidence',
      'indeterminate',
      {
        en: `“${node.certificate.traceabilityStatement}”: words alone are not evidence.`,
        zh: `“${node.certificate.traceabilityStatement}”：仅有文字不构成证据。`,
      },
      evidence,
    )
  return node.certificate.origin === 'issued' ? verified(node) : checkedCopy(setting, node)
}

/** "Traceable to NIM", and neither a budget, nor standards, nor a competence of the issuer behind it. */
function isBareStatement(node: ResultNode, assessment: Assessment): boolean {
  const { certificate, result } = node
  const hasCompetence = assessment.held === 'by-competence' || assessment.held === 'by-root'
  const saysSo = (certificate.traceabilityStatement ?? '').trim() !== ''
  return saysSo && result.links.length === 0 && result.budget === undefined && !hasCompetence
}

function verified(node: ResultNode): RuleOutcome {
  const rule = ruleOn('R17', node)
  const evidence = [certificateEvidence(node)]
  const { hashVerified } = node.certificate
  if (hashVerified === true)
    return rule.pass(
      'hash-verified',
      { en: 'Its content hash verifies.', zh: '内容哈希验证通过。' },
      evidence,
    )
  if (hashVerified === false)
    return rule.fail(
      'altered',
      'indeterminate',
      { en: 'Its content no longer matches its hash.', zh: '内容与哈希不符。' },
      evidence,
    )
  return rule.unknown(
    'not-verified',
    'indeterminate',
    { en: 'Its content hash was not verified.', zh: '内容哈希未经验证。' },
    evidence,
  )
}

function checkedCopy(setting: Setting, node: ResultNode): RuleOutcome {
  const rule = ruleOn('R17', node)
  const { certificate } = node
  const check = certificate.events.find(
    (event) => event.kind === 'checked' && event.by !== undefined && event.by !== certificate.recordedBy,
  )
  if (check === undefined)
    return rule.unknown(
      'copy-not-checked',
      'indeterminate',
      { en: 'A transcribed copy that no second person has checked.', zh: '抄录件尚未经第二人核对。' },
      [certificateEvidence(node)],
    )
  const day = dayOf(setting, check.recordedAt)
  if (check.cause !== undefined)
    return rule.pass(
      'signature-verified',
      { en: `${check.cause} (${day}).`, zh: `${day} 所附签名经可信签名者验证有效。` },
      [certificateEvidence(node, day)],
    )
  return rule.pass(
    'copy-checked',
    { en: `A transcribed copy, checked on ${day}.`, zh: `抄录件，${day} 经第二人核对。` },
    [certificateEvidence(node, day)],
  )
}
