import { describe, expect, it } from 'vitest'

import {
  calibrate,
  competence,
  emptyBook,
  from,
  fromReference,
  item,
  nationalKilogram,
  on,
} from './chain-book.ts'
import type { Book } from './chain-book.ts'
import { ask } from './question.ts'

const ohms = { unit: 'Ω', unitSize: 1, measurandKind: 'resistance' }
const tenKiloohm = { value: 10_000, unit: 'kΩ', unitSize: 1000, parameters: {} }
const limits = { rule: 'guarded-U', lower: 9999.8, upper: 10_000.2, outcome: 'pass' } as const

const line = (symbol: string, estimate: number, standardUncertainty: number, measurandKind?: string) => ({
  symbol,
  unit: 'Ω',
  estimate,
  standardUncertainty,
  degreesOfFreedom: null,
  sensitivity: 1,
  contribution: 0,
  share: 0,
  ...(measurandKind && { measurandKind }),
})

/** EA-4/02 M:2022, S3: a 10 kΩ resistor by comparison with R_S = 10 000.053 Ω, U = 5 mΩ. */
function resistor(): Book {
  const book = emptyBook()
  book.references.push({
    ...nationalKilogram,
    measurandKind: 'resistance',
    kind: 'si-realization',
    estimate: 1e4,
  })
  for (const [holder, kind] of [
    ['NMI', 'kcdb-cmc'],
    ['LAB', 'accreditation'],
  ] as const)
    book.competences.push({
      ...competence(holder, kind, { measurandKind: 'resistance' }),
      versions: [
        { sequence: 1, lower: 1, upper: 1e6, validFrom: '2000-01-01', recordedAt: on('2000-01-01') },
      ],
    })
  book.equipment.push(item('RS', { driftAllowance: { resistance: { value: 2e-6, relative: true } } }))
  const rooted = { ...fromReference('KG'), expectedMeasurandKind: 'resistance' }
  const standard = { ...ohms, point: tenKiloohm, estimate: 10_000.053 }
  calibrate(book, {
    id: 'RS',
    by: 'NMI',
    of: 'RS',
    day: '2024-03-04',
    from: [rooted],
    own: 2.5e-3,
    result: standard,
  })
  const used = { input: 'R_S', expectedMeasurandKind: 'resistance', inputStandardUncertainty: 2.5e-3 }
  calibrate(book, {
    id: 'RX',
    by: 'LAB',
    of: 'RX',
    day: '2024-06-03',
    from: [from('RS', used)],
    result: {
      ...ohms,
      point: tenKiloohm,
      estimate: 10_000.178,
      standardUncertainty: 8.33e-3,
      expandedUncertainty: 0.017,
      conformity: limits,
      budget: {
        engine: { name: 'etalon', version: '0' },
        model: { R_X: '(R_S + dR_D + dR_TS) * r_C * r - dR_TX' },
        output: 'R_X',
        inputs: [
          line('R_S', 10_000.053, 2.5e-3, 'resistance'),
          line('dR_D', 0.02, 0.01 / Math.sqrt(3)),
          line('dR_TS', 0, 2.75e-3 / Math.sqrt(3)),
          line('dR_TX', 0, 5.5e-3 / Math.sqrt(3)),
          line('r_C', 1, 1e-6 / Math.sqrt(6)),
          line('r', 1.0000105, 0.07e-6),
        ],
        correlations: [],
        coverage: { k: 2 },
      },
    },
  })
  const found = { ...standard, stage: 'as-found' as const, estimate: 10_000.053 * (1 + 4e-6) }
  calibrate(book, {
    id: 'RS2',
    by: 'NMI',
    of: 'RS',
    day: '2025-03-03',
    from: [rooted],
    own: 2.5e-3,
    result: found,
  })
  return book
}

describe('a standard found shifted by +4 µΩ/Ω (EA-4/02, S3)', () => {
  it('makes the resistor suspect and flips its decision, from probability 0.996 to 0.015', () => {
    const answer = ask(resistor(), { result: 'RX' })
    expect(answer.verdict).toBe('suspect')
    const [recomputed, ...others] = answer.recomputations
    expect(others).toEqual([])
    expect(recomputed).toMatchObject({
      because: 'as-found-shift',
      node: 'N-RS/m1',
      source: 'N-RS2',
      flipped: true,
    })
    expect(recomputed?.before).toMatchObject({ estimate: 10_000.178, conformity: 'pass' })
    expect(recomputed?.before.conformanceProbability).toBeCloseTo(0.996, 3)
    expect(recomputed?.after.estimate).toBeCloseTo(10_000.218, 3)
    expect(recomputed?.after.expandedUncertainty).toBeCloseTo(0.0167, 4)
    expect(recomputed?.after.conformity).toBe('fail')
    expect(recomputed?.after.conformanceProbability).toBeCloseTo(0.015, 2)
  })

  it('changes nothing before the finding is known', () => {
    const answer = ask(resistor(), { result: 'RX', asKnownAt: on('2025-03-01') })
    expect(answer).toMatchObject({ verdict: 'traceable', recomputations: [] })
  })

  it('is carried by the sensitivities where the budget is not known', () => {
    const book = resistor()
    book.results = book.results.map((one) => (one.id === 'RX' ? { ...one, budget: undefined } : one))
    const [recomputed] = ask(book, { result: 'RX' }).recomputations
    expect(recomputed?.after.estimate).toBeCloseTo(10_000.178 + 10_000.053 * 4e-6, 9)
    expect(recomputed?.flipped).toBe(true)
  })

  it('reaches through the results between', () => {
    const book = resistor()
    const used = { expectedMeasurandKind: 'resistance' }
    calibrate(book, {
      id: 'RY',
      by: 'LAB',
      of: 'RY',
      day: '2024-08-05',
      from: [from('RX', used)],
      result: { ...ohms, point: tenKiloohm, estimate: 10_000.178 },
    })
    const [recomputed] = ask(book, { result: 'RY' }).recomputations
    expect(recomputed?.after.estimate).toBeCloseTo(10_000.218, 3)
  })

  it('is told in the unit of the asked result', () => {
    const book = resistor()
    book.results = book.results.map((one) => (one.id === 'RX' ? { ...one, unit: 'kΩ', unitSize: 1000 } : one))
    const [recomputed] = ask(book, { result: 'RX' }).recomputations
    expect(recomputed).toMatchObject({ unit: 'kΩ', flipped: true, before: { estimate: 10.000178 } })
    expect(recomputed?.after.estimate).toBeCloseTo(10.000218, 6)
    expect(recomputed?.after.expandedUncertainty).toBeCloseTo(0.0167e-3, 7)
    expect(recomputed?.after.conformanceProbability).toBeCloseTo(0.015, 2)
  })
})
