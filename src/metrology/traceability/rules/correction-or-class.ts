import type { ChainLink, ResultNode } from '../graph.ts'
import type { ResultRecord } from '../records.ts'

import { certificateEvidence, figure, labelOf, ruleOn } from './outcome.ts'
import type { RuleOutcome, Setting } from './outcome.ts'

/** Two figures rounded to two digits may differ by this much and still be the same. */
const roundingSlack = 0.05

/** u of a half-width by the distribution that is assumed in it (GUM 4.3.7, 4.3.9; JCGM 101:2008, 6.4). */
const divisors: Readonly<Record<string, number>> = {
  rectangular: Math.sqrt(3),
  triangular: Math.sqrt(6),
  arcsine: Math.sqrt(2),
}

/**
 * R07: a standard used by value (按等) enters corrected, with U of its certificate; one used by class (按级) enters at its
 * nominal value, with the limits of its class; otherwise the bias that was left uncorrected is in the budget (GUM F.2.4.5).
 */
export function correctionOrClass(
  setting: Setting,
  link: ChainLink,
  standard: ResultNode,
): RuleOutcome | undefined {
  const used = usedFigures(setting, link, standard)
  if (used === undefined) return undefined
  if (used.by === 'class') return byClass(standard, used)
  return used.isCorrected ? corrected(standard, used) : uncorrected(standard, used)
}

interface UsedFigures {
  readonly user: ResultNode
  readonly input: string
  readonly u: number
  readonly by: 'value' | 'class'
  readonly isCorrected: boolean
  /** What the certificate says the standard differs from its nominal value. */
  readonly bias: number
  readonly permissibleError: number | undefined
  readonly distribution: string | undefined
  /** The largest other contribution to the result, brought back to this input: a bias may stand in a line of its own. */
  readonly besides: number
}

/** Nothing to judge where the figures are not known, or where the standard was used at another point than its own. */
function usedFigures(setting: Setting, link: ChainLink, standard: ResultNode): UsedFigures | undefined {
  const { inputEstimate: x, inputStandardUncertainty: u, input, sensitivity, usedAt } = link.record
  const user = setting.chain.nodes.get(link.to)
  const { estimate, point } = standard.result
  const isElsewhere = usedAt?.value !== undefined && usedAt.value !== point.value
  if (user?.kind !== 'result' || x === undefined || u === undefined || isElsewhere) return undefined
  const isCorrected = Math.abs(x - estimate) <= Math.abs(x - point.value)
  const permissibleError = permissibleErrorOf(setting, standard)
  const stated = setting.known.equipment.get(standard.certificate.equipmentId)?.usedBy
  const line = user.result.budget?.inputs.find((one) => one.symbol === input)
  return {
    user,
    input,
    u,
    by: stated ?? (isCorrected || permissibleError === undefined ? 'value' : 'class'),
    isCorrected,
    bias: Math.abs(estimate - point.value),
    permissibleError,
    distribution: line?.distribution,
    besides: largestBesides(user.result, input, sensitivity ?? line?.sensitivity ?? 0),
  }
}

/** Of the measuring interval, else of the limits that its own certificate judged it by. */
function permissibleErrorOf(setting: Setting, standard: ResultNode): number | undefined {
  const { result, certificate } = standard
  const { value } = result.point
  const stated = setting.known.equipment
    .get(certificate.equipmentId)
    ?.classes?.filter(
      (one) =>
        one.measurandKind === result.measurandKind &&
        (one.component === undefined || one.component === certificate.component) &&
        one.lower <= value &&
        value <= one.upper,
    )
    .toSorted((a, b) => Number(b.recordedAt) - Number(a.recordedAt))[0]
  if (stated !== undefined) return stated.maximumPermissibleError
  const limits = [result.conformity?.lower, result.conformity?.upper].filter((one) => one !== undefined)
  return limits.length === 0 ? undefined : Math.max(...limits.map((one) => Math.abs(one - value)))
}

function largestBesides({ budget, links }: ResultRecord, input: string, sensitivity: number): number {
  const linked = new Set(links.map((one) => one.input))
  const own = (budget?.inputs ?? []).filter(({ symbol }) => symbol !== input && !linked.has(symbol))
  const contributions = own.map((one) => Math.abs(one.sensitivity) * one.standardUncertainty)
  return sensitivity === 0 ? 0 : Math.max(0, ...contributions) / Math.abs(sensitivity)
}

function byClass(standard: ResultNode, used: UsedFigures): RuleOutcome | undefined {
  const { permissibleError, distribution, input, u, user } = used
  if (permissibleError === undefined) return undefined
  const rule = ruleOn('R07', standard)
  const needed = permissibleError / (divisors[distribution ?? ''] ?? Math.sqrt(3))
  const words = wordsOf(standard, { u, needed, error: permissibleError })
  const evidence = [certificateEvidence(standard), certificateEvidence(user)]
  if (u >= needed * (1 - roundingSlack))
    return rule.pass(
      'limits-of-class-used',
      {
        en: `Used by class: ${input} enters with u = ${words.u}, from limits of ±${words.error}.`,
        zh: `按级使用：${input} 以 u = ${words.u} 引入，由最大允许误差 ±${words.error} 得出。`,
      },
      evidence,
    )
  return rule.fail(
    'limits-of-class-not-used',
    'traceable-with-conditions',
    {
      en: `Used by class, ${input} enters with u = ${words.u}; its limits of ±${words.error} ask for ${words.needed}.`,
      zh: `按级使用时 ${input} 以 u = ${words.u} 引入，而最大允许误差 ±${words.error} 要求 ${words.needed}。`,
    },
    evidence,
  )
}

const corrected = (standard: ResultNode, { input, user }: UsedFigures): RuleOutcome =>
  ruleOn('R07', standard).pass(
    'corrected',
    {
      en: `Used by value: ${input} enters as ${labelOf(standard)} gives it.`,
      zh: `按等使用：${input} 按 ${labelOf(standard)} 给出的值引入。`,
    },
    [certificateEvidence(standard), certificateEvidence(user)],
  )

/** An uncorrected bias b is in the budget where a line of at least b/√3 beside u of the certificate is. */
function uncorrected(standard: ResultNode, used: UsedFigures): RuleOutcome {
  const { bias, u, user, input, besides } = used
  const rule = ruleOn('R07', standard)
  const ofBias = bias / Math.sqrt(3)
  const needed = Math.hypot(standard.result.standardUncertainty ?? 0, ofBias)
  const words = wordsOf(standard, { u, needed, error: bias })
  const evidence = [certificateEvidence(standard), certificateEvidence(user)]
  if (Math.max(u / needed, besides / ofBias) >= 1 - roundingSlack)
    return rule.pass(
      'bias-in-budget',
      {
        en: `${input} enters at its nominal value; the bias of ${words.error} is in the budget.`,
        zh: `${input} 按标称值引入；偏差 ${words.error} 已计入不确定度评定。`,
      },
      evidence,
    )
  return rule.fail(
    'bias-not-in-budget',
    'traceable-with-conditions',
    {
      en: `${input} enters at its nominal value with u = ${words.u}; the bias of ${words.error} asks for ${words.needed}.`,
      zh: `${input} 按标称值以 u = ${words.u} 引入；偏差 ${words.error} 要求 ${words.needed}。`,
    },
    evidence,
  )
}

const wordsOf = (
  { result }: ResultNode,
  { u, needed, error }: { readonly u: number; readonly needed: number; readonly error: number },
) => ({ u: figure(u, result), needed: figure(needed, result), error: figure(error, result) })
