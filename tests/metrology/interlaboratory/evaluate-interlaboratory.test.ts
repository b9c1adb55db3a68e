import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquaredUpperTail } from '#metrology/distributions/chi-squared-distribution.ts'
import { evaluateInterlaboratory } from '#metrology/interlaboratory/evaluate-interlaboratory.ts'
import type { InterlaboratoryData } from '#metrology/interlaboratory/interlaboratory-task.ts'
import { refused } from '../refused.ts'
import { shortestTime } from '../shortest-time.ts'

const ask = (data: InterlaboratoryData, ...method: string[]) => evaluateInterlaboratory({ method, data })

const result = fc.record({ x: fc.integer({ min: -50, max: 50 }), u: fc.integer({ min: 1, max: 20 }) })
type Result = { x: number; u: number }
const results = fc.array(result, { minLength: 2, maxLength: 9 })
const dataOf = (list: readonly Result[]): InterlaboratoryData => ({
  values: list.map(({ x }) => x),
  standardUncertainties: list.map(({ u }) => u),
})
const close = (a: number, b: number, size = Math.max(Math.abs(a), Math.abs(b), 1)) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * size)

const meanOf = (list: readonly Result[]) => {
  const weight = list.reduce((sum, { u }) => sum + u ** -2, 0)
  const mean = list.reduce((sum, { x, u }) => sum + x / u ** 2, 0) / weight
  return { mean, chiSquared: list.reduce((sum, { x, u }) => sum + ((x - mean) / u) ** 2, 0) }
}

describe('a weighted mean', () => {
  it('is that of the weights 1/u², and at least as certain as its best result', () => {
    fc.assert(
      fc.property(results, (list) => {
        const answer = ask(dataOf(list), 'weighted-mean')
        const { mean, chiSquared } = meanOf(list)
        close(answer.mean!, mean)
        close(answer.chiSquared!, chiSquared)
        close(answer.pValue!, chiSquaredUpperTail(chiSquared, list.length - 1))
        expect(answer.standardUncertainty!).toBeLessThanOrEqual(Math.min(...list.map(({ u }) => u)))
      }),
    )
  })

  it('depends neither on the unit nor on the origin of the values', () => {
    fc.assert(
      fc.property(results, fc.constantFrom(1e-200, 1e-9, 25.4, 1e200), (list, factor) => {
        const one = ask(dataOf(list), 'weighted-mean')
        const moved = list.map(({ x, u }) => ({ x: (x + 7) * factor, u: u * factor }))
        const other = ask(dataOf(moved), 'weighted-mean')
        close(other.mean! / factor, one.mean! + 7)
        close(other.standardUncertainty! / factor, one.standardUncertainty!)
        close(other.birgeRatio!, one.birgeRatio!)
      }),
    )
  })

  it('of two correlated results is that of the textbook', () => {
    const correlations = [{ between: [0, 1], r: 0.5 }]
    const answer = ask({ values: [1, 2], standardUncertainties: [1, 2], correlations }, 'weighted-mean')
    // w₁ = (u₂² − c)/(u₁² + u₂² − 2c) with c = r·u₁·u₂ = 1
    close(answer.mean!, 1)
    close(answer.standardUncertainty!, 1)
  })

  it('leaves uncertainties as they are where the results agree', () => {
    const answer = ask({ values: [1, 1], standardUncertainties: [1, 1] }, 'weighted-mean')
    expect(answer).toMatchObject({ chiSquared: 0, pValue: 1, expansionFactorForResidualsWithinTwo: 1 })
  })
})

