/** Whatever is pointed at or focused in a drawing lights all that it was made from, and all that was made with it. */
const boxAt = (event: Event): SVGElement | null =>
  event.target instanceof Element ? event.target.closest<SVGElement>('.graph [data-box]') : null

function reached(
  edges: readonly SVGElement[],
  start: string,
  from: 'from' | 'to',
  to: 'from' | 'to',
): Set<string> {
  const found = new Set([start])
  for (const name of found)
    for (const { dataset } of edges) if (dataset[from] === name && dataset[to]) found.add(dataset[to])
  return found
}

function light(box: SVGElement): void {
  const graph = box.closest('.graph')
  const name = box.dataset['box']
  if (!graph || name === undefined) return
  const edges = [...graph.querySelectorAll<SVGElement>('[data-from]')]
  const above = reached(edges, name, 'to', 'from')
  const below = reached(edges, name, 'from', 'to')
  graph.classList.add('lit')
  for (const each of graph.querySelectorAll<SVGElement>('[data-box]')) {
    const own = each.dataset['box'] ?? ''
    each.classList.toggle('on', above.has(own) || below.has(own))
  }
  for (const { dataset, classList } of edges) {
    const [from = '', to = ''] = [dataset['from'], dataset['to']]
    classList.toggle('on', (above.has(from) && above.has(to)) || (below.has(from) && below.has(to)))
  }
}

function darken(event: Event): void {
  const box = boxAt(event)
  if (box) box.closest('.graph')?.classList.remove('lit')
}

for (const kind of ['pointerover', 'focusin'])
  document.addEventListener(kind, (event) => {
    const box = boxAt(event)
    if (box) light(box)
  })
for (const kind of ['pointerout', 'focusout']) document.addEventListener(kind, darken)
