import type { AnsweredNode, TraceabilityAnswer } from '../answer.ts'

/** Where to draw the chain: boxes by level, roots above; in units of one pixel at the size of ordinary text. */
export interface ChainLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export interface PlacedNode {
  readonly id: string
  readonly label: string
  readonly level: number
  /** Upper left corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly input: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const box = { width: 220, height: 72 }
const gap = { x: 28, y: 64 }
/** The way of a long edge through a level. */
const passageWidth = 12
/** A chain of more than this is not drawn around its boxes: its long edges run straight. */
const mostPassages = 20_000

interface Place {
  readonly key: string
  readonly level: number
  readonly width: number
  readonly node?: AnsweredNode
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly input: string
  /** Keys of the places it runs through, the standard first. */
  readonly through: readonly string[]
}

/** Sugiyama in small: longest-route levels, passages for long edges, order by the mean of the neighbours. Always the same. */
export function layoutOf({ nodes, links }: TraceabilityAnswer): ChainLayout {
  const level = levelsOf(nodes, links)
  const places: Place[] = nodes.map((node) => ({
    key: node.id,
    level: level.get(node.id) ?? 0,
    width: box.width,
    node,
  }))
  const { edges, passages } = routed(links, level)
  const layers = orderedLayers([...places, ...passages], edges)
  return placed(layers, edges)
}

/** In the answer every standard stands after the results that used it; a link against that order closes a cycle. */
function levelsOf(nodes: TraceabilityAnswer['nodes'], links: TraceabilityAnswer['links']) {
  const position = new Map(nodes.map((node, i) => [node.id, i]))
  const into = Map.groupBy(links, (link) => link.to)
  const level = new Map(nodes.map((node) => [node.id, 0]))
  for (const { id } of nodes)
    for (const { from } of into.get(id) ?? []) {
      if ((position.get(from) ?? -1) <= (position.get(id) ?? 0)) continue
      level.set(from, Math.max(level.get(from) ?? 0, (level.get(id) ?? 0) + 1))
    }
  return level
}

function routed(links: TraceabilityAnswer['links'], level: ReadonlyMap<string, number>) {
  const known = links.filter(({ from, to }) => level.has(from) && level.has(to))
  const spans = known.map(({ from, to }) => (level.get(from) ?? 0) - (level.get(to) ?? 0))
  const isDrawnAround = spans.reduce((sum, span) => sum + Math.max(0, span - 1), 0) <= mostPassages
  const passages: Place[] = []
  const edges = known.map(({ from, to, input }, i): Edge => {
    const above = level.get(from) ?? 0
    const crossed = isDrawnAround ? Math.max(0, (spans[i] ?? 1) - 1) : 0
    const between = Array.from({ length: crossed }, (_, n) => ({
      key: `${i}:${n}`,
      level: above - 1 - n,
      width: passageWidth,
    }))
    passages.push(...between)
    return { from, to, input, through: [from, ...between.map((one) => one.key), to] }
  })
  return { edges, passages }
}

const sweeps = 4

/** Up and down in turn, each level in the order of the mean positions of what it is joined to. */
function orderedLayers(places: readonly Place[], edges: readonly Edge[]): Place[][] {
  const layers: Place[][] = []
  for (const place of places) (layers[place.level] ??= []).push(place)
  const neighbours = new Map<string, string[]>(places.map(({ key }) => [key, []]))
  for (const { through } of edges)
    for (const [i, key] of through.entries()) {
      const next = through[i + 1]
      if (next === undefined) continue
      neighbours.get(key)?.push(next)
      neighbours.get(next)?.push(key)
    }
  const levelOf = new Map(places.map(({ key, level }) => [key, level]))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isUp = sweep % 2 === 0
    const order = layers.map((_, i) => (isUp ? i : layers.length - 1 - i))
    for (const i of order.slice(1)) {
      const beside = i + (isUp ? -1 : 1)
      const position = new Map((layers[beside] ?? []).map(({ key }, at) => [key, at]))
      layers[i] = byMean(layers[i] ?? [], (key) =>
        (neighbours.get(key) ?? [])
          .filter((one) => levelOf.get(one) === beside)
          .map((one) => position.get(one) ?? 0),
      )
    }
  }
  return layers
}

/** What is joined to nothing keeps its place. */
function byMean(layer: readonly Place[], positionsOf: (key: string) => readonly number[]): Place[] {
  const weighed = layer.map((place, at) => {
    const positions = positionsOf(place.key)
    const mean = positions.reduce((sum, one) => sum + one, 0) / positions.length
    return { place, weight: positions.length === 0 ? at : mean }
  })
  return weighed.toSorted((a, b) => a.weight - b.weight).map(({ place }) => place)
}

const widthOf = (layer: readonly Place[]) =>
  layer.reduce((sum, one) => sum + one.width, 0) + gap.x * Math.max(0, layer.length - 1)

function placed(layers: readonly Place[][], edges: readonly Edge[]): ChainLayout {
  const width = Math.max(0, ...layers.map(widthOf))
  const topOf = (level: number) => (layers.length - 1 - level) * (box.height + gap.y)
  const nodes: PlacedNode[] = []
  const middle = new Map<string, { readonly x: number; readonly y: number; readonly isBox: boolean }>()
  for (const [level, layer] of layers.entries()) {
    let x = (width - widthOf(layer)) / 2
    const y = topOf(level)
    for (const { key, node, width: own } of layer) {
      middle.set(key, { x: x + own / 2, y: y + box.height / 2, isBox: node !== undefined })
      if (node) nodes.push({ id: node.id, label: node.label, level, x, y, ...box })
      x += own + gap.x
    }
  }
  const height = layers.length === 0 ? 0 : topOf(0) + box.height
  const joined = edges.map(({ from, to, input, through }) => {
    const centres = through.map((key) => middle.get(key)).filter((one) => one !== undefined)
    return { from, to, input, points: centres.flatMap((one, i) => pointsAt(one, i, centres.length)) }
  })
  return { width, height, nodes, edges: joined }
}

/** An edge leaves its standard below and enters its result above; through a level it runs straight down. */
function pointsAt({ x, y }: { readonly x: number; readonly y: number }, i: number, length: number) {
  const [top, bottom] = [
    { x, y: y - box.height / 2 },
    { x, y: y + box.height / 2 },
  ]
  if (i === 0) return [bottom]
  return i === length - 1 ? [top] : [top, bottom]
}
