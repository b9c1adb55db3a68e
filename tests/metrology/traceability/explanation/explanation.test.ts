import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { explanationOf } from '#metrology/traceability/explanation/explain.ts'
import { layoutOf } from '#metrology/traceability/explanation/layout.ts'
import { mermaidOf } from '#metrology/traceability/explanation/mermaid.ts'
import { ruleNames } from '#metrology/traceability/explanation/names.ts'
import { policies } from '#metrology/traceability/policies.ts'

import {
  calibrate,
  emptyBook,
  event,
  from,
  fromDevice,
  fromReference,
  goodChain,
  item,
  on,
  revise,
} from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask } from '../question.ts'
import { bookOf, lastOf, steps } from '../random-chain.ts'

describe('the verdict in words', () => {
  it('names the result, its figures, the laboratories, the days, the roots and their shares', () => {
    const { en, zh } = explanationOf(ask(goodChain()))
    expect(en).toBe(
      'Result m1 of certificate N-low (version 1) for W2/main, mass at 1 kg: 1.00000000 kg with U = 0.00000021 kg (k = 2), ' +
        'was measured by LAB until 2024-06-03. Used on 2024-09-02, as known on 2040-01-01, it is metrologically traceable ' +
        'by the ILAC policy on metrological traceability (ILAC-P10:07/2020). Its main route runs N-low/m1 (LAB, 2024-06-03) → ' +
        'N-top/m1 (NMI, 2024-03-04) → NMI-KG (NMI); every significant branch is followed to a reference, in 2 steps at the most. ' +
        'It rests on NMI-KG (a national standard of NMI, 0.909 % of the variance). U along the chain: 0.00000021 kg (N-low/m1), ' +
        '0.000000063 kg (N-top/m1), 0.000000020 kg (NMI-KG). None of the 28 findings by the rules speaks against it.',
    )
    expect(zh).toContain('具有计量溯源性')
    expect(zh).toContain('NMI-KG（NMI，国家计量基准，方差占比 0.909 %）')
  })

  it('names the rule that decided, where, and the record', () => {
    const book = goodChain()
    revise(book.equipment, 'W1', {
      events: [event('intermediate-check', '2024-08-01', { outcome: 'failed' })],
    })
    const { en, zh } = explanationOf(ask(book))
    expect(en).toContain('it is suspect by')
    expect(en).toContain(
      'Deciding is R18 (later findings) at N-top/m1: An intermediate check failed on 2024-08-01; the use was on 2024-06-03, and the item was last known good on 2024-03-04.' +
        ' [intermediate-check-2024-08-01, 2024-08-01]',
    )
    expect(zh).toContain('决定性规则：R18（事后发现），N-top/m1：')
  })

  it('tells what was recomputed, with the decision and its probability before and after', () => {
    const book = goodChain()
    const conformity = { rule: 'simple', lower: 1 - 5e-7, upper: 1 + 5e-7, outcome: 'pass' } as const
    revise(book.results, 'low', { conformity })
    const stage = 'as-found'
    calibrate(book, {
      id: 'next',
      by: 'NMI',
      of: 'W1',
      day: '2025-03-03',
      from: [fromReference('KG')],
      result: { stage, estimate: 1 + 8e-7, conformity: { rule: 'simple', outcome: 'fail' } },
    })
    expect(explanationOf(ask(book)).en).toMatch(
      /With what N-next says of N-top\/m1, 1\.00000000 kg becomes 1\.00000080 kg, U = 0\.00000021 kg; the decision was pass \(probability of conformity 1\) and is fail \(0\.0021\d*\)\.$/,
    )
  })

  it('speaks of what was never calibrated', () => {
    const subject = { kind: 'none', equipment: 'DMM', component: 'ch2', measurandKind: 'voltage' } as const
    const { en } = explanationOf(ask(emptyBook(), { subject }))
    expect(en).toContain('Asked was about voltage with DMM/ch2.')
    expect(en).toContain('Deciding is R02 (state of the item) at DMM/ch2')
  })

  it('is bounded and in whole sentences of both languages, whatever the chain', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...policies), (chain, { code }) => {
        const { en, zh } = explanationOf(ask(bookOf(chain), { result: lastOf(chain), policy: code }))
        expect(en).toMatch(/[.\]]$/)
        expect(zh).toMatch(/[。］]$/)
        expect(en + zh).not.toMatch(/undefined|NaN|\[object/)
        expect(en.length).toBeLessThan(20_000)
      }),
    )
  })

  it('has a name for every rule from R01 to R22', () => {
    const codes = Array.from({ length: 22 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`)
    expect(Object.keys(ruleNames)).toEqual(codes)
  })
})

describe('the chain as Mermaid', () => {
  it('draws every node and link, roots and shares', () => {
    expect(mermaidOf(ask(goodChain())).split('\n').slice(0, 6)).toEqual([
      'flowchart TB',
      '  n0["N-low/m1<br/>LAB<br/>2024-06-03<br/>1.00000000 kg<br/>U = 0.00000021 kg"]:::plain'.replace(
        ':::anchor',
        ':::plain',
      ),
      '  n1["N-top/m1<br/>NMI<br/>2024-03-04<br/>1.000000000 kg<br/>U = 0.000000063 kg"]:::plain',
      '  n2["NMI-KG<br/>NMI<br/>1 kg"]:::root',
      '  n1 -->|"x0 9.09 %"| n0',
      '  n2 -->|"x0 10 %"| n1',
    ])
  })

  it('lets no name become markup, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const book = goodChain()
        revise(book.certificates, 'cert-low', { number: name })
        const [, line = '', next = ''] = mermaidOf(ask(book)).split('\n')
        expect(line).toMatch(/^ {2}n0\["[^"<>`&[\]{}|]*\/m1(?:<br\/>[^"<>`&[\]{}|]*)*"\]:::\w+$/)
        expect(next).toMatch(/^ {2}n1\[/)
      }),
    )
    const book = goodChain()
    revise(book.certificates, 'cert-low', { number: 'A"]\nclick n0 "javascript:x"' })
    expect(mermaidOf(ask(book))).toContain('n0["A#34;#93; click n0 #34;javascript:x#34;/m1<br/>')
  })
})