describe('degrees of equivalence', () => {
  it('have u²(d) = u²(x) − u²(x_ref), also where the results are correlated', () => {
    const data = {
      ...dataOf([
        { x: 1, u: 1 },
        { x: 4, u: 2 },
        { x: 2, u: 3 },
      ]),
      correlations: [{ between: [0, 2], r: -0.4 }],
    }
    const { weightedMean, degreesOfEquivalenceToWeightedMean: all } = ask(data, 'key-comparison')
    for (const [i, u] of [1, 2, 3].entries())
      close(all![i]!.expandedUncertainty, 2 * Math.sqrt(u ** 2 - weightedMean!.standardUncertainty ** 2))
  })

  it('keep their digits where one result is the reference value nearly alone', () => {
    const { degreesOfEquivalenceToWeightedMean: all } = ask(
      { values: [0, 1], standardUncertainties: [1e-12, 1] },
      'key-comparison',
    )
    // u(d) = u₁²/√(u₁² + u₂²)
    expect(all![0]!.expandedUncertainty / 2e-24).toBeCloseTo(1, 9)
  })

  it('between two results have twice the covariance less', () => {
    const data = {
      values: [1, 3],
      standardUncertainties: [1, 1],
      correlations: [{ between: [0, 1], r: 0.5 }],
    }
    expect(ask(data, 'bilateral-degrees-of-equivalence').bilateralDegreesOfEquivalence).toEqual([
      { between: [0, 1], d: -2, expandedUncertainty: expect.closeTo(2, 12), En: expect.closeTo(-1, 12) },
    ])
  })
})

/** Every subset, one by one. */
function largestByTrial(list: readonly Result[]): { size: number; chiSquared: number } {
  let best = { size: 1, chiSquared: Infinity }
  for (let set = 1; set < 2 ** list.length; set++) {
    const members = list.filter((_, i) => set & (2 ** i))
    if (members.length < 2) continue
    const { chiSquared } = meanOf(members)
    if (chiSquaredUpperTail(chiSquared, members.length - 1) < 0.05) continue
    if (members.length > best.size || (members.length === best.size && chiSquared < best.chiSquared))
      best = { size: members.length, chiSquared }
  }
  return best
}

