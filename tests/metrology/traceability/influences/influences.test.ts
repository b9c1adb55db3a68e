import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chainAbove } from '#metrology/traceability/graph.ts'
import { decompositionOf, levelsOf, sharesBy } from '#metrology/traceability/influences/decomposition.ts'
import { influenceLabel } from '#metrology/traceability/influences/influence.ts'
import { influencesOn } from '#metrology/traceability/influences/influences.ts'
import { knownAt } from '#metrology/traceability/known.ts'

import { calibrate, emptyBook, from, fromReference, goodChain, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask } from '../question.ts'
import { bookOfNetwork, idOf, networks } from './random-network.ts'

function decomposed(book: Book, result = 'low') {
  const known = knownAt({ ...book }, on('2040-01-01'))
  const chain = chainAbove(known, result)
  if (!chain) throw new Error(`There is no ${result}`)
  return { ...decompositionOf(influencesOn(known, chain)), levels: levelsOf(chain) }
}

const shown = (book: Book, result?: string) =>
  Object.fromEntries(
    decomposed(book, result).contributions.map(({ influence, variance }) => [
      `${influence.kind} ${influenceLabel(influence)}`,
      variance,
    ]),
  )

const close = (expected: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, x]) => [name, expect.closeTo(x, 12 - Math.log10(x))]),
  )

describe('the influences on a result', () => {
  it('are the own inputs of every result in its chain, and its roots', () => {
    expect(shown(goodChain())).toEqual(
      close({ 'input N-low/m1 own': 1e-14, 'input N-top/m1 own': 9e-16, 'root NMI-KG': 1e-16 }),
    )
  })

  it('of a standard that enters by two inputs are counted once, with the sum of both sensitivities', () => {
    const book = goodChain()
    const links = [from('top', { sensitivity: 2 }), from('top', { sensitivity: -1.5 })]
    calibrate(book, { id: 'both', by: 'LAB', of: 'W5', day: '2024-06-03', from: links, own: 1e-7 })
    revise(book.results, 'both', { standardUncertainty: Math.hypot(1e-7, 0.5 * Math.hypot(1e-8, 3e-8)) })
    expect(shown(book, 'both')).toEqual(
      close({
        'input N-both/m1 own': 1e-14,
        'input N-top/m1 own': 0.25 * 9e-16,
        'root NMI-KG': 0.25 * 1e-16,
      }),
    )
  })

  it('of a result whose budget is not known are its whole uncertainty', () => {
    const book = goodChain()
    revise(book.results, 'top', { budget: undefined, links: [] })
    expect(shown(book)).toEqual(close({ 'input N-low/m1 own': 1e-14, 'result N-top/m1': 1e-15 }))
  })

  it('hold what a certificate states beyond its own budget', () => {
    const book = goodChain()
    revise(book.results, 'top', { standardUncertainty: 5e-8 })
    const low = book.results.find((one) => one.id === 'low')!
    revise(book.results, 'low', {
      standardUncertainty: Math.hypot(1e-7, 5e-8),
      links: [{ ...low.links[0]!, inputStandardUncertainty: 5e-8 }],
    })
    expect(shown(book)['unexplained N-top/m1']).toBeCloseTo(25e-16 - 1e-15, 24)
    expect(decomposed(book).standardUncertainty).toBeCloseTo(Math.hypot(1e-7, 5e-8), 18)
  })

  it('hold what the line for a standard adds to its certificate, such as its drift', () => {
    const book = goodChain()
    const low = book.results.find((one) => one.id === 'low')!
    const line = Math.hypot(Math.hypot(1e-8, 3e-8), 4e-8)
    revise(book.results, 'low', {
      standardUncertainty: Math.hypot(1e-7, line),
      links: [{ ...low.links[0]!, inputStandardUncertainty: line }],
    })
    expect(shown(book)['input N-low/m1 x0']).toBeCloseTo(16e-16, 24)
    expect(shown(book)).not.toHaveProperty('unexplained N-low/m1')
  })

  it('hold a declared correlation once: what the chain knows the inputs to share is not added again', () => {
    const book = goodChain()
    const own = 1e-7
    const links = [from('top'), from('top')]
    const made = calibrate(book, { id: 'both', by: 'LAB', of: 'W5', day: '2024-06-03', from: links, own })
    const u = Math.hypot(own, 2 * made.links[0]!.inputStandardUncertainty!)
    const correlations = [{ between: ['x0', 'x1'] as const, r: 1 }]
    revise(book.results, 'both', { standardUncertainty: u, budget: { ...made.budget!, correlations } })
    expect(Object.keys(shown(book, 'both')).filter((name) => name.startsWith('correlation'))).toEqual([])
    expect(decomposed(book, 'both').standardUncertainty).toBeCloseTo(u, 18)
  })

  it('take from the variance where a declared correlation is less than what the chain shares', () => {
    const book = goodChain()
    const links = [from('top'), from('top')]
    const made = calibrate(book, {
      id: 'both',
      by: 'LAB',
      of: 'W5',
      day: '2024-06-03',
      from: links,
      own: 1e-7,
    })
    const correlations = [{ between: ['x0', 'x1'] as const, r: 0.5 }]
    const u = Math.sqrt(1e-14 + 3 * 1e-15)
    revise(book.results, 'both', { standardUncertainty: u, budget: { ...made.budget!, correlations } })
    expect(shown(book, 'both')['correlation N-both/m1 x0, x1']).toBeCloseTo(-1e-15, 24)
    expect(decomposed(book, 'both').standardUncertainty).toBeCloseTo(u, 18)
  })

  it('are the same ones through an editorial version of a certificate, and others through one of value', () => {
    const book = goodChain()
    const certificate = book.certificates.find((one) => one.id === 'cert-top')!
    const top = book.results.find((one) => one.id === 'top')!
    for (const [version, changeClass] of [
      [2, 'editorial'],
      [3, 'value'],
    ] as const) {
      book.certificates.push({ ...certificate, id: `cert-top-${version}`, version, changeClass })
      book.results.push({ ...top, id: `top-${version}`, certificateId: `cert-top-${version}` })
    }
    const keys = (id: string) => decomposed(book, id).contributions.map(({ influence }) => influence.key)
    expect(keys('top-2')).toEqual(keys('top'))
    expect(keys('top-3')).not.toEqual(keys('top'))
  })
})

