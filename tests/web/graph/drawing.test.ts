import Elk from 'elkjs/lib/elk.bundled.js'
import { array, assert, asyncProperty, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledChain, chainGraph } from '../../../src/web/chain/chain-graph.ts'
import { chainCsv } from '../../../src/web/chain/chain-csv.ts'
import { tableSection } from '../../../src/web/chain/table-section.ts'
import { nothing } from '../../../src/web/ground/html.ts'
import { branchedBeyond, branchThrough, compact } from '../../../src/web/graph/bundle.ts'
import { drawingOf } from '../../../src/web/graph/draw.ts'
import type { Graph } from '../../../src/web/graph/graph.ts'
import { layoutBy } from '../../../src/web/graph/layout/elk-layout.ts'
import { layoutOf } from '../../../src/web/graph/layout/layouts.ts'
import { metrics, roomForText, sketchOf } from '../../../src/web/graph/sketch.ts'
import { fitted, widthOf, wrapped } from '../../../src/web/graph/text-width.ts'
import { broken, chainOf } from '../chain/chains-of-the-tests.ts'
import { areasOf, hiddenEdges, overlaps } from './layout-checks.ts'

const placed = async (graph: Graph) => {
  const layout = await layoutOf(sketchOf(graph))
  if (!layout) throw new Error('A layout was made in time')
  return layout
}
const drawn = async (graph: Graph) =>
  String(drawingOf({ graph, layout: await placed(graph), label: 'The chain', id: 'graph', begin: '' }))

const pyramid = chainOf({ results: 18, references: 3, uses: (i) => [2 * i + 1, 2 * i + 2, 19 + (i % 2)] })
/** A mean of 262 weights, each from one or two of 28 standards, those from nine, and three references above. */
const wide = chainOf({
  results: 300,
  references: 3,
  uses: (i) => {
    if (i === 0) return Array.from({ length: 262 }, (_, n) => n + 1)
    if (i <= 262) return i % 7 === 0 ? [263 + (i % 28), 263 + ((i * 5) % 28)] : [263 + (i % 28)]
    return i <= 290 ? [291 + (i % 9)] : [300 + (i % 3)]
  },
})

const chains = record({
  results: integer({ min: 1, max: 14 }),
  references: integer({ min: 1, max: 3 }),
}).chain(({ results, references }) =>
  array(array(integer({ min: 1, max: results + references }), { minLength: 1, maxLength: 3 }), {
    minLength: results,
    maxLength: results,
  }).map((uses) => chainOf({ results, references, uses: (i) => uses[i] ?? [] })),
)