describe('the largest consistent subset', () => {
  it('is the one that a trial of every subset finds', () => {
    fc.assert(
      fc.property(results, (list) => {
        const best = largestByTrial(list)
        fc.pre(best.size >= 2)
        const found = ask(dataOf(list), 'largest-consistent-subset').largestConsistentSubset!
        expect(found.members).toHaveLength(best.size)
        close(found.chiSquared, best.chiSquared)
        expect(found.pValue).toBeGreaterThanOrEqual(0.05 - 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('is everything where everything agrees', () => {
    const list = [
      { x: 1, u: 1 },
      { x: 2, u: 1 },
      { x: 3, u: 2 },
    ]
    expect(ask(dataOf(list), 'largest-consistent-subset').largestConsistentSubset!.members).toEqual([0, 1, 2])
  })

  it('tells the results outside by u²(d) = u²(x) + u²(x_ref)', () => {
    const { degreesOfEquivalence: all, standardUncertainty: u } = ask(
      dataOf([
        { x: 0, u: 1 },
        { x: 1, u: 1 },
        { x: 30, u: 2 },
      ]),
      'largest-consistent-subset',
    ).largestConsistentSubset!
    close(all[2]!.expandedUncertainty, 2 * Math.hypot(2, u))
    close(all[0]!.expandedUncertainty, 2 * Math.sqrt(1 - u * u))
  })

  it('of two hundred results is found in the time of a few, not of all their subsets', () => {
    const list = Array.from({ length: 200 }, (_, i) => ({ x: Math.sin(i * i) * 20, u: 1 + (i % 7) }))
    expect(shortestTime(() => ask(dataOf(list), 'largest-consistent-subset'))).toBeLessThan(5_000)
  }, 60_000)

  it('is refused where no two results agree, and where results are correlated', () => {
    expect(
      refused(() =>
        ask(
          dataOf([
            { x: 0, u: 1 },
            { x: 50, u: 1 },
          ]),
          'largest-consistent-subset',
        ),
      ),
    ).toMatchObject({
      code: 'interlaboratory.nothing-consistent',
      pointer: '/data/values',
    })
    const correlated = {
      ...dataOf([
        { x: 0, u: 1 },
        { x: 1, u: 1 },
      ]),
      correlations: [{ between: [0, 1], r: 0.1 }],
    }
    expect(refused(() => ask(correlated, 'key-comparison', 'largest-consistent-subset'))).toMatchObject({
      code: 'interlaboratory.independent-only',
      pointer: '/data/correlations',
    })
  })
})

const median = (...values: number[]) => ask({ values }, 'median').median!

describe('consensus of laboratories', () => {
  it('makes χ² what it is expected to be, or finds nothing between them (Paule and Mandel)', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { betweenStandardDeviation: s, mean } = ask(dataOf(list), 'mandel-paule')
        const wider = list.map(({ x, u }) => ({ x, u: Math.hypot(u, s!) }))
        const { chiSquared } = meanOf(wider)
        close(mean!, meanOf(wider).mean)
        if (s === 0) expect(meanOf(list).chiSquared).toBeLessThanOrEqual(list.length - 1 + 1e-9)
        else close(chiSquared, list.length - 1)
      }),
    )
  })

  it('by moments is the same where all uncertainties are equal (DerSimonian and Laird)', () => {
    fc.assert(
      fc.property(results, (list) => {
        const equal = dataOf(list.map(({ x }) => ({ x, u: 3 })))
        const [one, other] = [ask(equal, 'mandel-paule'), ask(equal, 'dersimonian-laird')]
        close(one.betweenStandardDeviation!, other.betweenStandardDeviation!)
        close(one.standardUncertainty!, other.standardUncertainty!)
      }),
    )
  })

  it('by the median hears no outlier, and is refused where its scatter tells nothing', () => {
    expect(median(1, 2, 3, 4, 1000)).toEqual(median(1, 2, 3, 4, 5))
    expect(median(1, 2, 3, 4).value).toBe(2.5)
    close(median(1, 2, 3, 4, 5).standardUncertainty, Math.sqrt(Math.PI / 10) * 1.483)
    expect(refused(() => median(1, 1, 1, 2))).toMatchObject({ code: 'interlaboratory.no-scatter' })
  })
})

const values = [1, 2, 3]
const standardUncertainties = [1, 1, 1]
const withPairs = (...correlations: { between: number[]; r: number }[]) =>
  refused(() => ask({ values, standardUncertainties, correlations }, 'weighted-mean'))

describe('what results are stated by', () => {
  it('may be expanded uncertainties', () => {
    const one = ask({ values, expandedUncertainties: [2, 2, 3], coverageFactors: [2, 2, 3] }, 'weighted-mean')
    expect(one).toEqual(ask({ values, standardUncertainties }, 'weighted-mean'))
  })

  it('is refused where correlations are misplaced or impossible', () => {
    expect(withPairs({ between: [0, 3], r: 0.1 })).toMatchObject({
      code: 'interlaboratory.correlation-misplaced',
      pointer: '/data/correlations/0/between',
    })
    expect(withPairs({ between: [0, 1], r: 0.1 }, { between: [1, 0], r: 0.1 }).pointer).toBe(
      '/data/correlations/1/between',
    )
    expect(withPairs({ between: [1, 1], r: 1 }).code).toBe('interlaboratory.correlation-misplaced')
    const impossible = [
      [0, 1, 0.9],
      [0, 2, 0.9],
      [1, 2, -0.9],
    ].map(([i, j, r]) => ({ between: [i!, j!], r: r! }))
    expect(withPairs(...impossible)).toMatchObject({
      code: 'interlaboratory.correlation-impossible',
      detail: expect.stringContaining('-0.8'),
    })
    expect(withPairs({ between: [0, 1], r: 1 }).code).toBe('interlaboratory.correlation-impossible')
  })

  it('is refused where a method would leave it unused', () => {
    expect(refused(() => ask({ values, standardUncertainties }, 'median'))).toMatchObject({
      code: 'task.member-not-used',
      pointer: '/data/standardUncertainties',
    })
    expect(
      refused(() => ask({ values, standardUncertainties }, 'mandel-paule', 'dersimonian-laird')),
    ).toMatchObject({
      code: 'task.methods-overlap',
    })
    expect(refused(() => ask({ values: [1], standardUncertainties: [1] }, 'weighted-mean')).code).toBe(
      'task.too-few',
    )
    expect(
      refused(() => ask({ values, standardUncertainties, labels: ['A'] }, 'key-comparison')).pointer,
    ).toBe('/data/labels')
  })
})
