import { dependantsOf } from '../graph.ts'
import type { ChainLink, ChainNode, ResultNode } from '../graph.ts'

import { certificateEvidence, dayOf, labelOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/**
 * R14: a standard is calibrated before it is used, so the chain has no cycle. Devices that calibrate each other are in order as
 * long as some branch leaves them; when going back in time ends at the first of them, nothing anchors the loop.
 */
export function calibratedBefore(
  setting: Setting,
  link: ChainLink,
  standard: ChainNode,
): RuleOutcome | undefined {
  const rule = ruleOn('R14', standard)
  if (link.closesCycle || closesDeviceLoop(setting, link, standard))
    return rule.fail('unanchored-cycle', 'not-traceable', {
      en: `${labelOf(standard)} depends on the result it was used for; no branch of the loop leads to a reference.`,
      zh: `${labelOf(standard)} 依赖于它所校准的结果；该循环没有通向参照对象的分支。`,
    })
  if (standard.kind !== 'result') return undefined
  const stop = dayOf(setting, standard.certificate.finished)
  const start = dayOf(setting, link.use.from)
  if (standard.certificate.finished > link.use.from)
    return rule.fail(
      'standard-after-use',
      'not-traceable',
      {
        en: `The standard was calibrated until ${stop}, after the work that used it began on ${start}.`,
        zh: `标准器校准完成于 ${stop}，晚于使用它的工作开始日期 ${start}。`,
      },
      [certificateEvidence(standard, stop)],
    )
  return (
    levelOutcome(setting, link, standard) ??
    rule.pass(
      'calibrated-before-use',
      { en: `Calibrated until ${stop}, used from ${start}.`, zh: `${stop} 校准完成，${start} 起使用。` },
      [certificateEvidence(standard, stop)],
    )
  )
}

/** A device that has no earlier calibration, and is itself the item of a result that depends on it. */
function closesDeviceLoop(setting: Setting, link: ChainLink, standard: ChainNode): boolean {
  if (standard.kind !== 'unresolved' || standard.equipmentId === undefined) return false
  for (const id of dependantsOf(setting.chain, link.to)) {
    const node = setting.chain.nodes.get(id)
    if (node?.kind === 'result' && node.certificate.equipmentId === standard.equipmentId) return true
  }
  return false
}

/** By a verification scheme a standard takes its value from a level that stands above it. */
function levelOutcome(setting: Setting, link: ChainLink, standard: ResultNode): RuleOutcome | undefined {
  const { policy, known, chain } = setting
  const item = chain.nodes.get(link.to)
  if (policy.levels === undefined || item?.kind !== 'result') return undefined
  const own = known.equipment.get(item.certificate.equipmentId)?.level
  const above = known.equipment.get(standard.certificate.equipmentId)?.level
  const admitted = own === undefined ? undefined : policy.levels[own]
  if (own === undefined || above === undefined || admitted === undefined || admitted.includes(above))
    return undefined
  return ruleOn('R14', standard).fail(
    'level-not-admitted',
    'not-traceable',
    {
      en: `A standard of level ${own} may not take its value from level ${above} (${policy.code}).`,
      zh: `${own} 级标准不得溯源至 ${above} 级标准（${policy.name.zh}）。`,
    },
    [certificateEvidence(standard)],
  )
}

/** R13: what happened to the standard after its date of use does not count, and the reader is told that it was looked at. */
export function judgedAtUse(
  setting: Setting,
  link: ChainLink,
  standard: ResultNode,
  lastDay: string | undefined,
) {
  const used = dayOf(setting, link.use.to)
  const rule = ruleOn('R13', standard)
  if (lastDay !== undefined && used <= lastDay && lastDay < dayOf(setting, setting.at))
    return rule.pass(
      'expired-after-use',
      {
        en: `Judged at its use on ${used}; that it expired on ${lastDay} does not matter.`,
        zh: `按使用日期 ${used} 判断；其后于 ${lastDay} 到期不影响。`,
      },
      [certificateEvidence(standard, lastDay)],
    )
  return rule.pass('judged-at-use', { en: `Judged at its use on ${used}.`, zh: `按使用日期 ${used} 判断。` })
}
