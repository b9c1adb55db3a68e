import { wording, type Both } from './both.ts'
import type { Certificate, Conformity, Result } from './certificate.ts'
import { rangeText } from './facts.ts'
import { percent, significant, withUnit } from './numbers.ts'
import { outcomes, rules } from './words.ts'

/** ISO/IEC 17025:2017, 7.8.6.2: which results it concerns, which requirement, met or not, by which rule. */
export interface ConformityBlock {
  readonly outcome: Both
  readonly isGood: boolean
  /** Codes of the results; empty where it concerns all of them. */
  readonly results: readonly string[]
  readonly requirement: Both
  readonly rule: Both
  /** What is risked by accepting, where it is known (JCGM 106:2012, 9.3). */
  readonly risk?: Both
}

interface Stated extends Result {
  readonly conformity: Conformity
}

const isStated = (result: Result): result is Stated => result.conformity !== undefined

/** Statements that say the same of several results are one. */
export function conformityOf({ results }: Certificate): ConformityBlock[] {
  const stated = results.filter(isStated)
  const same = Map.groupBy(stated, ({ conformity: { outcome, rule, limits } }) =>
    JSON.stringify([outcome, rule, limits]),
  )
  return [...same.values()].flatMap((group) => {
    const [first] = group
    return first ? [blockOf(first, group, group.length === results.length)] : []
  })
}

function blockOf(first: Stated, group: readonly Stated[], isAll: boolean): ConformityBlock {
  const { outcome, limits } = first.conformity
  const range = rangeText(limits.lower, limits.upper)
  return {
    outcome: outcomes[outcome],
    isGood: outcome === 'pass',
    results: isAll ? [] : group.map(({ code }) => code),
    requirement: wording(`允许范围 ${range}`, `limits ${range}`),
    rule: ruleOf(first),
    ...riskOf(group),
  }
}

function ruleOf({ conformity: { rule, guardBand }, unit }: Stated): Both {
  const { zh, en } = rules[rule]
  if (guardBand === undefined || guardBand === 0) return { zh, en }
  const w = withUnit(significant(guardBand, 2), unit)
  return { zh: `${zh}，w = ${w}`, en: `${en}, w = ${w}` }
}

/** The greatest of the group: it is what may be said of all of them. */
function riskOf(group: readonly Stated[]): { risk?: Both } {
  const risks = group.map(({ conformity }) => conformity.specificRisk ?? Number.NaN)
  const greatest = Math.max(...risks)
  if (Number.isNaN(greatest)) return {}
  const text = percent(greatest, 2)
  const isAccepted = group.every(({ conformity }) => conformity.outcome.endsWith('pass'))
  return {
    risk: isAccepted
      ? wording(`误接受概率 ${text}`, `probability of false acceptance ${text}`)
      : wording(`误拒绝概率 ${text}`, `probability of false rejection ${text}`),
  }
}
