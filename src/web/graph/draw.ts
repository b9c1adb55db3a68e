import { html } from 'hono/html'
import type { Html } from '../ground/page-route.ts'
import type { Box, Column, Edge, Graph } from './graph.ts'
import type { Layout, Point } from './layout/layout.ts'
import { pathOf, tenths } from './path.ts'
import { signAt, signWidth } from './sign.ts'
import { boxWidth, heightOf, inset, labelSize, metrics, roomForText } from './sketch.ts'
import { fitted } from './text-width.ts'

/** Room for the headings of the columns, which stay in sight while the drawing is scrolled. */
const headroom = 44
const margin = 2

export interface Drawn {
  readonly graph: Graph
  readonly layout: Layout
  /** What the drawing is of. */
  readonly label: string
  readonly id: string
  /** The box that is to be seen first. */
  readonly begin: string
}

/** The drawing of a graph: classes only, so that it follows the sheet of styles; its boxes are links. */
export function drawingOf({ graph, layout, label, id, begin }: Drawn): Html {
  const place = new Map(graph.boxes.map((box, i) => [box.id, i]))
  const nameOf = (boxId: string) => `${id}-${place.get(boxId) ?? 0}`
  const width = Math.ceil(layout.width) + 2 * margin
  const height = Math.ceil(layout.height) + 2 * margin
  return html`<svg
      class="graph-heads"
      role="group"
      aria-label="${label}"
      width="${width}"
      height="${headroom}"
      viewBox="0 0 ${width} ${headroom}"
    >
      ${headsOf(graph, layout)}
    </svg>
    <svg
      class="graph"
      id="${id}"
      role="group"
      aria-label="${label}"
      width="${width}"
      height="${height}"
      viewBox="0 0 ${width} ${height}"
    >
      <g transform="translate(${margin} ${margin})">
        <g class="edges">
          ${graph.edges.map((edge, i) => edgeOf(edge, layout.edges[i]?.points ?? [], nameOf))}
        </g>
        ${graph.boxes.map((box, i) => boxOf(box, layout.boxes[i] ?? { x: 0, y: 0 }, { name: nameOf(box.id), isBegin: box.id === begin }))}
        <g class="figures" aria-hidden="true">
          ${graph.edges.map((edge, i) => labelOf(edge, layout.edges[i]?.label, nameOf))}
        </g>
      </g>
    </svg>`
}

function headsOf({ boxes, columns }: Graph, layout: Layout): readonly Html[] {
  return columns.map((column, i) => {
    const places = layout.boxes.filter((_, at) => boxes[at]?.column === i)
    if (places.length === 0) return html``
    return headOf(column, Math.min(...places.map(({ x }) => x)) + margin)
  })
}

const headOf = ({ heading, holders }: Column, x: number): Html => {
  const told = holders.length > 1 ? `${holders[0]} +${holders.length - 1}` : (holders[0] ?? '')
  return html`<g class="head">
    <title>${[heading, ...holders].join('\n')}</title>
    <text class="heading" x="${tenths(x)}" y="16">${fitted(heading, 13, boxWidth)}</text>
    <text class="holders" x="${tenths(x)}" y="33">${fitted(told, 11.5, boxWidth)}</text>
  </g>`
}

function edgeOf(edge: Edge, points: readonly Point[], nameOf: (id: string) => string): Html {
  const path = pathOf(points)
  const faint = edge.isFaint ? ' faint' : ''
  return html`<g
    class="edge ${edge.tone}${faint}"
    data-from="${nameOf(edge.from)}"
    data-to="${nameOf(edge.to)}"
  >
    <title>${edge.title}</title>
    <path class="near" d="${path}" />
    <path class="line w${edge.weight}" d="${path}" />
  </g>`
}

function labelOf(edge: Edge, place: Point | undefined, nameOf: (id: string) => string): Html {
  const { label, tone, isFaint, weight } = edge
  if (label === '' || place === undefined) return html``
  const below = Math.max(0, weight - 6)
  return html`<text
    class="figure ${tone}${isFaint ? ' faint' : ''}"
    data-from="${nameOf(edge.from)}"
    data-to="${nameOf(edge.to)}"
    x="${tenths(place.x + 2)}"
    y="${tenths(place.y + labelSize.line - 3 + below)}"
    >${subscripted(label)}</text
  >`
}

/** `R_S 9.0 %`: the index of the quantity stands below its line. */
function subscripted(label: string): Html {
  const [, before, index, behind] = /^(.*?)_([^\s_]+)(.*)$/.exec(label) ?? []
  if (before === undefined) return html`${label}`
  return html`${before}<tspan class="index" dy="2.5">${index}</tspan><tspan dy="-2.5">${behind}</tspan>`
}

function boxOf(
  box: Box,
  { x, y }: Point,
  { name, isBegin }: { readonly name: string; readonly isBegin: boolean },
): Html {
  const height = heightOf(box.lines)
  const inside = html`<title>${box.title}</title>
    <rect class="ground" width="${boxWidth}" height="${tenths(height)}" rx="5" />
    <path class="strip" d="M6 0H5A5 5 0 0 0 0 5V${tenths(height - 5)}A5 5 0 0 0 5 ${tenths(height)}H6Z" />
    ${linesOf(box)}`
  const classes = `box ${box.kind} ${box.tone}${box.isFaint ? ' faint' : ''}${isBegin ? ' begin' : ''}`
  const at = `translate(${tenths(x)} ${tenths(y)})`
  return box.href === undefined
    ? html`<g class="${classes}" data-box="${name}" transform="${at}">${inside}</g>`
    : html`<a class="${classes}" data-box="${name}" href="${box.href}" transform="${at}">${inside}</a>`
}

function linesOf({ lines, tone }: Box): readonly Html[] {
  let y = inset.top
  return lines.map(({ kind, text }) => {
    const { size, line } = metrics[kind]
    const base = y + size + 1
    y += line
    const isStatus = kind === 'status'
    const x = isStatus ? inset.left + signWidth : inset.left
    return html`${isStatus ? signAt(tone, inset.left, base - size + 2) : ''}<text
        class="${kind}"
        x="${x}"
        y="${tenths(base)}"
        >${fitted(text, size, roomForText - (isStatus ? signWidth : 0))}</text
      >`
  })
}
