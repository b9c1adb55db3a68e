import type { Box, Edge, Graph } from './graph.ts'

/** Beyond this a drawing is bundled, and beyond the other it is drawn branch by branch. */
export const bundledBeyond = 60
export const branchedBeyond = 120

/** How the bundle of these boxes is called, and what it leads to. */
export interface Bundling {
  readonly bundleOf: (members: readonly Box[]) => Omit<Box, 'column' | 'kind' | 'members'>
  /** What keeps a box of its own, whatever it hangs on. */
  readonly isKept: (box: Box) => boolean
}

/**
 * Two or three hundred boxes are legible to nobody. Ends of the drawing that hang on the same boxes become one, which says
 * how many they are and how they stand.
 */
export function bundled(graph: Graph, { bundleOf, isKept }: Bundling): Graph {
  if (graph.boxes.length <= bundledBeyond) return graph
  const groups = [...Map.groupBy(endsOf(graph, isKept), ({ key }) => key).values()]
    .map((group) => group.map(({ box }) => box))
    .filter((group) => group.length > 1)
  const bundles = groups.map((members): Box => {
    const column = members[0]?.column ?? 0
    return { ...bundleOf(members), kind: 'bundle', column, members: members.map(({ id }) => id) }
  })
  const nameOf = new Map(bundles.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  return {
    columns: graph.columns,
    boxes: [...graph.boxes.filter(({ id }) => !nameOf.has(id)), ...bundles],
    edges: merged(graph.edges, nameOf),
  }
}

/** What nothing stands behind, or nothing before, by the boxes it hangs on. */
function endsOf(
  { boxes, edges }: Graph,
  isKept: Bundling['isKept'],
): { readonly key: string; readonly box: Box }[] {
  const above = Map.groupBy(edges, ({ to }) => to)
  const below = Map.groupBy(edges, ({ from }) => from)
  return boxes.flatMap((box) => {
    const [before, behind] = [above.get(box.id) ?? [], below.get(box.id) ?? []]
    const isBetween = before.length > 0 && behind.length > 0
    if (box.kind === 'subject' || isBetween || isKept(box)) return []
    const neighbours = [...new Set([...before.map(({ from }) => from), ...behind.map(({ to }) => to)])].sort()
    return neighbours.length === 0 ? [] : [{ key: JSON.stringify([box.column, neighbours]), box }]
  })
}

/** Between two boxes of the drawing there is one edge where one of them is a bundle: the heaviest. */
function merged(edges: readonly Edge[], nameOf: ReadonlyMap<string, string>): Edge[] {
  const kept: Edge[] = []
  const ofBundles = new Map<string, Edge>()
  for (const edge of edges) {
    const [from, to] = [nameOf.get(edge.from) ?? edge.from, nameOf.get(edge.to) ?? edge.to]
    if (from === edge.from && to === edge.to) {
      kept.push(edge)
      continue
    }
    const key = JSON.stringify([from, to])
    const known = ofBundles.get(key)
    if (known && known.weight >= edge.weight) continue
    ofBundles.set(key, { ...edge, from, to, label: '' })
  }
  return [...kept, ...ofBundles.values()]
}

/** The boxes from which this one is made, and those that are made with it. */
export function branchThrough(graph: Graph, id: string): Graph {
  const kept = new Set([...reached(graph.edges, id, 'up'), ...reached(graph.edges, id, 'down')])
  return {
    columns: graph.columns,
    boxes: graph.boxes.filter((box) => kept.has(box.id)),
    edges: graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  }
}

function reached(edges: readonly Edge[], start: string, way: 'up' | 'down'): ReadonlySet<string> {
  const next = Map.groupBy(edges, ({ from, to }) => (way === 'up' ? to : from))
  const found = new Set([start])
  for (const id of found) for (const { from, to } of next.get(id) ?? []) found.add(way === 'up' ? from : to)
  return found
}

/** With more boxes than a screen holds, each says which it is and how it stands; its title says the rest. */
export function compact(graph: Graph): Graph {
  if (graph.boxes.length <= compactBeyond) return graph
  return {
    ...graph,
    boxes: graph.boxes.map((box) => ({ ...box, lines: box.lines.filter(({ kind }) => essential.has(kind)) })),
  }
}

const compactBeyond = 40
const essential: ReadonlySet<string> = new Set(['number', 'status', 'reason'])
