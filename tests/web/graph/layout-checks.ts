import type { Graph } from '../../../src/web/graph/graph.ts'
import type { Layout, Point } from '../../../src/web/graph/layout/layout.ts'
import { boxWidth, heightOf } from '../../../src/web/graph/sketch.ts'

interface Area {
  readonly id: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const areasOf = ({ boxes }: Graph, layout: Layout): readonly Area[] =>
  boxes.map(({ id, lines }, i) => {
    const { x, y } = layout.boxes[i] ?? { x: 0, y: 0 }
    return { id, left: x, right: x + boxWidth, top: y, bottom: y + heightOf(lines) }
  })

/** Pairs of boxes that lie on each other. */
export const overlaps = (areas: readonly Area[]): readonly string[] =>
  areas.flatMap((a, i) =>
    areas
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.id} on ${b.id}`),
  )

/** Edges that run through the inside of a box. */
export function hiddenEdges({ edges }: Graph, layout: Layout, areas: readonly Area[]): readonly string[] {
  return edges.flatMap(({ from, to }, i) => {
    const points = layout.edges[i]?.points ?? []
    return points
      .slice(1)
      .flatMap((end, at) =>
        areas
          .filter((area) => runsThrough(points[at] ?? end, end, area))
          .map(({ id }) => `${from} → ${to} under ${id}`),
      )
  })
}

const touch = 0.5

function runsThrough(a: Point, b: Point, { left, right, top, bottom }: Area): boolean {
  const [x1, x2] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [y1, y2] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return x2 > left + touch && x1 < right - touch && y2 > top + touch && y1 < bottom - touch
}