describe('the drawing of a chain', () => {
  it('is the same for the same chain, on any thread', async () => {
    const sketch = sketchOf(chainGraph(pyramid, 'en'))
    const [a, b, c] = await Promise.all([
      layoutBy(new Elk.default(), sketch),
      layoutBy(new Elk.default(), sketch),
      layoutOf(sketch),
    ])
    expect(b).toEqual(a)
    expect(c).toEqual(a)
  })

  it('has every result and every link of the answer, and so have the table and the file', async () => {
    await assert(
      asyncProperty(chains, async (answer) => {
        const svg = await drawn(chainGraph(answer, 'en'))
        expect(svg.match(/data-box=/g) ?? []).toHaveLength(answer.nodes.length)
        expect(svg.match(/class="edge /g) ?? []).toHaveLength(answer.links.length)
        const table = String(tableSection(answer, 'en', nothing))
        const file = chainCsv(answer, 'en')
        for (const { id, label } of answer.nodes) {
          expect(table).toContain(`id="row-${id}"`)
          expect(file).toContain(label)
        }
        expect(table.match(/<li>\s*<code>/g) ?? []).toHaveLength(answer.links.length)
      }),
      { numRuns: 25 },
    )
  })

  it('never lets an edge run under a box, nor a box lie on another, and reads from left to right', async () => {
    await assert(
      asyncProperty(chains, async (answer) => {
        const graph = chainGraph(answer, 'zh')
        const layout = await placed(graph)
        const areas = areasOf(graph, layout)
        expect(overlaps(areas)).toEqual([])
        expect(hiddenEdges(graph, layout, areas)).toEqual([])
        for (const [i, { column }] of graph.boxes.entries())
          for (const [j, other] of graph.boxes.entries())
            if (column < other.column) expect(areas[i]?.right).toBeLessThan(areas[j]?.left ?? 0)
      }),
      { numRuns: 25 },
    )
  })

  it('follows the sheet of styles: no colour, no width and no script stands in it', async () => {
    const svg = await drawn(chainGraph(broken(pyramid, 'result-3', '"><script>alert(1)</script>'), 'en'))
    expect(svg).not.toMatch(/\s(?:style|fill|stroke|stroke-width|onclick)=/)
    expect(svg).not.toContain('<script')
    expect(svg).toContain('role="group"')
  })

  it('says the rule that breaks a link at the box and at the link', async () => {
    const message = 'Revoked from the beginning: the bath was at 20 °C'
    const svg = await drawn(chainGraph(broken(pyramid, 'result-3', message), 'en'))
    expect(svg).toMatch(/class="edge bad"[^>]*>\s*<title>[^<]*R03: Revoked from the beginning/)
    expect(svg).toContain('R03 certificate in force')
    expect(svg).toMatch(/class="reason"[^>]*>Revoked from the/)
  })

  it('shows what is not public without a way to it', () => {
    const masked = {
      ...pyramid,
      nodes: pyramid.nodes.map((node) =>
        node.id === 'result-1' ? { ...node, label: 'withheld-1/r1' } : node,
      ),
    }
    const box = chainGraph(masked, 'en').boxes.find(({ id }) => id === 'result-1')
    expect(box).toMatchObject({ kind: 'withheld', href: undefined })
  })
})

describe('a drawing of three hundred results', () => {
  const whole = chainGraph(wide, 'zh')
  const bundle = bundledChain(whole, 'zh')

  it('bundles the ends that hang on the same results, and loses none', () => {
    const ends = chainOf({ results: 2, references: 90, uses: (i) => (i === 0 ? [1, 2, 3] : wideUses) })
    const graph = bundledChain(chainGraph(ends, 'en'), 'en')
    const members = graph.boxes.flatMap(({ members: own }) => own)
    const apart = graph.boxes.filter(({ members: own }) => own.length === 0).map(({ id }) => id)
    expect(graph.boxes.length).toBeLessThan(8)
    expect([...members, ...apart].toSorted()).toEqual(ends.nodes.map(({ id }) => id).toSorted())
  })

  it('is drawn branch by branch where it stays too large', async () => {
    expect(bundle.boxes.length).toBeGreaterThan(branchedBeyond)
    const branch = compact(branchThrough(bundle, 'result-270'))
    expect(branch.boxes.length).toBeLessThanOrEqual(branchedBeyond)
    const layout = await placed(branch)
    const areas = areasOf(branch, layout)
    expect(overlaps(areas)).toEqual([])
    expect(hiddenEdges(branch, layout, areas)).toEqual([])
  }, 60_000)

  it('fits its words into its boxes', () => {
    for (const { lines } of compact(whole).boxes)
      for (const { kind, text } of lines.filter(({ kind: one }) => one === 'number' || one === 'figure'))
        expect(
          widthOf(fitted(text, metrics[kind].size, roomForText), metrics[kind].size),
        ).toBeLessThanOrEqual(roomForText)
  })
})

const wideUses = Array.from({ length: 88 }, (_, i) => i + 4)
describe('the width of a text', () => {
  it('counts an em for each Chinese character, and cuts what has no room', () => {
    expect(widthOf('校准证书', 10)).toBe(40)
    expect(fitted('示例新能源汽车储供能产业计量测试中心', 10, 60)).toBe('示例新能源…')
    expect(fitted('short', 10, 60)).toBe('short')
  })

  it('breaks Chinese anywhere but before its punctuation, and English at words', () => {
    expect(wrapped('发现偏移，或超差。', 10, 45, 4)).toEqual(['发现偏', '移，或超', '差。'])
    expect(wrapped('the value was never right', 10, 70, 2)).toEqual(['the value was', 'never right'])
    expect(wrapped('a b c d e f g h', 10, 30, 1)[0]).toMatch(/…$/)
  })
})
