import type { AnsweredNode, TraceabilityAnswer } from '../answer.ts'

/**
 * From the asked result up by the input that carries most of the variance at each step: what a person draws first. In the
 * answer every standard stands after the results that used it, so a link that runs the other way closes a cycle.
 */
export function mainRoute(answer: TraceabilityAnswer): AnsweredNode[] {
  const position = new Map(answer.nodes.map((node, i) => [node.id, i]))
  const into = Map.groupBy(answer.links, (link) => link.to)
  const route: AnsweredNode[] = []
  for (let at = answer.nodes[0]; at !== undefined;) {
    route.push(at)
    const here = position.get(at.id) ?? 0
    const [largest] = (into.get(at.id) ?? [])
      .filter((link) => link.significant && (position.get(link.from) ?? -1) > here)
      .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0) || (a.from < b.from ? -1 : 1))
    at = largest && answer.nodes[position.get(largest.from) ?? -1]
  }
  return route
}
