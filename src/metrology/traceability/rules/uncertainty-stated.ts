import type { ResultNode } from '../graph.ts'
import type { ResultRecord } from '../records.ts'

import { certificateEvidence, figure, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** R06: U with its k and coverage probability, or u with its degrees of freedom. */
export function uncertaintyStated(setting: Setting, node: ResultNode): RuleOutcome {
  const rule = ruleOn('R06', node)
  const { result } = node
  const evidence = [certificateEvidence(node)]
  if (isStated(result)) {
    const U = figure(result.expandedUncertainty ?? result.standardUncertainty ?? 0, result)
    const as = result.expandedUncertainty === undefined ? 'u' : 'U'
    return rule.pass('stated', { en: `${as} = ${U} is stated.`, zh: `已给出 ${as} = ${U}。` }, evidence)
  }
  if (setting.policy.verificationByClass && node.certificate.kind === 'verification')
    return rule.pass(
      'by-class',
      {
        en: 'Verified by class: the limits of the class stand for U.',
        zh: '按级使用：以最大允许误差代替 U。',
      },
      evidence,
    )
  return rule.unknown(
    'uncertainty-not-stated',
    'indeterminate',
    {
      en: 'Neither U with k and coverage probability nor u with degrees of freedom is stated.',
      zh: '既未给出带 k 和包含概率的 U，也未给出带自由度的 u。',
    },
    evidence,
  )
}

function isStated(result: ResultRecord): boolean {
  const { expandedUncertainty: U, coverageFactor: k, coverageProbability: p } = result
  const { standardUncertainty: u, degreesOfFreedom: nu } = result
  return (isPositive(U) && isPositive(k) && isPositive(p)) || (isPositive(u) && isPositive(nu))
}

const isPositive = (x: number | undefined) => x !== undefined && x > 0
