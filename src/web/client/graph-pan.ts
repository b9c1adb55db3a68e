/** Larger, smaller, the whole drawing; and a mouse drags it. Sizes are attributes: a strict policy allows no styles. */
const sizes = new WeakMap<Element, number>()

function zoom(graph: SVGSVGElement, factor: number): void {
  sizes.set(graph, factor)
  for (const each of [graph, graph.previousElementSibling]) {
    if (!(each instanceof SVGSVGElement)) continue
    const { width, height } = each.viewBox.baseVal
    each.setAttribute('width', String(Math.round(width * factor)))
    each.setAttribute('height', String(Math.round(height * factor)))
  }
}

const fitting = (graph: SVGSVGElement, canvas: Element): number =>
  Math.min(1, (canvas.clientWidth - 26) / graph.viewBox.baseVal.width)

/** Begins where the page says: at what is wrong, at the asked result, at the standard. */
function begin(canvas: HTMLElement): void {
  const graph = canvas.querySelector<SVGSVGElement>('.graph')
  if (!graph) return
  const box = graph.querySelector('.begin') ?? graph.querySelector('.subject')
  if (!box) return
  const [inner, outer] = [box.getBoundingClientRect(), canvas.getBoundingClientRect()]
  canvas.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
  canvas.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
}

function prepare(): void {
  for (const tools of document.querySelectorAll<HTMLElement>('[data-graph-tools]')) tools.hidden = false
  for (const canvas of document.querySelectorAll<HTMLElement>('.canvas')) begin(canvas)
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-zoom]') : null
  const canvas = button?.parentElement?.nextElementSibling
  const graph = canvas?.querySelector<SVGSVGElement>('.graph')
  if (!button || !canvas || !graph) return
  const now = sizes.get(graph) ?? 1
  const wanted =
    { in: now * 1.25, out: now / 1.25, fit: fitting(graph, canvas) }[button.dataset['zoom'] ?? 'fit'] ?? 1
  zoom(graph, Math.min(3, Math.max(0.15, wanted)))
})

let dragged: { readonly canvas: HTMLElement; readonly x: number; readonly y: number } | undefined
document.addEventListener('pointerdown', (event) => {
  const { target, pointerType, button, clientX, clientY } = event
  const canvas = target instanceof Element ? target.closest<HTMLElement>('.canvas') : null
  if (!canvas || pointerType !== 'mouse' || button !== 0 || (target as Element).closest('a')) return
  dragged = { canvas, x: clientX + canvas.scrollLeft, y: clientY + canvas.scrollTop }
  event.preventDefault()
})
document.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!dragged) return
  dragged.canvas.scrollLeft = dragged.x - clientX
  dragged.canvas.scrollTop = dragged.y - clientY
})
document.addEventListener('pointerup', () => {
  dragged = undefined
})

prepare()
document.addEventListener('graph-drawn', prepare)
