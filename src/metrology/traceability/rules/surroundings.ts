import type { ChainLink, ResultNode } from '../graph.ts'
import type { ConditionRecord } from '../records.ts'

import { certificateEvidence, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/**
 * R08: the standard was used within the conditions for which its certificate states its values, or its uncertainty was
 * enlarged. Without stated conditions of use there is nothing to be outside of.
 */
export function withinConditions(
  setting: Setting,
  link: ChainLink,
  standard: ResultNode,
): RuleOutcome | undefined {
  const user = setting.chain.nodes.get(link.to)
  const { conditionsOfUse } = standard.certificate
  if (user?.kind !== 'result' || conditionsOfUse === undefined) return undefined
  const pairs = conditionsOfUse.flatMap((stated) =>
    (user.certificate.environment ?? [])
      .filter(({ quantity, unit }) => quantity === stated.quantity && unit === stated.unit)
      .map((met) => ({ stated, met })),
  )
  if (pairs.length === 0) return undefined
  const rule = ruleOn('R08', standard)
  const evidence = [certificateEvidence(standard), certificateEvidence(user)]
  const outside = pairs.filter(({ stated, met }) => !isInside(met, stated))
  const [first] = outside
  if (first === undefined)
    return rule.pass('within-conditions', withinWords(pairs.map(({ met }) => met.quantity)), evidence)
  const words = rangesOf(first.met, first.stated)
  if (outside.every(({ stated }) => isAllowedFor(link, standard, user, stated)))
    return rule.pass(
      'allowed-for',
      {
        en: `Used at ${words}; the budget allows for it.`,
        zh: `使用环境 ${words}；不确定度评定已考虑。`,
      },
      evidence,
    )
  return rule.fail(
    'outside-conditions',
    'traceable-with-conditions',
    {
      en: `Used at ${words}, and its uncertainty was not enlarged.`,
      zh: `使用环境 ${words}，且未扩大不确定度。`,
    },
    evidence,
  )
}

/** Conversion moves a figure by some units in the last place. */
function isInside(met: ConditionRecord, stated: ConditionRecord): boolean {
  const ends = [stated.lower, stated.upper].filter(Number.isFinite)
  const slack = Math.max(0, ...ends.map(Math.abs)) * 1e-9
  return met.lower >= stated.lower - slack && met.upper <= stated.upper + slack
}

/** The line holds more than the certificate of the standard, or the model has an input of its own in that unit. */
function isAllowedFor(
  { record }: ChainLink,
  standard: ResultNode,
  user: ResultNode,
  { unit }: ConditionRecord,
): boolean {
  const { inputStandardUncertainty: line, input } = record
  const { standardUncertainty: u } = standard.result
  if (line !== undefined && u !== undefined && line > u * (1 + 1e-6)) return true
  const inputs = user.result.budget?.inputs ?? []
  return unit !== '1' && inputs.some((one) => one.symbol !== input && one.unit === unit)
}

const withinWords = (quantities: readonly string[]) => ({
  en: `Used within the conditions of its certificate: ${quantities.join(', ')}.`,
  zh: `在其证书规定的条件内使用：${quantities.join('、')}。`,
})

const rangesOf = (met: ConditionRecord, stated: ConditionRecord) =>
  `${met.quantity} ${rangeOf(met)} (${rangeOf(stated)})`

function rangeOf({ lower, upper, unit }: ConditionRecord): string {
  const ends = lower === upper ? [lower] : [lower, upper]
  const range = ends.map((end) => (Number.isFinite(end) ? printed(end) : '')).join('…')
  return unit === '1' ? range : `${range} ${unit}`
}

const printed = (x: number) => String(Number(x.toPrecision(6)))