const overlapping = (book: Book, result: string) => {
  const { nodes } = layoutOf(ask(book, { result }))
  return nodes.filter((a) => nodes.some((b) => a.id < b.id && a.y === b.y && Math.abs(a.x - b.x) < a.width))
}

describe('the chain as a drawing', () => {
  it('places roots above, each result below all its standards, and no box on another', () => {
    fc.assert(
      fc.property(steps, (chain) => {
        const answer = ask(bookOf(chain), { result: lastOf(chain) })
        const { nodes, edges, width, height } = layoutOf(answer)
        const at = new Map(nodes.map((node) => [node.id, node]))
        for (const { from: above, to: below } of answer.links)
          expect(at.get(above)!.y).toBeLessThan(at.get(below)!.y)
        expect(nodes).toHaveLength(answer.nodes.length)
        expect(edges).toHaveLength(answer.links.length)
        expect(overlapping(bookOf(chain), lastOf(chain))).toEqual([])
        for (const node of nodes) {
          expect(node.x).toBeGreaterThanOrEqual(0)
          expect(node.x + node.width).toBeLessThanOrEqual(width + 1e-9)
          expect(node.y + node.height).toBeLessThanOrEqual(height + 1e-9)
        }
      }),
    )
  })

  it('is the same in whatever order the records arrive', () => {
    const book = goodChain()
    calibrate(book, { id: 'top2', by: 'NMI', of: 'W3', day: '2024-03-05', from: [fromReference('KG')] })
    calibrate(book, { id: 'x', by: 'LAB', of: 'W4', day: '2024-06-04', from: [from('top'), from('top2')] })
    const backwards = Object.fromEntries(
      Object.entries(book).map(([name, list]) => [name, list.toReversed()]),
    ) as unknown as Book
    expect(layoutOf(ask(backwards, { result: 'x' }))).toEqual(layoutOf(ask(book, { result: 'x' })))
  })

  it('leads a long edge past the boxes of the levels it crosses', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'x',
      by: 'LAB',
      of: 'W4',
      day: '2024-06-10',
      from: [from('low'), fromReference('KG')],
    })
    const { nodes, edges } = layoutOf(ask(book, { result: 'x', at: on('2024-09-02') }))
    const long = edges.find((edge) => edge.from === 'reference:KG' && edge.to === 'x')!
    expect(long.points).toHaveLength(6)
    const crossed = nodes.filter((node) => node.level === 1 || node.level === 2)
    for (const { x, width } of crossed)
      for (const point of long.points.slice(1, -1)) expect(point.x <= x || point.x >= x + width).toBe(true)
  })

  it('draws devices that calibrate each other without going round for ever', () => {
    const book = emptyBook()
    book.equipment.push(item('A'), item('B'))
    calibrate(book, { id: 'b', by: 'LAB', of: 'B', day: '2024-02-05', from: [fromDevice('A')] })
    calibrate(book, { id: 'a', by: 'LAB', of: 'A', day: '2024-06-03', from: [fromDevice('B')] })
    expect(layoutOf(ask(book, { result: 'a' })).nodes.map((node) => node.level)).toEqual([0, 1, 2])
  })
})
