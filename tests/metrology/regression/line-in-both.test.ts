import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import type { RegressionData } from '#metrology/regression/regression-task.ts'
import { refused } from '../refused.ts'

const fit = (data: RegressionData) =>
  evaluateRegression({ method: ['least-squares'], model: { form: 'straight-line' }, data })
const diagonal = (values: readonly number[]) =>
  values.map((value, i) => values.map((_, j) => (i === j ? value : 0)))

const clause7 = {
  x: [1.2, 1.9, 2.9, 4, 4.7, 5.9],
  y: [3.4, 4.4, 7.2, 8.5, 10.8, 13.5],
  standardUncertaintyOfX: [0.2, 0.2, 0.2, 0.2, 0.2, 0.2],
  standardUncertaintyOfY: [0.2, 0.2, 0.2, 0.4, 0.4, 0.4],
}

const dataOf = (list: readonly { noise: number; u: number; v: number }[], slope: number) => ({
  x: list.map((_, i) => 3 * i),
  y: list.map(({ noise }, i) => 1 + slope * 3 * i + noise),
  standardUncertaintyOfX: list.map(({ u }) => u),
  standardUncertaintyOfY: list.map(({ v }) => v),
})

const nudged = (list: readonly number[], i: number, by: number) => list.map((v, k) => (k === i ? v + by : v))

