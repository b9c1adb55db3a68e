import type { TraceabilityAnswer, TraceabilityLink, TraceabilityNode } from '#contract/types.ts'
import { percent } from '#faces/numbers.ts'
import type { PageLanguage } from '#faces/page.ts'
import { bundled, type Bundling } from '../graph/bundle.ts'
import { worstOf, type Box, type Column, type Edge, type Graph, type Tone } from '../graph/graph.ts'
import { columnsOf } from './columns.ts'
import { linesOf, titleOf } from './lines-of-node.ts'
import { isWithheld, pageOf, partsOf } from './parts-of-label.ts'
import { standingsOf, toneOfEffect, type NodeStanding } from './standing-of-node.ts'
import { chainWords } from './words.ts'

/** The whole chain as it is drawn: references left, the asked result right. */
export function chainGraph(answer: TraceabilityAnswer, language: PageLanguage): Graph {
  const { columnOf, count } = columnsOf(answer)
  const standings = standingsOf(answer)
  const uncertainties = statedBeside(answer)
  const boxes = answer.nodes.map((given, i): Box => {
    const node = { ...uncertainties.get(given.id), ...given }
    const standing = standings.get(node.id) ?? { tone: 'quiet', findings: [], due: undefined }
    const lines = linesOf(node, standing, language)
    return {
      id: node.id,
      kind: kindOf(node, i === 0),
      tone: standing.tone,
      column: columnOf.get(node.id) ?? 0,
      href: pageOf(node),
      lines,
      title: titleOf(node, standing, language),
      isFaint: !node.significant && standing.findings.length === 0,
      members: [],
    }
  })
  return {
    boxes,
    edges: edgesOf(answer, standings, language),
    columns: columnsHeaded(answer, columnOf, count, language),
  }
}

/** With more boxes than anybody reads, the ends that hang on the same results are one. */
export const bundledChain = (graph: Graph, language: PageLanguage): Graph =>
  bundled(graph, bundleIn(language))

const bundleIn = (language: PageLanguage): Bundling => ({
  isKept: ({ tone }) => tone === 'bad' || tone === 'suspect',
  bundleOf: (members) => {
    const words = chainWords[language]
    const good = members.filter(({ tone }) => tone === 'good' || tone === 'quiet').length
    const [first] = members
    const lines = [
      { kind: 'number', text: words.members(members.length) },
      { kind: 'item', text: members.map(({ lines: [line] }) => line?.text ?? '').join(', ') },
      { kind: 'status', text: words.membersOf(good, members.length - good) },
    ] as const
    return {
      id: `bundle:${first?.id ?? ''}`,
      tone: worstOf(members.map(({ tone }) => tone)),
      href: `#row-${first?.id ?? ''}`,
      lines,
      title: members.map(({ title }) => title).join('\n\n'),
      isFaint: members.every(({ isFaint }) => isFaint),
    }
  },
})

/** A reference has its U in the ladder only. */
function statedBeside({ ladder }: TraceabilityAnswer): ReadonlyMap<string, Partial<TraceabilityNode>> {
  return new Map(
    ladder.map(({ node, stated, coverageFactor: k }) => [
      node,
      {
        ...(stated && { expandedUncertainty: stated.expandedUncertainty }),
        ...(k !== null && { coverageFactor: k }),
      },
    ]),
  )
}

function kindOf(node: TraceabilityNode, isAsked: boolean): Box['kind'] {
  if (isWithheld(partsOf(node).number)) return 'withheld'
  if (isAsked) return 'subject'
  if (node.kind === 'reference') return 'reference'
  return node.kind === 'unresolved' ? 'unresolved' : 'result'
}

function edgesOf(
  { nodes, links }: TraceabilityAnswer,
  standings: ReadonlyMap<string, NodeStanding>,
  language: PageLanguage,
): Edge[] {
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]))
  const isBox = (id: string) => labelOf.has(id)
  return links
    .filter(({ from, to }) => isBox(from) && isBox(to))
    .map((link): Edge => {
      const found = findingOn(link, standings, labelOf)
      const share = link.share === null ? undefined : percent(link.share)
      const code = found ? `${found.code} ` : ''
      return {
        from: link.from,
        to: link.to,
        tone: found?.tone ?? (link.significant ? 'good' : 'quiet'),
        weight: weightOf(link.share),
        label: `${code}${link.input}${share === undefined ? '' : ` ${share}`}`,
        title: edgeTitle(
          link,
          { from: labelOf.get(link.from), to: labelOf.get(link.to), share, found },
          language,
        ),
        isFaint: !link.significant && !found,
      }
    })
}

interface FoundOnLink {
  readonly code: string
  readonly tone: Tone
  readonly message: { readonly en: string; readonly zh: string }
}

/** What breaks a link: a finding about its standard, or one about its result that names the standard. */
function findingOn(
  { from, to }: TraceabilityLink,
  standings: ReadonlyMap<string, NodeStanding>,
  labelOf: ReadonlyMap<string, string>,
): FoundOnLink | undefined {
  const number = (labelOf.get(from) ?? '').replace(/\/[^/]*$/, '')
  const found =
    standings.get(from)?.findings[0] ??
    standings.get(to)?.findings.find(({ evidence }) => evidence.some(({ id }) => id === number))
  return found && { code: found.code, tone: toneOfEffect(found.effect), message: found.message }
}

function edgeTitle(
  { input }: TraceabilityLink,
  about: {
    readonly from: string | undefined
    readonly to: string | undefined
    readonly share: string | undefined
    readonly found: FoundOnLink | undefined
  },
  language: PageLanguage,
): string {
  const words = chainWords[language]
  const { from = '', to = '', share, found } = about
  const told = share === undefined ? words.shareUnknown : words.share(share)
  const because = found ? `\n${found.code}: ${found.message[language]}` : ''
  return `${words.feeds(from, input, to)}: ${told}${because}`
}

const steps = [0.001, 0.005, 0.02, 0.06, 0.15, 0.3, 0.5, 0.75]

/** Nine widths: a part of a thousandth of u² is a hair, three quarters are a beam. */
export const weightOf = (share: number | null): number =>
  share === null ? 2 : 1 + steps.filter((step) => Math.abs(share) >= step).length

function columnsHeaded(
  { nodes }: TraceabilityAnswer,
  columnOf: ReadonlyMap<string, number>,
  count: number,
  language: PageLanguage,
): Column[] {
  const words = chainWords[language]
  const within = Map.groupBy(nodes, ({ id }) => columnOf.get(id) ?? 0)
  return Array.from({ length: count }, (_, i) => {
    const own = within.get(i) ?? []
    const isReferences = own.some(({ kind }) => kind === 'reference')
    const above = count - 1 - i
    const heading = isReferences ? words.nationalReferences : above === 0 ? words.asked : words.level(above)
    const holders = new Set(own.flatMap(({ organization }) => (organization ? [organization[language]] : [])))
    return { heading, holders: [...holders] }
  })
}
