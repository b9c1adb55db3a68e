import type { TraceabilityAnswer, TraceabilityNode } from '#contract/types.ts'
import type { PageLanguage } from '#faces/page.ts'
import { itemOf, statusOf } from './lines-of-node.ts'
import { standingsOf, type NodeStanding } from './standing-of-node.ts'

export interface LinkOfRow {
  readonly to: string
  readonly input: string
  readonly share: number | null
}

/** A node with what it enters: the drawing, line by line. */
export interface ChainRow {
  readonly node: TraceabilityNode
  readonly standing: NodeStanding
  readonly item: string
  readonly state: string
  readonly links: readonly LinkOfRow[]
}

const unknown: NodeStanding = { tone: 'quiet', findings: [], due: undefined }

export function chainRows(answer: TraceabilityAnswer, language: PageLanguage): readonly ChainRow[] {
  const standings = standingsOf(answer)
  const labelOf = new Map(answer.nodes.map(({ id, label }) => [id, label]))
  const linksOf = Map.groupBy(answer.links, ({ from }) => from)
  const stated = new Map(answer.ladder.map((rung) => [rung.node, rung]))
  return answer.nodes.map((given) => {
    const rung = stated.get(given.id)
    const U = rung?.stated?.expandedUncertainty
    const node = { ...(U !== undefined && { expandedUncertainty: U }), ...given }
    const standing = standings.get(node.id) ?? unknown
    return {
      node,
      standing,
      item: itemOf(node, language),
      state: statusOf(node, standing, language),
      links: (linksOf.get(node.id) ?? []).map(({ to, input, share }) => ({
        to: labelOf.get(to) ?? to,
        input,
        share,
      })),
    }
  })
}
