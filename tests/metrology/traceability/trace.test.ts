import { describe, expect, it } from 'vitest'

import { policies } from '#metrology/traceability/policies.ts'

import {
  calibrate,
  emptyBook,
  from,
  fromReference,
  goodChain,
  item,
  nationalKilogram,
  on,
} from './chain-book.ts'
import { ask, faults, found } from './question.ts'

describe('a chain in order', () => {
  it.each(policies.map((one) => one.code))(
    'is traceable and resolved to the national standard by %s',
    (policy) => {
      const answer = ask(goodChain(), { policy })
      expect(faults(answer)).toEqual([])
      expect(answer).toMatchObject({ verdict: 'traceable', resolution: 'resolved', depth: 2, policy })
    },
  )

  it('names its root with the holder and the share of the variance that comes from it', () => {
    const [root] = ask(goodChain()).roots
    expect(root).toMatchObject({
      reference: 'NMI-KG',
      kind: 'national-standard',
      organization: { en: 'NMI' },
    })
    const top = 1e-16 + 9e-16
    expect(root?.share).toBeCloseTo(1e-16 / (top + 1e-14), 10)
  })

  it('says the same whatever the order of the records', () => {
    const book = goodChain()
    const backwards = Object.fromEntries(
      Object.entries(book).map(([name, list]) => [name, list.toReversed()]),
    ) as unknown as ReturnType<typeof goodChain>
    expect(ask(backwards)).toEqual(ask(book))
  })

  it('has words in both languages and a named record for what every rule found', () => {
    for (const rule of ask(goodChain()).rules) {
      expect(rule.message.en).toMatch(/\.$/)
      expect(rule.message.zh).toMatch(/。$/)
    }
  })
})

describe('the shares of the variance', () => {
  it('sum to one over the nodes they arise in', () => {
    const sum = ask(goodChain()).nodes.reduce((total, node) => total + node.local, 0)
    expect(sum).toBeCloseTo(1, 12)
  })

  it('add up over several routes to one root', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'top2',
      by: 'NMI',
      of: 'W3',
      day: '2024-03-05',
      from: [fromReference('KG')],
      own: 3e-8,
    })
    calibrate(book, {
      id: 'both',
      by: 'LAB',
      of: 'W4',
      day: '2024-06-04',
      from: [from('top', { sensitivity: 0.5 }), from('top2', { sensitivity: 0.5 })],
      own: 1e-7,
    })
    const answer = ask(book, { result: 'both' })
    expect(answer.nodes.reduce((total, node) => total + node.local, 0)).toBeCloseTo(1, 12)
    // The mean of two weights has the whole of the kilogram that both rest on, not half of it.
    const total = 1e-16 + 2 * 0.25 * 9e-16 + 1e-14
    expect(answer.roots[0]?.share).toBeCloseTo(1e-16 / total, 12)
  })

  it('stay with a result whose budget is not known', () => {
    const book = goodChain()
    const low = book.results.find((one) => one.id === 'low')!
    book.results.splice(book.results.indexOf(low), 1, { ...low, budget: undefined, links: [] })
    expect(ask(book).nodes).toMatchObject([{ label: 'N-low/m1', share: 1, local: 1, end: 'anchor' }])
  })
})

describe('the ladder of uncertainty', () => {
  it('carries U of every level into the unit of the asked result through the sensitivities', () => {
    const book = emptyBook()
    book.references.push(nationalKilogram)
    calibrate(book, {
      id: 'top',
      by: 'NMI',
      of: 'W1',
      day: '2024-03-04',
      from: [fromReference('KG')],
      own: 3e-8,
    })
    calibrate(book, {
      id: 'low',
      by: 'LAB',
      of: 'W2',
      day: '2024-06-03',
      from: [from('top', { sensitivity: 10 })],
      result: { unit: 'mg', unitSize: 1e-6 },
    })
    const { ladder } = ask(book)
    expect(ladder.map((rung) => rung.level)).toEqual([0, 1, 2])
    expect(ladder[1]?.expandedUncertainty).toBeCloseTo(10 * 2 * Math.hypot(1e-8, 3e-8) * 1e6, 9)
    expect(ladder[1]).toMatchObject({ unit: 'mg', coverageFactor: 2, stated: { unit: 'kg' } })
    expect(ladder[2]?.expandedUncertainty).toBeCloseTo(10 * 2e-8 * 1e6, 9)
  })

  it('never gets shorter towards the bottom of a chain that adds its own influences', () => {
    const [low, top, root] = ask(goodChain()).ladder.map((rung) => rung.expandedUncertainty ?? 0)
    expect(low).toBeGreaterThan(top!)
    expect(top).toBeGreaterThan(root!)
  })
})

describe('links', () => {
  it('tell the input they feed, its sensitivity and its share of the variance', () => {
    const link = ask(goodChain()).links.find((one) => one.to === 'low')
    expect(link).toMatchObject({ from: 'top', input: 'x0', sensitivity: 1, significant: true })
    expect(link?.share).toBeCloseTo(1e-15 / (1e-15 + 1e-14), 10)
  })
})

describe('what was never calibrated', () => {
  it('is not traceable, and says so about the component', () => {
    const subject = { kind: 'none', equipment: 'DMM', component: 'ch2', measurandKind: 'voltage' } as const
    const answer = ask(emptyBook(), { subject })
    expect(answer).toMatchObject({ verdict: 'not-traceable', resolution: 'none', nodes: [], roots: [] })
    expect(found(answer, 'R02')).toEqual(['DMM/ch2: fail never-calibrated'])
  })
})

describe('a deep chain', () => {
  it('of two thousand steps is followed to its root', () => {
    const book = goodChain()
    let last = 'top'
    for (let i = 0; i < 2000; i++) {
      const id = `s${i}`
      const day = new Date(Number(on('2024-03-05')) + i * 3_600_000)
      book.equipment.push(item(`E${i}`))
      calibrate(book, {
        id,
        by: 'LAB',
        of: `E${i}`,
        day: '2024-03-05',
        from: [from(last)],
        own: 1e-9,
        certificate: { started: day, finished: day, issuedAt: day },
      })
      last = id
    }
    const answer = ask(book, { result: last })
    expect(faults(answer)).toEqual([])
    expect(answer).toMatchObject({ verdict: 'traceable', depth: 2002 - 1 })
  })
})

describe('a standard that feeds two inputs of one calibration', () => {
  it('is judged once for that use, and its uncertainty enters twice', () => {
    const book = goodChain()
    const twice = [from('top', { sensitivity: 0.5 }), from('top', { sensitivity: 0.5 })]
    calibrate(book, { id: 'twice', by: 'LAB', of: 'W5', day: '2024-06-03', from: twice, own: 1e-7 })
    const answer = ask(book, { result: 'twice' })
    expect(answer.links.filter((link) => link.to === 'twice')).toHaveLength(2)
    expect(found(answer, 'R14')).toEqual(['N-top/m1: pass calibrated-before-use'])
    const rung = answer.ladder.find((one) => one.node === 'top')
    expect(rung?.expandedUncertainty).toBeCloseTo(2 * Math.hypot(1e-8, 3e-8), 15)
  })
})
