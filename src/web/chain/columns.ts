import type { TraceabilityAnswer } from '#contract/types.ts'

/**
 * Where each node of the chain stands, from left to right: every reference in the first column, every result as far left of
 * the asked one as its longest route is long. A link that closes a loop moves nobody.
 */
export function columnsOf({ nodes, links }: Pick<TraceabilityAnswer, 'nodes' | 'links'>): {
  readonly columnOf: ReadonlyMap<string, number>
  readonly count: number
} {
  const steps = stepsTo(nodes, links)
  const isReference = new Map(nodes.map(({ id, kind }) => [id, kind === 'reference']))
  const results = nodes.filter(({ id }) => isReference.get(id) !== true)
  const farthest = Math.max(0, ...results.map(({ id }) => steps.get(id) ?? 0))
  const offset = results.length < nodes.length ? 1 : 0
  const columnOf = nodes.map(({ id }): [string, number] => [
    id,
    isReference.get(id) === true ? 0 : offset + farthest - (steps.get(id) ?? 0),
  ])
  return { columnOf: new Map(columnOf), count: nodes.length === 0 ? 0 : offset + farthest + 1 }
}

/** In the answer every standard stands after the results that used it; a link against that order closes a cycle. */
export function stepsTo(
  nodes: TraceabilityAnswer['nodes'],
  links: TraceabilityAnswer['links'],
): ReadonlyMap<string, number> {
  const position = new Map(nodes.map(({ id }, i) => [id, i]))
  const into = Map.groupBy(links, ({ to }) => to)
  const steps = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { id } of nodes)
    for (const { from } of into.get(id) ?? []) {
      if ((position.get(from) ?? -1) <= (position.get(id) ?? 0)) continue
      steps.set(from, Math.max(steps.get(from) ?? 0, (steps.get(id) ?? 0) + 1))
    }
  return steps
}
