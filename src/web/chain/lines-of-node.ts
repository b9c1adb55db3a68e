import type { TraceabilityNode } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { statedParts, statedResult } from '#faces/stated-result.ts'
import type { BoxLine } from '../graph/graph.ts'
import { metrics, roomForText } from '../graph/sketch.ts'
import { widthOf, wrapped } from '../graph/text-width.ts'
import { isWithheld, partsOf } from './parts-of-label.ts'
import { ruleName } from './rule-names.ts'
import type { NodeStanding } from './standing-of-node.ts'
import { chainWords } from './words.ts'

/** A finding says why in so many lines; the title and the rules below have all of it. */
const reasonLines = 4

/** What stands in a box: which result, of what, by whom, its value with U, and how it stands. */
export function linesOf(
  node: TraceabilityNode,
  standing: NodeStanding,
  language: PageLanguage,
): readonly BoxLine[] {
  const words = chainWords[language]
  const { number, result } = partsOf(node)
  const holder = node.organization?.[language]
  const lines: BoxLine[] = [
    { kind: 'number', text: result === undefined ? number : `${number} · ${result}` },
    ...(itemOf(node, language) === '' ? [] : [{ kind: 'item', text: itemOf(node, language) } as const]),
    ...(holder === undefined ? [] : [{ kind: 'holder', text: holder } as const]),
    ...figuresOf(node).map((text): BoxLine => ({ kind: 'figure', text })),
    { kind: 'status', text: statusOf(node, standing, language) },
  ]
  const [finding, ...others] = standing.findings
  if (!finding) return lines
  const reasons = wrapped(finding.message[language], metrics.reason.size, roomForText, reasonLines)
  const more =
    others.length > 0 ? [`${others.map(({ code }) => code).join(' ')} ${words.and(others.length)}`] : []
  return [...lines, ...[...reasons, ...more].map((text): BoxLine => ({ kind: 'reason', text }))]
}

export function itemOf(node: TraceabilityNode, language: PageLanguage): string {
  const words = chainWords[language]
  if (node.kind === 'unresolved') return words.unresolved
  if (isWithheld(partsOf(node).number)) return words.withheld
  if (node.equipment === undefined) return node.measurandKind ?? ''
  return node.component === undefined || node.component === 'main'
    ? node.equipment
    : `${node.equipment} / ${node.component}`
}

/** On one line with U, on two where that is too long: no digit is ever cut off. */
function figuresOf(node: TraceabilityNode): readonly string[] {
  const whole = statedResult(node)
  if (whole === '') return []
  return widthOf(whole, metrics.figure.size) <= roomForText ? [whole] : statedParts(node)
}

/** In words beside the strip: what was found, or until when it holds. */
export function statusOf(
  node: TraceabilityNode,
  { findings, due }: NodeStanding,
  language: PageLanguage,
): string {
  const words = chainWords[language]
  const [finding] = findings
  if (finding) return `${finding.code} ${ruleName(finding.code)[language]}`
  if (node.end === 'root') return words.root
  if (due !== undefined) return words.dueOn(due)
  return node.kind === 'result' ? words.noProgramme : words.unresolved
}

/** Everything that the box says, and what it had no room for. */
export function titleOf(node: TraceabilityNode, standing: NodeStanding, language: PageLanguage): string {
  const words = chainWords[language]
  const k = node.coverageFactor === undefined ? '' : `, k = ${Number(node.coverageFactor.toPrecision(3))}`
  const figure = statedResult(node)
  return [
    node.label,
    itemOf(node, language),
    node.organization?.[language] ?? '',
    figure === '' ? '' : figure + k,
    statusOf(node, standing, language),
    node.end === 'anchor' ? words.anchor : '',
    node.significant ? '' : words.faint,
    ...standing.findings.map(({ code, message }) => `${code}: ${message[language]}`),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
