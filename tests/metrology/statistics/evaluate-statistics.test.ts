import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateStatistics, type StatisticsData } from '#metrology/statistics/evaluate-statistics.ts'

const evaluate = (method: string, data: StatisticsData) => evaluateStatistics({ method: [method], data })

/** Alternating as in NIST's generated data: exact mean, deviation 0.1, autocorrelation −0.999. */
const alternating = (origin: number) => [
  origin + 0.2,
  ...Array.from({ length: 1000 }, (_, i) => origin + (i % 2 === 0 ? 0.1 : 0.3)),
]

describe('readings summed up', () => {
  it('NumAcc4 of NIST keeps its deviation of 0.1 and its autocorrelation of -0.999', () => {
    const answer = evaluate('summary-statistics', { readings: alternating(1e7) })
    expect(answer).toMatchObject({ n: 1001, mean: expect.closeTo(10000000.2, 8), degreesOfFreedom: 1000 })
    expect(Math.abs(answer.standardDeviation! / 0.1 - 1)).toBeLessThan(1e-8)
    expect(Math.abs(answer.lag1Autocorrelation! / -0.999 - 1)).toBeLessThan(1e-8)
  })

  it('have no autocorrelation where they do not scatter', () => {
    expect(evaluate('summary-statistics', { readings: [5, '5.0', 5] })).toEqual({
      n: 3,
      mean: 5,
      standardDeviation: 0,
      standardUncertaintyOfMean: 0,
      degreesOfFreedom: 2,
    })
  })
})

const group = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 6 })
const groups = fc.array(group, { minLength: 2, maxLength: 5 })

describe('an analysis of variance', () => {
  it('divides the sum of squares about the grand mean', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const { grandMean, sumOfSquaresBetween, sumOfSquaresWithin } = evaluate('one-way-anova', {
          groups: list,
        })
        const total = list.flat().reduce((sum, x) => sum + (x - grandMean!) ** 2, 0)
        expect(Math.abs(sumOfSquaresBetween! + sumOfSquaresWithin! - total)).toBeLessThan(1e-9 * (total + 1))
      }),
    )
  })

  it('does not change with a large common part, nor with the order of groups and readings', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const one = evaluate('one-way-anova', { groups: list })
        const other = evaluate('one-way-anova', {
          groups: list.map((g) => g.map((x) => x + 2 ** 40).toReversed()).toReversed(),
        })
        expect(Math.abs(other.sumOfSquaresBetween! - one.sumOfSquaresBetween!)).toBeLessThan(
          1e-8 * (1 + one.sumOfSquaresBetween!),
        )
        expect(Math.abs(other.sumOfSquaresWithin! - one.sumOfSquaresWithin!)).toBeLessThan(
          1e-8 * (1 + one.sumOfSquaresWithin!),
        )
      }),
    )
  })

  it('is the same from means and standard deviations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (list) => {
          const summaries = list.map((readings) => evaluate('summary-statistics', { readings }))
          const fromSummaries = evaluate('one-way-anova-summary', {
            groupMeans: summaries.map(({ mean }) => mean!),
            groupStandardDeviations: summaries.map(({ standardDeviation }) => standardDeviation!),
            numberOfReadings: 4,
          })
          const fromReadings = evaluate('one-way-anova', { groups: list })
          expect(fromSummaries.sumOfSquaresBetween).toBeCloseTo(fromReadings.sumOfSquaresBetween!, 6)
          expect(fromSummaries.sumOfSquaresWithin).toBeCloseTo(fromReadings.sumOfSquaresWithin!, 6)
        },
      ),
    )
  })

  it('finds the figures of GUM H.5 from its daily means and deviations (table H.9)', () => {
    const answer = evaluate('one-way-anova-summary', {
      groupMeans: [
        10.000172, 10.000116, 10.000013, 10.000144, 10.000106, 10.000031, 10.00006, 10.000125, 10.000163,
        10.000041,
      ],
      groupStandardDeviations: [60, 77, 111, 101, 67, 93, 80, 73, 88, 86].map((s) => s * 1e-6),
      numberOfReadings: 5,
    })
    expect(answer.grandMean).toBeCloseTo(10.000097, 6)
    expect(Math.sqrt(answer.meanSquareBetween!) * 1e6).toBeCloseTo(128, 0)
    expect(Math.sqrt(answer.meanSquareWithin!) * 1e6).toBeCloseTo(85, 0)
    expect(answer.F).toBeCloseTo(2.25, 1)
    expect(answer).toMatchObject({
      degreesOfFreedomBetween: 9,
      degreesOfFreedomWithin: 40,
      between: { isNegative: false },
    })
    expect(answer.between!.standardDeviation * 1e6).toBeCloseTo(43, 0)
    expect(answer.standardUncertaintyOfMean! * 1e6).toBeCloseTo(18, 0)
  })

  it('never takes the root of a negative variance, and tells that it was one', () => {
    const answer = evaluate('one-way-anova', {
      groups: [
        [1, 5],
        [2, 4],
        [0, 6],
      ],
    })
    expect(answer.between).toEqual({
      momentEstimate: expect.closeTo(-14 / 3, 12),
      isNegative: true,
      standardDeviation: 0,
    })
    expect(answer.reproducibilityStandardDeviation).toBe(answer.repeatabilityStandardDeviation)
    expect(answer.standardUncertaintyOfMean).toBeCloseTo(Math.sqrt(28 / 3 / 6), 12)
  })

  it('has no F where nothing scatters within the groups', () => {
    const answer = evaluate('one-way-anova', {
      groups: [
        [1, 1],
        [2, 2],
      ],
    })
    expect(answer).not.toHaveProperty('F')
    expect(answer.between!.standardDeviation).toBeCloseTo(Math.sqrt(0.5), 14)
  })
})

