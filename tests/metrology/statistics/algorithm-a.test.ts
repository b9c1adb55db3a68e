import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateStatistics, type StatisticsData } from '#metrology/statistics/evaluate-statistics.ts'
import { refused } from '../refused.ts'

const evaluate = (method: string, data: StatisticsData) => evaluateStatistics({ method: [method], data })

describe('algorithm A', () => {
  it('ignores how far away an outlier is', () => {
    const values = [10, 10.1, 9.9, 10.2, 9.8, 10.05]
    const one = evaluate('algorithm-a', { values: [...values, 50] })
    const other = evaluate('algorithm-a', { values: [...values, 5e6] })
    expect(other.robustMean).toBeCloseTo(one.robustMean!, 10)
    expect(other.robustStandardDeviation).toBeCloseTo(one.robustStandardDeviation!, 10)
  })

  it('stands still at its answer, in any unit and beside any constant', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 12 }),
        fc.constantFrom(1e-9, 1, 1e9),
        (list, unit) => {
          const one = evaluate('algorithm-a', { values: list })
          const other = evaluate('algorithm-a', { values: list.map((x) => x * unit) })
          expect(other.robustStandardDeviation! / unit).toBeCloseTo(one.robustStandardDeviation!, 8)
          const shifted = evaluate('algorithm-a', { values: list.map((x) => x + 2 ** 20) })
          expect(shifted.robustStandardDeviation).toBeCloseTo(one.robustStandardDeviation!, 8)
        },
      ),
    )
  })

  it('with its exact constants gives the standard deviation of a normal sample, with the printed ones 0.05 % more', () => {
    const values = Array.from({ length: 2001 }, (_, i) => i / 2000)
    const printed = evaluate('algorithm-a', { values })
    const exact = evaluate('algorithm-a', { values, constants: 'exact' })
    expect([printed.correctionFactor, exact.correctionFactor]).toEqual([
      1.134,
      expect.closeTo(1.133392655462487, 15),
    ])
    expect(exact.initial!.scaleFactor).toBeCloseTo(1.4826, 4)
    expect(printed.robustStandardDeviation).toBeGreaterThan(exact.robustStandardDeviation!)
  })

  it('answers for values of any size', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6]
    const one = evaluate('algorithm-a', { values }).robustStandardDeviation!
    for (const unit of [1e-250, 1e250]) {
      const other = evaluate('algorithm-a', { values: values.map((x) => x * unit) })
      expect(Math.abs(other.robustStandardDeviation! / unit / one - 1)).toBeLessThan(1e-12)
    }
  })

  it('starts from all values where more than half are equal, and says so', () => {
    const answer = evaluate('algorithm-a', { values: [5, 5, 5, 5, 7, 2] })
    expect(answer.initial).toMatchObject({ mean: 5, scaleFromAll: true })
    expect(evaluate('algorithm-a', { values: [5, 5, 5] })).toMatchObject({
      robustMean: 5,
      robustStandardDeviation: 0,
    })
  })
})

describe('statistics that cannot be', () => {
  it.each<[string, string, StatisticsData, string, string | undefined]>([
    ['one reading', 'summary-statistics', { readings: [1] }, 'task.too-few', '/data/readings'],
    ['NaN', 'summary-statistics', { readings: [1, NaN] }, 'quantity.not-a-number', '/data/readings/1'],
    ['one group', 'one-way-anova', { groups: [[1, 2]] }, 'statistics.too-few-groups', '/data'],
    ['groups of one', 'one-way-anova', { groups: [[1], [2]] }, 'statistics.no-replication', '/data'],
    ['an empty group', 'one-way-anova', { groups: [[1, 2], []] }, 'task.too-few', '/data/groups/1'],
    [
      'a negative deviation',
      'one-way-anova-summary',
      { groupMeans: [1, 2], groupStandardDeviations: [1, -1], numberOfReadings: 3 },
      'task.number-negative',
      '/data/groupStandardDeviations/1',
    ],
    [
      'half a reading',
      'one-way-anova-summary',
      { groupMeans: [1, 2], groupStandardDeviations: [1, 1], numberOfReadings: [2, 2.5] },
      'statistics.not-whole',
      '/data/numberOfReadings/1',
    ],
    [
      'means without deviations',
      'one-way-anova-summary',
      { groupMeans: [1, 2], numberOfReadings: 3 },
      'task.member-missing',
      '/data/groupStandardDeviations',
    ],
    [
      'deviations of other groups',
      'one-way-anova-summary',
      { groupMeans: [1, 2], groupStandardDeviations: [1], numberOfReadings: 3 },
      'task.lengths-differ',
      '/data/groupStandardDeviations',
    ],
    [
      'cells of different size',
      'nested-anova',
      {
        nestedGroups: [
          [
            [1, 2],
            [3, 4],
          ],
          [[1, 2], [3]],
        ],
      },
      'statistics.not-balanced',
      '/data',
    ],
    [
      'one cell',
      'nested-anova',
      { nestedGroups: [[[1, 2]], [[1, 2]]] },
      'statistics.too-few-groups',
      '/data',
    ],
    [
      'no degrees of freedom',
      'pooled-standard-deviation',
      { standardDeviations: [1], degreesOfFreedom: [0] },
      'task.number-not-positive',
      '/data/degreesOfFreedom/0',
    ],
  ])('%s is refused at its place', (_, method, data, code, pointer) => {
    expect(refused(() => evaluate(method, data))).toMatchObject({ code, pointer })
  })

  it('two methods are answered together unless they answer under one name', () => {
    const both = evaluateStatistics({
      method: ['algorithm-a', 'pooled-standard-deviation'],
      data: {
        values: [1, 2, 4],
        groups: [
          [1, 2],
          [3, 5],
        ],
      },
    })
    expect(Object.keys(both)).toEqual(expect.arrayContaining(['robustMean', 'pooledStandardDeviation']))
    expect(
      refused(() =>
        evaluateStatistics({
          method: ['algorithm-a', 'summary-statistics'],
          data: { values: [1, 2, 4], readings: [1, 2] },
        }),
      ),
    ).toMatchObject({ code: 'task.methods-overlap', pointer: '/method/1' })
  })
})
