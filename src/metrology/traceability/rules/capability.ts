import { capabilityAt } from '#metrology/competence/capability.ts'
import { expressionOfX } from '#metrology/competence/stated-capability.ts'

import type { ResultNode } from '../graph.ts'
import type { ResultRecord } from '../records.ts'

import type { Assessment } from './competence.ts'
import { certificateEvidence, dayOf, figure, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** Rounding may understate U by at most 5 % (traceability R11; ILAC-P14). */
const mostUnderstated = 0.05

/** R11: U is not below the capability at the point on that date, and is printed with at most two significant digits. */
export function withinCapability(setting: Setting, node: ResultNode, assessment: Assessment): RuleOutcome[] {
  const { result } = node
  const outcomes = [printedDigits(node)]
  const U = result.expandedUncertainty
  if (assessment.held !== 'by-competence' || U === undefined) return present(outcomes)
  const capability = assessment.version.capability
  if (capability === undefined) return present(outcomes)
  const rule = ruleOn('R11', node)
  const day = dayOf(setting, node.certificate.finished)
  const evidence = [{ record: 'competence', id: assessment.competence.code, day }]
  const cmc = capabilityAt(capability, result.point, expressionOfX)
  if (cmc === undefined)
    return present([
      ...outcomes,
      rule.unknown(
        'capability-not-evaluable',
        'none',
        {
          en: `${assessment.competence.code} states no uncertainty at this point.`,
          zh: `${assessment.competence.code} 在该点未给出不确定度。`,
        },
        evidence,
      ),
    ])
  const words = { U: figure(U, result), cmc: figure(cmc, result) }
  const outcome = isBelow(U, cmc, result.unitSize)
    ? rule.fail(
        'below-capability',
        'traceable-with-conditions',
        {
          en: `U = ${words.U} is below the capability of ${words.cmc}.`,
          zh: `U = ${words.U} 小于校准测量能力 ${words.cmc}。`,
        },
        evidence,
      )
    : rule.pass(
        'within-capability',
        { en: `U = ${words.U} ≥ CMC = ${words.cmc}.`, zh: `U = ${words.U} ≥ CMC = ${words.cmc}。` },
        evidence,
      )
  return present([...outcomes, outcome])
}

const present = (outcomes: readonly (RuleOutcome | undefined)[]) =>
  outcomes.filter((one) => one !== undefined)

/** Compared as printed: a U that equals the capability once both are rounded to two digits is not below it. */
function isBelow(U: number, cmc: number, unitSize: number): boolean {
  const stated = cmc / unitSize
  const secondDigit = 10 ** (Math.floor(Math.log10(stated)) - 1)
  const slack = Math.min(secondDigit / 2, stated * mostUnderstated)
  return U / unitSize < stated - slack * (1 + 1e-9)
}

function printedDigits(node: ResultNode): RuleOutcome | undefined {
  const { result } = node
  const printed = result.reportedUncertainty
  if (printed === undefined) return undefined
  const rule = ruleOn('R11', node)
  const evidence = [certificateEvidence(node)]
  if (significantDigits(printed) > 2)
    return rule.fail(
      'too-many-digits',
      'traceable-with-conditions',
      {
        en: `U is printed as ${printed}: more than two significant digits.`,
        zh: `U 印为 ${printed}：超过两位有效数字。`,
      },
      evidence,
    )
  if (isUnderstated(result, printed))
    return rule.fail(
      'rounded-down',
      'traceable-with-conditions',
      {
        en: `U is printed as ${printed}: more than 5 % below the computed ${figure(computed(result), result)}.`,
        zh: `U 印为 ${printed}：比计算值 ${figure(computed(result), result)} 小 5 % 以上。`,
      },
      evidence,
    )
  return undefined
}

/** k·u is what was computed; U may already be the printed figure. */
const computed = ({ standardUncertainty: u, coverageFactor: k, expandedUncertainty: U }: ResultRecord) =>
  u !== undefined && k !== undefined ? u * k : (U ?? 0)

function isUnderstated(result: ResultRecord, printed: string): boolean {
  const exact = computed(result) / result.unitSize
  const value = Number(printed.replaceAll(/\s/g, ''))
  return Number.isFinite(value) && value < exact * (1 - mostUnderstated - 1e-9)
}

/** Digits that claim something; zeros at the end of a whole number only hold the place. */
export function significantDigits(printed: string): number {
  const mantissa = (printed.replaceAll(/\s/g, '').split(/[eE]/)[0] ?? '').replace(/^[+-]/, '')
  const digits = mantissa.replace('.', '').replace(/^0+/, '')
  return mantissa.includes('.') ? digits.length : digits.replace(/0+$/, '').length
}
