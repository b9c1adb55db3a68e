import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chainAbove } from '#metrology/traceability/graph.ts'
import { impactOn, reevaluateOne, supposed, upstreamKey } from '#metrology/traceability/impact/hypothesis.ts'
import type { ChangedStandard, Hypothesis } from '#metrology/traceability/impact/hypothesis.ts'
import { knownAt } from '#metrology/traceability/known.ts'

import { calibrate, emptyBook, from, fromReference, goodChain, on, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { bookOfNetwork, idOf, networks } from '../influences/random-network.ts'

function impact(book: Book, node: string, hypothesis: Hypothesis, result = 'low') {
  const chain = chainAbove(knownAt({ ...book }, on('2040-01-01')), result)
  if (!chain) throw new Error(`There is no ${result}`)
  return impactOn(chain, new Map([[node, hypothesis]]))
}

const ohms = { measurandKind: 'resistance', unit: 'kΩ', unitSize: 1000 }
const tenKiloohm = { value: 1e4, unit: 'kΩ', unitSize: 1000, parameters: {} }

const line = (symbol: string, estimate: number, standardUncertainty: number) => ({
  symbol,
  unit: 'Ω',
  estimate,
  standardUncertainty,
  degreesOfFreedom: null,
  sensitivity: 1,
  contribution: 0,
  share: 0,
})

/** EA-4/02 M:2022, S3, certified in kΩ: limits 10 kΩ ± 0.2 Ω, guard band w = U. */
function resistor(): Book {
  const book = emptyBook()
  const at = { ...ohms, point: tenKiloohm }
  const result = { ...at, estimate: 10_000.053 }
  calibrate(book, { id: 'RS', by: 'NMI', of: 'RS', day: '2024-03-04', own: 2.5e-3, result })
  const used = { input: 'R_S', expectedMeasurandKind: 'resistance', inputStandardUncertainty: 2.5e-3 }
  const inputs = [
    line('R_S', 10_000.053, 2.5e-3),
    line('dR_D', 0.02, 0.01 / Math.sqrt(3)),
    line('dR_TS', 0, 2.75e-3 / Math.sqrt(3)),
    line('dR_TX', 0, 5.5e-3 / Math.sqrt(3)),
    line('r_C', 1, 1e-6 / Math.sqrt(6)),
    line('r', 1.0000105, 0.07e-6),
  ]
  const model = { R_X: '(R_S + dR_D + dR_TS) * r_C * r - dR_TX' }
  const engine = { name: 'etalon', version: '0' }
  calibrate(book, {
    id: 'RX',
    by: 'LAB',
    of: 'RX',
    day: '2024-06-03',
    from: [from('RS', used)],
    result: {
      ...at,
      estimate: 10_000.178,
      standardUncertainty: 8.33e-3,
      expandedUncertainty: 0.01666,
      conformity: { rule: 'guarded-U', lower: 9999.8, upper: 10_000.2, outcome: 'pass' },
      budget: { engine, model, output: 'R_X', inputs, correlations: [], coverage: { k: 2 } },
    },
  })
  return book
}

describe('the standard of EA-4/02, S3, supposed to be off by +4 µΩ/Ω', () => {
  const found = impact(resistor(), 'RS', { shift: 0.04 }, 'RX')

  it('turns the decision about the resistor, from probability 0.996 to 0.015', () => {
    expect(found?.before).toMatchObject({ estimate: 10_000.178, conformity: 'pass' })
    expect(found?.before.conformanceProbability).toBeCloseTo(0.996, 3)
    expect(found?.after.estimate).toBeCloseTo(10_000.218, 4)
    expect(found?.after.conformity).toBe('fail')
    expect(found?.after.conformanceProbability).toBeCloseTo(0.015, 3)
    expect(found?.flipped).toBe(true)
  })

  it('leaves a decision alone that still holds on the printed figures', () => {
    expect(impact(resistor(), 'RS', { shift: 0.004 }, 'RX')).toMatchObject({ flipped: false })
  })
})

describe('a hypothesis', () => {
  it('of a shift moves every result below by its sensitivities', () => {
    expect(impact(goodChain(), 'top', { shift: 3e-7 })?.after.estimate).toBeCloseTo(1 + 3e-7, 15)
    expect(impact(goodChain(), 'reference:KG', { shift: -2e-7 })?.after.estimate).toBeCloseTo(1 - 2e-7, 15)
    expect(impact(goodChain(), 'low', { shift: 1e-7 })?.after.estimate).toBe(1 + 1e-7)
  })

  it('of a drift moves a result by the time between the calibration of the standard and its use', () => {
    const years = (Number(on('2024-06-03')) - Number(on('2024-03-04'))) / (365.25 * 86_400_000)
    const found = impact(goodChain(), 'top', { driftPerYear: 1e-6 })
    expect(found?.after.estimate).toBeCloseTo(1 + 1e-6 * years, 14)
  })

  it('of a larger U enlarges U below by as much as the standard contributes', () => {
    const u = 5e-8
    const found = impact(goodChain(), 'top', { expandedUncertainty: 2 * u })
    expect(found?.after.estimate).toBeCloseTo(1, 15)
    expect(found?.after.standardUncertainty).toBeCloseTo(Math.hypot(u, 1e-7), 16)
    expect(found?.after.expandedUncertainty).toBeCloseTo(2 * Math.hypot(u, 1e-7), 16)
  })

  it('of a revocation leaves no uncertainty and no decision below', () => {
    const found = impact(resistor(), 'RS', { revoked: true }, 'RX')
    expect(found).toMatchObject({ lost: true, flipped: true, before: { conformity: 'pass' } })
    expect(found?.after).toEqual({ estimate: 10_000.178 })
    expect(impact(goodChain(), 'reference:KG', { revoked: true })).toMatchObject({ lost: true })
  })

  it('of a revocation leaves a result alone to which the standard was of no account', () => {
    const book = goodChain()
    calibrate(book, {
      id: 'air',
      by: 'LAB',
      of: 'B1',
      day: '2024-05-03',
      result: { measurandKind: 'pressure' },
    })
    const slight = from('air', { expectedMeasurandKind: 'pressure', sensitivity: 1e-4 })
    calibrate(book, {
      id: 'x',
      by: 'LAB',
      of: 'W5',
      day: '2024-06-03',
      from: [from('top'), slight],
      own: 1e-7,
    })
    expect(impact(book, 'air', { revoked: true }, 'x')).toBeUndefined()
  })

  it('on a standard that enters by two inputs moves both', () => {
    const book = goodChain()
    const links = [from('top', { sensitivity: 1 }), from('top', { sensitivity: 1 })]
    calibrate(book, {
      id: 'sum',
      by: 'LAB',
      of: 'W5',
      day: '2024-06-03',
      from: links,
      result: { estimate: 2 },
    })
    expect(impact(book, 'top', { shift: 3e-7 }, 'sum')?.after.estimate).toBeCloseTo(2 + 6e-7, 14)
  })

  it('on what does not stand above changes nothing', () => {
    const book = goodChain()
    calibrate(book, { id: 'other', by: 'NMI', of: 'O', day: '2024-03-04', from: [fromReference('KG')] })
    expect(impact(book, 'other', { shift: 1 })).toBeUndefined()
  })

  it('keeps what a certificate states beyond its budget', () => {
    const book = goodChain()
    revise(book.results, 'low', { standardUncertainty: 5e-7, expandedUncertainty: 1e-6, estimate: 1 + 1e-9 })
    const found = impact(book, 'top', { shift: 3e-7 })
    expect(found?.after.standardUncertainty).toBeCloseTo(5e-7, 15)
    expect(found?.after.expandedUncertainty).toBeCloseTo(1e-6, 15)
    expect(found?.after.estimate).toBeCloseTo(1 + 1e-9 + 3e-7, 14)
  })

  it('of nothing changes nothing: figures stay, decisions stand', () => {
    const found = impact(resistor(), 'RS', {}, 'RX')
    expect(found?.after).toEqual({
      ...found?.before,
      estimate: expect.closeTo(10_000.178, 9) as number,
      conformanceProbability: expect.closeTo(found?.before.conformanceProbability ?? 0, 9) as number,
    })
    expect(found?.flipped).toBe(false)
  })
})

describe('a stream of results, each after its standards', () => {
  it('comes to what the chain of each comes to, keeping only the changed figures of direct standards', () => {
    fc.assert(
      fc.property(networks, fc.double({ min: -1e-5, max: 1e-5, noNaN: true }), (network, shift) => {
        const book = bookOfNetwork(network)
        const root = book.references[0]!
        const changed = new Map<string, ChangedStandard>([
          [upstreamKey({ kind: 'reference', referenceId: root.id }), supposed(root, { shift })],
        ])
        for (const [i, result] of book.results.entries()) {
          const found = reevaluateOne(result, changed, on('2024-03-04'))
          if (found) changed.set(result.id, found)
          expect(found).toEqual(impact(book, `reference:${root.id}`, { shift }, idOf(i)))
        }
      }),
      { numRuns: 40 },
    )
  })
})
