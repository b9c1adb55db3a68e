import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Layout, Sketch } from './layout.ts'

/** Reads like a circuit: edges leave on the right, enter on the left, and never run under a box. */
const options: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '12',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '32',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
}

export async function layoutBy(elk: ELK, sketch: Sketch): Promise<Layout> {
  const placed = await elk.layout(graphOf(sketch))
  const boxes = (placed.children ?? []).map(({ x = 0, y = 0 }) => ({ x, y }))
  const edges = (placed.edges ?? []).map(edgeOf)
  return { width: placed.width ?? 0, height: placed.height ?? 0, boxes, edges }
}

const graphOf = ({ boxes, edges }: Sketch): ElkNode => ({
  id: 'graph',
  layoutOptions: options,
  children: boxes.map(({ width, height, column }, i) => ({
    id: `n${i}`,
    width,
    height,
    layoutOptions: { 'elk.partitioning.partition': String(column) },
  })),
  edges: edges.map(({ from, to, label }, i) => ({
    id: `e${i}`,
    sources: [`n${from}`],
    targets: [`n${to}`],
    ...(label && {
      labels: [{ id: `l${i}`, text: ' ', ...label, layoutOptions: { 'elk.edgeLabels.placement': 'HEAD' } }],
    }),
  })),
})

function edgeOf({ sections = [], labels = [] }: ElkExtendedEdge): Layout['edges'][number] {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
  )
  const [label] = labels
  return { points, ...(label && { label: { x: label.x ?? 0, y: label.y ?? 0 } }) }
}
