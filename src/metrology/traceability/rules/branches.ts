import type { ChainLink, ResultNode, UnresolvedNode } from '../graph.ts'
import { inputsWithoutBranch } from '../significance.ts'
import type { Shares } from '../shares.ts'

import { isAnchored } from './competence.ts'
import type { Assessment } from './competence.ts'
import { certificateEvidence, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** R01: each significant input quantity of the budget has a branch of its own; a certificate from a competent issuer ends one. */
export function branchesOf(
  setting: Setting,
  node: ResultNode,
  assessment: Assessment,
  shares: Shares,
): RuleOutcome {
  const rule = ruleOn('R01', node)
  const links = setting.chain.linksInto(node.id)
  const evidence = [certificateEvidence(node)]
  if (node.result.budget === undefined) return withoutBudget(setting, node, assessment)
  const bare = inputsWithoutBranch(node.result, links, shares, setting.policy.significantShare)
  if (bare.length > 0) {
    const symbols = bare.map((input) => input.symbol).join(', ')
    return rule.fail(
      'input-without-branch',
      'not-traceable',
      { en: `No standard is named for ${symbols}.`, zh: `${symbols} 未指明所用标准。` },
      evidence,
    )
  }
  if (links.length > 0)
    return rule.pass(
      'every-input-has-branch',
      { en: 'Every significant input has a branch.', zh: '每个显著输入量均有溯源分支。' },
      evidence,
    )
  if (node.certificate.origin === 'transcribed' && isAnchored(assessment))
    return rule.pass('anchored', anchoredWords, evidence)
  return rule.fail(
    'no-standard',
    'not-traceable',
    { en: 'The budget names no standard at all.', zh: '不确定度评定未指明任何标准。' },
    evidence,
  )
}

const anchoredWords = {
  en: 'The branch ends here: the issuer is competent.',
  zh: '分支止于此：签发机构具备能力。',
}

function withoutBudget(setting: Setting, node: ResultNode, assessment: Assessment): RuleOutcome {
  const rule = ruleOn('R01', node)
  const evidence = [certificateEvidence(node)]
  if (isAnchored(assessment)) return rule.pass('anchored', anchoredWords, evidence)
  const namesStandards = setting.chain.linksInto(node.id).length > 0
  if (setting.policy.verificationByClass && node.certificate.kind === 'verification' && namesStandards)
    return rule.pass(
      'standards-named',
      { en: 'The verification names its standards.', zh: '检定证书已指明所用标准。' },
      evidence,
    )
  return rule.unknown(
    'budget-unknown',
    'indeterminate',
    { en: 'The uncertainty budget is not known.', zh: '不确定度评定未知。' },
    evidence,
  )
}

/** R01 at an end that is no reference: a standard was named and nothing is known about it. */
export function branchEndsNowhere(node: UnresolvedNode, link: ChainLink): RuleOutcome {
  const rule = ruleOn('R01', node)
  if (node.equipmentId !== undefined)
    return rule.unknown('standard-without-certificate', 'indeterminate', {
      en: `The standard for ${link.record.input} has no calibration before its use.`,
      zh: `${link.record.input} 所用标准在使用前无校准记录。`,
    })
  return rule.unknown('standard-not-known', 'indeterminate', {
    en: `The standard for ${link.record.input} is not known to the registry.`,
    zh: `登记系统不掌握 ${link.record.input} 所用标准。`,
  })
}
