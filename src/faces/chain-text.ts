import type { TraceabilityAnswer } from '#contract/types.ts'
import { roundForCertificate, roundTo } from '#metrology/quantity/rounding.ts'
import { tableOf } from './text-table.ts'

type Node = TraceabilityAnswer['nodes'][number]
type Link = TraceabilityAnswer['links'][number]
type Rung = TraceabilityAnswer['ladder'][number]

/** The chain above a result as a tree, the asked result first; what counts for nothing is told and marked. */
export function treeOf(answer: TraceabilityAnswer, published: ReadonlyMap<string, Published>): string[] {
  const subject = answer.nodes.find(({ level }) => level === 0)
  if (subject === undefined) return []
  const sources: Sources = {
    nodes: new Map(answer.nodes.map((node) => [node.id, node])),
    links: Map.groupBy(answer.links, ({ to }) => to),
    rungs: new Map(answer.ladder.map((rung) => [rung.node, rung])),
    published,
    told: new Set(),
  }
  return [...linesOf(subject, sources), ...branchesOf(subject, '', sources)]
}

/** What the registry says of a root beside its figures. */
export interface Published {
  readonly name: { readonly en?: string; readonly zh?: string }
  readonly source: string
}

interface Sources {
  readonly published: ReadonlyMap<string, Published>
  readonly nodes: ReadonlyMap<string, Node>
  readonly links: ReadonlyMap<string, readonly Link[]>
  readonly rungs: ReadonlyMap<string, Rung>
  /** A standard that two branches share is told once. */
  readonly told: Set<string>
}

function branchesOf(node: Node, lead: string, sources: Sources): string[] {
  const links = sources.links.get(node.id) ?? []
  return links.flatMap((link, i) => {
    const standard = sources.nodes.get(link.from)
    if (standard === undefined) return []
    const [branch, inner] = i === links.length - 1 ? ['└─ ', '   '] : ['├─ ', '│  ']
    const [first = '', ...rest] = linesOf(standard, sources)
    const mark = link.significant ? '' : '  (insignificant 影响可忽略)'
    if (sources.told.has(standard.id))
      return [`${lead}${branch}${link.input} ← ${first}${mark}  (as above 同上)`]
    sources.told.add(standard.id)
    const stem = sources.links.has(standard.id) ? '│ ' : '  '
    return [
      `${lead}${branch}${link.input} ← ${first}${mark}`,
      ...rest.map((line) => `${lead}${inner}${stem}${line}`),
      ...branchesOf(standard, lead + inner, sources),
    ]
  })
}

/** Level, certificate, holder; then value, U with its k, and the share of the variance of the asked result. */
function linesOf(node: Node, { rungs, published }: Sources): string[] {
  const { en, zh } = node.organization ?? { en: 'not known', zh: '未知' }
  const mark = node.end === 'root' ? 'root 参照对象 ' : ''
  const item = node.equipment === undefined ? '' : `, ${node.equipment}${componentOf(node)}`
  return [
    `[${node.level < 0 ? '–' : node.level}] ${mark}${node.label}${item}`,
    `${en} ${zh}`,
    ...rootLines(published.get(node.label)),
    `${valueOf(node, rungs.get(node.id))}, share 占方差 ${percent(node.share)}`,
  ]
}

const rootLines = (root: Published | undefined): string[] =>
  root === undefined
    ? []
    : [`${root.name.en ?? ''} ${root.name.zh ?? ''}`.trim(), `published 数据来源: ${root.source}`]

const componentOf = ({ component = 'main' }: Node) => (component === 'main' ? '' : `/${component}`)

function valueOf(node: Node, rung: Rung | undefined): string {
  const { estimate, unit = '1', expandedUncertainty: U = rung?.stated?.expandedUncertainty } = node
  const suffix = unit === '1' ? '' : ` ${unit}`
  if (estimate === undefined) return 'no value known 量值未知'
  if (U === undefined) return `${estimate}${suffix}`
  const rounded = roundForCertificate(estimate, U)
  const k = node.coverageFactor ?? rung?.coverageFactor
  const factor = k === undefined || k === null ? '' : ` (k = ${roundTo(k, 2)})`
  return `${rounded.value}${suffix}, U = ${rounded.expandedUncertainty}${suffix}${factor}`
}

/** A root may carry a millionth of the variance and still be the root. */
export function percent(share: number): string {
  if (share === 0) return '0 %'
  const inPercent = share * 100
  return inPercent >= 0.1 ? `${roundTo(inPercent, 1)} %` : `${inPercent.toExponential(0)} %`
}

/** What the uncertainty of every level means in the unit of the asked result. */
export function ladderOf(answer: TraceabilityAnswer): string[] {
  const rows = answer.ladder.map((rung) => [
    String(rung.level),
    rung.label,
    rung.expandedUncertainty === null ? '–' : `${twoDigits(rung.expandedUncertainty)} ${rung.unit}`,
    rung.coverageFactor === null ? '–' : roundTo(rung.coverageFactor, 2),
    rung.stated === null
      ? '–'
      : `${twoDigits(rung.stated.expandedUncertainty)}${rung.stated.unit === '1' ? '' : ` ${rung.stated.unit}`}`,
    rung.holder.en,
  ])
  return tableOf([['level', 'certificate 证书', 'U here 折合', 'k', 'U stated 证书给出', 'issuer'], ...rows])
}

function twoDigits(U: number): string {
  const text = roundForCertificate(0, U).expandedUncertainty
  return text.length > 9 ? U.toExponential(1) : text
}