describe('a nested analysis of variance', () => {
  const nestedGroups = [
    [
      [10, 12],
      [13, 11],
    ],
    [
      [15, 17],
      [18, 14],
    ],
    [
      [9, 8],
      [11, 12],
    ],
  ]

  it('divides the sum of squares into three levels', () => {
    const answer = evaluate('nested-anova', { nestedGroups })
    expect(answer.grandMean).toBeCloseTo(12.5, 12)
    expect(answer.withinCells).toMatchObject({ sumOfSquares: expect.closeTo(15, 12), degreesOfFreedom: 6 })
    expect(answer.betweenCells).toMatchObject({ sumOfSquares: expect.closeTo(10, 12), degreesOfFreedom: 3 })
    expect(answer.betweenGroups).toMatchObject({ sumOfSquares: expect.closeTo(78, 12), degreesOfFreedom: 2 })
    expect(answer.betweenGroups!.F).toBeCloseTo(39 / (10 / 3), 12)
    expect(answer.groups!.standardDeviation).toBeCloseTo(Math.sqrt((39 - 10 / 3) / 4), 12)
    expect(answer.cells!.standardDeviation).toBeCloseTo(Math.sqrt((10 / 3 - 2.5) / 2), 12)
    expect(answer.standardUncertaintyOfMean).toBeCloseTo(Math.sqrt(39 / 12), 12)
  })

  it('has the total of the plain analysis of its cells', () => {
    const cells = nestedGroups.flat()
    const plain = evaluate('one-way-anova', { groups: cells })
    const answer = evaluate('nested-anova', { nestedGroups })
    expect(answer.betweenGroups!.sumOfSquares + answer.betweenCells!.sumOfSquares).toBeCloseTo(
      plain.sumOfSquaresBetween!,
      10,
    )
  })
})

describe('a pooled standard deviation', () => {
  it('weighs variances by their degrees of freedom (GUM 4.2.4)', () => {
    expect(
      evaluate('pooled-standard-deviation', { standardDeviations: [3, 4], degreesOfFreedom: [1, 3] }),
    ).toEqual({
      pooledStandardDeviation: expect.closeTo(Math.sqrt((9 + 48) / 4), 14),
      degreesOfFreedom: 4,
    })
    expect(
      evaluate('pooled-standard-deviation', { standardDeviations: [0, 0], degreesOfFreedom: [1, 3] })
        .pooledStandardDeviation,
    ).toBe(0)
    expect(
      evaluate('pooled-standard-deviation', {
        standardDeviations: [1e-200, 1e-200],
        degreesOfFreedom: [1, 1],
      }).pooledStandardDeviation,
    ).toBe(1e-200)
  })

  it('is the root of the mean square within groups', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const { pooledStandardDeviation: s } = evaluate('pooled-standard-deviation', { groups: list })
        expect(s! ** 2).toBeCloseTo(evaluate('one-way-anova', { groups: list }).meanSquareWithin!, 6)
      }),
    )
  })
})