describe('a line with uncertainties in both variables', () => {
  it('is that of ISO/TS 28037:2010, clause 7', () => {
    const { coefficients, fromAdjustedPoints, chiSquared, degreesOfFreedom } = fit(clause7)
    expect(coefficients).toEqual({ intercept: expect.closeTo(0.5788, 4), slope: expect.closeTo(2.1597, 4) })
    expect(fromAdjustedPoints).toMatchObject({
      standardUncertainties: { intercept: expect.closeTo(0.4764, 4), slope: expect.closeTo(0.1355, 4) },
      covariance: expect.closeTo(-0.0577, 4),
    })
    expect([chiSquared, degreesOfFreedom]).toEqual([expect.closeTo(2.743, 3), 4])
  })

  it('is that of ISO/TS 28037:2010, clause 10, where all values depend on each other', () => {
    const shared = [[0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]]
    const size = [0.5, 1, 1]
    const inCommon = (i: number, j: number) =>
      shared[i]!.filter((k) => shared[j]!.includes(k)).reduce((sum, k) => sum + size[k]! ** 2, 0)
    const matrix = (own: number, common: (i: number, j: number) => number) =>
      shared.map((_, i) => shared.map((_, j) => common(i, j) + (i === j ? own ** 2 : 0)))
    const { coefficients, fromAdjustedPoints, chiSquared } = fit({
      x: [50.4, 99.0, 149.9, 200.4, 248.5, 299.7, 349.1],
      y: [52.3, 97.8, 149.7, 200.1, 250.4, 300.9, 349.2],
      covarianceOfX: matrix(0.5, inCommon),
      covarianceOfY: matrix(2, () => 1),
    })
    expect(coefficients).toEqual({ intercept: expect.closeTo(0.3424, 4), slope: expect.closeTo(1.0012, 4) })
    expect(fromAdjustedPoints).toMatchObject({
      standardUncertainties: { intercept: expect.closeTo(2.0569, 4), slope: expect.closeTo(0.009, 4) },
      covariance: expect.closeTo(-0.0129, 4),
    })
    expect(chiSquared).toBeCloseTo(1.772, 3)
  })

  it('is the same, whether covariances of x and y of each point are stated as such or as matrices', () => {
    const r = [0.9, 0.5, -0.3, 0.45, 0, 0.2]
    const { standardUncertaintyOfX: ux, standardUncertaintyOfY: uy } = clause7
    const separate = fit({ ...clause7, correlationOfXY: r })
    const joint = fit({ ...clause7, covarianceOfXY: diagonal(r.map((each, i) => each * ux[i]! * uy[i]!)) })
    expect(joint.chiSquared).toBeCloseTo(separate.chiSquared!, 12)
    for (const convention of ['fromAdjustedPoints', 'byPropagation'] as const) {
      for (const name of ['intercept', 'slope']) {
        expect(joint[convention]!.standardUncertainties[name]).toBeCloseTo(
          separate[convention]!.standardUncertainties[name]!,
          12,
        )
      }
    }
  })

  const pointsOf = fc.array(
    fc.record({
      noise: fc.double({ min: -1, max: 1, noNaN: true }),
      u: fc.double({ min: 0.1, max: 2, noNaN: true }),
      v: fc.double({ min: 0.1, max: 2, noNaN: true }),
    }),
    { minLength: 4, maxLength: 10 },
  )

  it('is the same line with x and y exchanged', () => {
    fc.assert(
      fc.property(pointsOf, fc.constantFrom(0.5, 1, -2), (list, slope) => {
        const data = dataOf(list, slope)
        const one = fit(data)
        const other = fit({
          x: data.y,
          y: data.x,
          standardUncertaintyOfX: data.standardUncertaintyOfY,
          standardUncertaintyOfY: data.standardUncertaintyOfX,
        })
        expect(other.chiSquared).toBeCloseTo(one.chiSquared!, 8)
        expect(other.coefficients['slope']! * one.coefficients['slope']!).toBeCloseTo(1, 8)
      }),
    )
  })

  it('becomes the weighted line where x is known well', () => {
    fc.assert(
      fc.property(pointsOf, (list) => {
        const data = dataOf(list, 1)
        const sharp = fit({ ...data, standardUncertaintyOfX: list.map(() => 1e-9) })
        const { standardUncertaintyOfX: _, ...exact } = data
        const line = fit(exact)
        expect(sharp.coefficients['slope']).toBeCloseTo(line.coefficients['slope']!, 8)
        expect(sharp.byPropagation!.standardUncertainties['slope']).toBeCloseTo(
          line.standardUncertainties!['slope']!,
          8,
        )
        expect(sharp.fromAdjustedPoints!.standardUncertainties['slope']).toBeCloseTo(
          line.standardUncertainties!['slope']!,
          8,
        )
      }),
    )
  })

  it('propagates what a change of each value would do to it', () => {
    const line = (x: readonly number[], y: readonly number[]) => fit({ ...clause7, x, y }).coefficients
    const h = 1e-5
    let variance = 0
    for (const [i, ux] of clause7.standardUncertaintyOfX.entries()) {
      const { x, y } = clause7
      const byX = (line(nudged(x, i, h), y)['slope']! - line(nudged(x, i, -h), y)['slope']!) / (2 * h)
      const byY = (line(x, nudged(y, i, h))['slope']! - line(x, nudged(y, i, -h))['slope']!) / (2 * h)
      variance += (byX * ux) ** 2 + (byY * clause7.standardUncertaintyOfY[i]!) ** 2
    }
    expect(fit(clause7).byPropagation!.standardUncertainties['slope']).toBeCloseTo(Math.sqrt(variance), 8)
  })

  it('is read in both directions with the uncertainty of the adjusted points', () => {
    const { coefficients, fromAdjustedPoints, prediction, inversePrediction } = fit({
      ...clause7,
      prediction: { at: 0 },
      inversePrediction: { y: 7, standardUncertaintyOfY: 0.1 },
    })
    expect(prediction).toMatchObject({
      value: expect.closeTo(coefficients['intercept']!, 12),
      standardUncertainty: expect.closeTo(fromAdjustedPoints!.standardUncertainties['intercept']!, 12),
      degreesOfFreedom: 'infinity',
    })
    const x = (7 - coefficients['intercept']!) / coefficients['slope']!
    const { intercept: ua = 0, slope: ub = 0 } = fromAdjustedPoints!.standardUncertainties
    const variance = ua ** 2 + x * x * ub ** 2 + 2 * x * fromAdjustedPoints!.covariance + 0.01
    expect(inversePrediction).toMatchObject({
      x: expect.closeTo(x, 12),
      standardUncertainty: expect.closeTo(Math.sqrt(variance) / coefficients['slope']!, 10),
    })
  })

  it('through two points has them on it', () => {
    const { coefficients, chiSquared, pValue } = fit({
      x: [0, 1],
      y: [1, 3],
      standardUncertaintyOfX: [1, 1],
      standardUncertaintyOfY: [1, 2],
    })
    expect(coefficients).toEqual({ intercept: expect.closeTo(1, 14), slope: expect.closeTo(2, 14) })
    expect([chiSquared, pValue]).toEqual([expect.closeTo(0, 20), undefined])
  })

  it.each<[string, object, string, string]>([
    [
      'a correlation of one',
      { correlationOfXY: [0, 1, 0, 0, 0, 0] },
      'regression.correlation-impossible',
      '/data/correlationOfXY/1',
    ],
    ['one x', { x: [1, 1, 1, 1, 1, 1] }, 'regression.rank-deficient', '/data/x'],
    [
      'covariances that cannot be',
      { covarianceOfXY: diagonal([1, 1, 1, 1, 1, 1]) },
      'regression.covariance-impossible',
      '/data/covarianceOfXY',
    ],
    [
      'correlations and covariances at once',
      { correlationOfXY: [0, 0, 0, 0, 0, 0], covarianceOfX: diagonal([1, 1, 1, 1, 1, 1]) },
      'task.members-exclusive',
      '/data/correlationOfXY',
    ],
  ])('with %s is refused at its place', (_, change, code, pointer) => {
    expect(refused(() => fit({ ...clause7, ...change }))).toMatchObject({ code, pointer })
  })

  it('does not estimate what is stated', () => {
    const model = { form: 'straight-line', covariance: 'scaled-by-residual-variance' }
    expect(refused(() => evaluateRegression({ method: ['least-squares'], model, data: clause7 })).code).toBe(
      'regression.uncertainties-missing',
    )
  })
})