const sum = (shares: readonly { readonly share: number }[]) => shares.reduce((a, b) => a + b.share, 0)

describe('the decomposition of any network', () => {
  it('has shares that sum to one, by influence, by laboratory and by level', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const found = decomposed(bookOfNetwork(network), idOf(network.length - 1))
        expect(sum(found.contributions)).toBeCloseTo(1, 9)
        expect(sum(sharesBy(found, (one) => one.organizationId))).toBeCloseTo(1, 9)
        expect(sum(sharesBy(found, (one) => found.levels.get(one.node)))).toBeCloseTo(1, 9)
        const roots = sum(sharesBy(found, (one) => one.reference))
        const others = sum(sharesBy(found, (one) => (one.reference === undefined ? one.kind : undefined)))
        expect(roots + others).toBeCloseTo(1, 9)
      }),
    )
  })

  it('gives the uncertainty of the certificate where every branch is a standard of its own', () => {
    const book = emptyBook()
    const tree = goodChain()
    book.references.push(...tree.references)
    for (const [i, own] of [3e-8, 5e-8].entries())
      calibrate(book, { id: `t${i}`, by: 'NMI', of: `T${i}`, day: '2024-03-04', own })
    const links = [from('t0'), from('t1', { sensitivity: 3 }), fromReference('KG')]
    const made = calibrate(book, { id: 'tip', by: 'LAB', of: 'X', day: '2024-06-03', from: links, own: 1e-8 })
    expect(decomposed(book, 'tip').standardUncertainty).toBeCloseTo(made.standardUncertainty!, 18)
  })
})

describe('the answer about a result', () => {
  it('holds its influences only where they are asked for', () => {
    expect(ask(goodChain())).not.toHaveProperty('influences')
    const { influences } = ask(goodChain(), { withInfluences: true })
    expect(influences).toMatchObject({
      unit: 'kg',
      roots: [{ reference: 'NMI-KG' }],
      laboratories: [{ organization: { en: 'LAB' } }, { organization: { en: 'NMI' } }],
      others: { count: 0, share: 0 },
    })
    expect(influences?.standardUncertainty).toBeCloseTo(Math.sqrt(1.1e-14), 18)
    expect(influences?.levels.map((one) => one.level)).toEqual([0, 1, 2])
    expect(influences?.levels[2]?.share).toBeCloseTo(1e-16 / 1.1e-14, 12)
    const [first] = influences?.items ?? []
    expect(first).toMatchObject({
      influence: { kind: 'input', certificate: 'N-low', version: 1, result: 'm1', input: 'own' },
      level: 0,
    })
    expect(first?.contribution).toBeCloseTo(1e-7, 18)
  })

  it('states contributions in the unit of the result', () => {
    const book = goodChain()
    revise(book.results, 'low', { unit: 'mg', unitSize: 1e-6 })
    const { influences } = ask(book, { withInfluences: true })
    expect(influences?.items[0]?.contribution).toBeCloseTo(0.1, 12)
  })
})
