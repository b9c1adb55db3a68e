import type { ChainLink, ResultNode } from '../graph.ts'
import type { ReferenceRecord, ResultRecord } from '../records.ts'

import { certificateEvidence, figure, labelOf, ruleOn } from './outcome.ts'
import type { Evidence, RuleOutcome, Setting } from './outcome.ts'

/** Two figures rounded to two digits may differ by this much and still be the same (1.0 against 1.05). */
const roundingSlack = 0.05

/** R12: what the budget says about its standards is what their certificates say. */
export function budgetConsistent(setting: Setting, node: ResultNode): RuleOutcome[] {
  const links = setting.chain.linksInto(node.id)
  const outcomes = links.flatMap((link) => lineOf(setting, node, link))
  return [...outcomes, ...sharedParts(setting, node, links), ...belowUpstream(setting, node, links)]
}

type Source = Pick<ResultRecord | ReferenceRecord, 'standardUncertainty' | 'estimate' | 'unit' | 'unitSize'>

interface Stated {
  readonly source: Source
  readonly label: string
  readonly evidence: Evidence
}

function sourceOf(setting: Setting, link: ChainLink): Stated | undefined {
  const node = setting.chain.nodes.get(link.from)
  if (node === undefined || node.kind === 'unresolved') return undefined
  const label = labelOf(node)
  return node.kind === 'result'
    ? { source: node.result, label, evidence: certificateEvidence(node) }
    : { source: node.reference, label, evidence: { record: 'reference', id: label } }
}

/** The line for the standard: u as used is not below u of its certificate (k = 1.65 taken for 2 is caught here). */
function lineOf(setting: Setting, node: ResultNode, link: ChainLink): RuleOutcome[] {
  const upstream = sourceOf(setting, link)
  const line = link.record.inputStandardUncertainty
  const stated = upstream?.source.standardUncertainty
  if (upstream === undefined || line === undefined || stated === undefined) return []
  const rule = ruleOn('R12', node)
  const evidence: Evidence[] = [certificateEvidence(node), upstream.evidence]
  const words = { line: figure(line, upstream.source), stated: figure(stated, upstream.source) }
  const { input } = link.record
  const outcomes =
    line < stated * (1 - roundingSlack)
      ? [
          rule.fail(
            'line-below-certificate',
            'suspect',
            {
              en: `${input} enters with u = ${words.line}; its certificate ${upstream.label} gives u = ${words.stated}.`,
              zh: `${input} 以 u = ${words.line} 引入，而其证书 ${upstream.label} 给出 u = ${words.stated}。`,
            },
            evidence,
          ),
        ]
      : [
          rule.pass(
            'line-agrees',
            {
              en: `${input}: u = ${words.line}, certificate ${words.stated}.`,
              zh: `${input}：u = ${words.line}，证书 ${words.stated}。`,
            },
            evidence,
          ),
        ]
  return [...outcomes, ...estimateOf(rule, link, upstream, evidence)]
}

/** A typed value may rightly contain a drift correction; a reader should still see that it differs. */
function estimateOf(
  rule: ReturnType<typeof ruleOn>,
  link: ChainLink,
  upstream: Stated,
  evidence: readonly Evidence[],
): RuleOutcome[] {
  const { inputEstimate, typed, input } = link.record
  const { estimate, standardUncertainty = 0 } = upstream.source
  if (typed !== true || inputEstimate === undefined) return []
  if (Math.abs(inputEstimate - estimate) <= 2 * standardUncertainty) return []
  const used = figure(inputEstimate, upstream.source)
  const stated = figure(estimate, upstream.source)
  return [
    rule.warn(
      'value-differs-from-certificate',
      'none',
      {
        en: `${input} enters as ${used}; its certificate ${upstream.label} gives ${stated}.`,
        zh: `${input} 以 ${used} 引入，而其证书 ${upstream.label} 给出 ${stated}。`,
      },
      evidence,
    ),
  ]
}

/** u(y) ≥ |Σc|·u_upstream for what all inputs from one standard share; correlated inputs may rightly cancel. */
function sharedParts(setting: Setting, node: ResultNode, links: readonly ChainLink[]): RuleOutcome[] {
  const u = node.result.standardUncertainty
  if (u === undefined) return []
  const outcomes: RuleOutcome[] = []
  for (const group of Map.groupBy(links, (link) => link.from).values()) {
    const [first] = group
    const upstream = first && sourceOf(setting, first)
    const stated = upstream?.source.standardUncertainty
    const unclear =
      group.some(({ record }) => record.sensitivity === undefined) || isCorrelatedElsewhere(node, group)
    if (upstream === undefined || stated === undefined || unclear) continue
    const c = group.reduce((sum, { record }) => sum + (record.sensitivity ?? 0), 0)
    if (u >= Math.abs(c) * stated * (1 - roundingSlack)) continue
    const words = { u: figure(u, node.result), part: figure(Math.abs(c) * stated, node.result) }
    outcomes.push(
      ruleOn('R12', node).fail(
        'result-below-standard-part',
        'suspect',
        {
          en: `u = ${words.u} is below the ${words.part} that ${upstream.label} alone contributes.`,
          zh: `u = ${words.u} 小于 ${upstream.label} 单独贡献的 ${words.part}。`,
        },
        [certificateEvidence(node), upstream.evidence],
      ),
    )
  }
  return outcomes
}

/**
 * Whether something outside the group may rightly cancel it, or its own inputs were stated to be less than the same. That one
 * standard is wholly correlated with itself is what is reckoned here.
 */
function isCorrelatedElsewhere({ result }: ResultNode, group: readonly ChainLink[]): boolean {
  const inputs = new Set(group.map(({ record }) => record.input))
  return (result.budget?.correlations ?? []).some(({ between, sharedStandards }) => {
    const inside = between.filter((name) => inputs.has(name)).length
    return inside === 1 || (inside === 2 && sharedStandards === undefined)
  })
}

/** Only a warning: the mean of independent standards and ratios may go below each of them. */
function belowUpstream(setting: Setting, node: ResultNode, links: readonly ChainLink[]): RuleOutcome[] {
  const u = node.result.standardUncertainty
  const lower = links.find((link) => {
    const from = setting.chain.nodes.get(link.from)
    if (u === undefined || from?.kind !== 'result') return false
    const stated = from.result.standardUncertainty
    return isComparable(from.result, node.result) && stated !== undefined && u < stated * (1 - 1e-9)
  })
  const upstream = lower && sourceOf(setting, lower)
  if (upstream === undefined) return []
  return [
    ruleOn('R12', node).warn(
      'below-upstream',
      'none',
      {
        en: `u is below that of ${upstream.label}; right for a mean or a ratio, else not.`,
        zh: `u 小于 ${upstream.label} 的 u；对均值或比值成立，否则不成立。`,
      },
      [certificateEvidence(node), upstream.evidence],
    ),
  ]
}

/** Absolute figures compare only for one kind and about one value: a 10 g weight may well have less than its 1 kg standard. */
const isComparable = (standard: ResultRecord, result: ResultRecord) =>
  standard.measurandKind === result.measurandKind &&
  Math.abs(standard.point.value - result.point.value) <= Math.abs(result.point.value) * 0.01
