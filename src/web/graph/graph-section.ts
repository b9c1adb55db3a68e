import { html } from 'hono/html'
import { when } from '../ground/html.ts'
import type { Html, Visit } from '../ground/page-route.ts'
import { withQuery } from '../ground/preferences.ts'
import { branchedBeyond, branchThrough, compact } from './bundle.ts'
import { drawingOf } from './draw.ts'
import { tones, type Graph, type Tone } from './graph.ts'
import { layoutOf } from './layout/layouts.ts'
import { sign } from './sign.ts'
import { sketchOf } from './sketch.ts'

export interface GraphWords {
  readonly graph: string
  readonly legend: string
  readonly tones: Readonly<Record<Tone, string>>
  readonly tooMany: (boxes: number) => string
  readonly notDrawn: string
  readonly branches: string
  readonly wholeChain: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fit: string
}

export interface Asked {
  /** Bundled already. */
  readonly graph: Graph
  readonly label: string
  /** The box from which branches are told: the asked result, or the standard. */
  readonly stem: string
  /** The box that is to be seen first, where the drawing is larger than the screen. */
  readonly begin: string
  readonly words: GraphWords
}

export interface Shown {
  /** More boxes than anybody reads: the table comes first, the drawing branch by branch. */
  readonly isTooLarge: boolean
  readonly content: Html
}

/** The drawing in a box that scrolls inside itself, or the branches of which each can be drawn. */
export async function graphSection(
  visit: Visit,
  { graph, label, stem, begin, words }: Asked,
): Promise<Shown> {
  const branch = visit.url.searchParams.get('branch')
  const isBranch = branch !== null && graph.boxes.some(({ id }) => id === branch)
  const shown = compact(isBranch ? branchThrough(graph, branch) : graph)
  const isTooLarge = shown.boxes.length > branchedBeyond
  const layout = isTooLarge ? undefined : await layoutOf(sketchOf(shown))
  const said = isTooLarge ? words.tooMany(shown.boxes.length) : words.notDrawn
  const content = html`${when(
    isTooLarge || isBranch,
    () =>
      html`${when(isTooLarge, () => html`<p>${said}</p>`)}${branchesOf(visit, graph, isBranch ? branch : stem, words)}`,
  )}
  ${
    layout === undefined
      ? when(!isTooLarge, () => html`<p class="note caution">${said}</p>`)
      : html`<div class="graph-tools" data-graph-tools hidden>
            <button type="button" class="second" data-zoom="in" aria-label="${words.zoomIn}">+</button>
            <button type="button" class="second" data-zoom="out" aria-label="${words.zoomOut}">−</button>
            <button type="button" class="second" data-zoom="fit">${words.fit}</button>
          </div>
          <div class="canvas" tabindex="0" role="region" aria-label="${label}">
            ${drawingOf({ graph: shown, layout, label, id: 'graph', begin })}
          </div>
          ${legendOf(shown, words)}`
  }`
  return { isTooLarge, content }
}

function branchesOf(visit: Visit, { boxes, edges }: Graph, from: string, words: GraphWords): Html {
  const beside = new Set(
    edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])),
  )
  const isChosen = visit.url.searchParams.has('branch')
  return html`<nav class="branches" aria-label="${words.branches}">
    <h3>${words.branches}</h3>
    <ul>
      ${when(isChosen, () => html`<li><a href="${withQuery(visit.url, { branch: undefined })}">${words.wholeChain}</a></li>`)}
      ${boxes
        .filter(({ id, kind }) => beside.has(id) && kind !== 'bundle')
        .map(
          ({ id, tone, lines }) =>
            html`<li>
              <span class="${tone}">${sign(tone)}</span>
              <a href="${withQuery(visit.url, { branch: id })}">${lines[0]?.text}</a>
            </li>`,
        )}
    </ul>
  </nav>`
}

function legendOf({ boxes }: Graph, words: GraphWords): Html {
  const used = tones.filter((tone) => boxes.some((box) => box.tone === tone))
  return html`<ul class="legend" aria-label="${words.legend}">
    ${used.map((tone) => html`<li><span class="${tone}">${sign(tone)}</span> ${words.tones[tone]}</li>`)}
  </ul>`
}
