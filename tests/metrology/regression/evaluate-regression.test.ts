import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateRegression } from '#metrology/regression/evaluate-regression.ts'
import type { RegressionData, RegressionModel } from '#metrology/regression/regression-task.ts'
import strd from './strd.json' with { type: 'json' }

const method = ['least-squares']
const fit = (data: RegressionData, model: RegressionModel = { form: 'straight-line' }) =>
  evaluateRegression({ method, model, data })
const relative = (found: number, expected: number) => Math.abs(found / expected - 1)
const close = (a: number, b: number, size = Math.max(Math.abs(a), Math.abs(b), 1e-12)) =>
  Math.abs(a - b) <= 1e-9 * size

/** The first five values depend on each other, and the last five. */
const block = (i: number, j: number) => i < 5 === j < 5

describe('the reference data of NIST', () => {
  it.each(strd.sets.map((set) => [set.name, set] as const))(
    '%s: every certified digit of coefficients and uncertainties is met',
    (_, set) => {
      const { coefficients, standardUncertainties } = fit(set.data, set.model)
      for (const [i, value] of Object.values(coefficients).entries())
        expect(relative(value, set.coefficients[i]!)).toBeLessThan(set.tolerance)
      for (const [i, u] of (set.standardUncertainties ?? []).entries())
        expect(relative(Object.values(standardUncertainties!)[i]!, u)).toBeLessThan(set.tolerance)
    },
  )
})

describe('a curve through points that are equally good', () => {
  const x = [1, 2, 3, 4, 5, 6]
  const y = [2.1, 3.9, 6.2, 7.8, 10.1, 11.9]

  it('predicts a new observation with the scatter of the residuals (GUM H.3; Natrella 5-4.1)', () => {
    const { prediction, residualStandardDeviation: s } = fit({ x, y, prediction: { at: 3.5 } })
    expect(prediction!.varianceOfLine).toBeCloseTo(s! ** 2 / 6, 14)
    expect(prediction!.varianceOfNewObservation).toBeCloseTo(s! ** 2 / 6 + s! ** 2, 14)
    expect(prediction!.degreesOfFreedom).toBe(4)
  })

  it('is read backwards for the mean of readings with the formula of analytical chemistry (QUAM, A5)', () => {
    const readings = [7.0, 7.1]
    const {
      coefficients,
      residualStandardDeviation: s,
      inversePrediction,
    } = fit({ x, y, inversePrediction: { readings } })
    const { intercept = 0, slope = 1 } = coefficients
    const x0 = (7.05 - intercept) / slope
    const u = (s! / slope) * Math.sqrt(1 / 2 + 1 / 6 + (x0 - 3.5) ** 2 / 17.5)
    expect(inversePrediction).toMatchObject({
      readings,
      x: expect.closeTo(x0, 12),
      standardUncertainty: expect.closeTo(u, 12),
    })
  })

  it('reads backwards what it predicts, also where it is bent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 6, noNaN: true }), fc.constantFrom(1, 2, 3), (at, degree) => {
        const model = { form: 'polynomial', degree }
        const value = fit({ x, y, prediction: { at } }, model).prediction!.value
        const back = fit(
          { x, y, inversePrediction: { y: value, standardUncertaintyOfY: 0 } },
          model,
        ).inversePrediction!
        expect(Math.abs(back.x - at)).toBeLessThan(1e-11)
      }),
    )
  })

  it('tabulates its values with their covariances', () => {
    const { table, covariance, standardUncertainties: u } = fit({ x, y, table: { at: [0, 1, 3.5] } })
    expect(table!.standardUncertainties[0]).toBeCloseTo(u!['intercept']!, 13)
    expect(table!.covariance[0]![1]).toBeCloseTo(u!['intercept']! ** 2 + covariance!, 13)
    expect(table!.covariance[1]![0]).toBe(table!.covariance[0]![1])
  })

  it('through the origin is its slope alone', () => {
    const answer = fit({ x, y }, { form: 'through-origin' })
    const slope = x.reduce((sum, v, i) => sum + v * y[i]!, 0) / x.reduce((sum, v) => sum + v * v, 0)
    expect(answer.coefficients).toEqual({ slope: expect.closeTo(slope, 14) })
    expect(answer.degreesOfFreedom).toBe(5)
  })
})

const points = fc.array(
  fc.record({
    x: fc.integer({ min: -1000, max: 1000 }),
    y: fc.integer({ min: -1000, max: 1000 }),
    u: fc.integer({ min: 1, max: 50 }),
    v: fc.integer({ min: 1, max: 50 }),
  }),
  { minLength: 6, maxLength: 12 },
)
type Point = { x: number; y: number; u: number; v: number }
const spread = (list: readonly Point[]) => new Set(list.map(({ x }) => x)).size > 4
const weighted = (list: readonly Point[]): RegressionData => ({
  x: list.map(({ x }) => x),
  y: list.map(({ y }) => y),
  standardUncertaintyOfY: list.map(({ u }) => u),
})

describe('a curve through points with stated uncertainties', () => {
  it('does not depend on the order of its points', () => {
    fc.assert(
      fc.property(points.filter(spread), fc.constantFrom(1, 2, 3), (list, degree) => {
        const model = { form: 'polynomial', degree }
        const one = fit(weighted(list), model)
        const other = fit(weighted(list.toReversed()), model)
        for (const [name, value] of Object.entries(one.coefficients)) {
          const u = one.standardUncertainties![name]!
          expect(Math.abs(value - other.coefficients[name]!)).toBeLessThan(1e-10 * (u + Math.abs(value)))
          expect(close(u, other.standardUncertainties![name]!)).toBe(true)
        }
      }),
    )
  })

  it('says the same in other units', () => {
    fc.assert(
      fc.property(points.filter(spread), fc.constantFrom(1e-6, 0.3, 25.4, 1e9), (list, factor) => {
        const one = fit(weighted(list))
        const other = fit(weighted(list.map((p) => ({ x: p.x * factor, y: p.y * 7, u: p.u * 7, v: p.v }))))
        expect(close(other.chiSquared!, one.chiSquared!)).toBe(true)
        expect(
          close(other.standardUncertainties!['slope']! * factor, one.standardUncertainties!['slope']! * 7),
        ).toBe(true)
        expect(close(other.correlation!, one.correlation!, 1)).toBe(true)
      }),
    )
  })

  it('returns a polynomial that the points lie on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), (c) => {
        const x = [-3, -2, -1, 0, 1, 2, 3, 4]
        const y = x.map((v) => c.reduce((sum, each, k) => sum + each * v ** k, 0))
        const { coefficients } = fit(
          { x, y, standardUncertaintyOfY: x.map((_, i) => 1 + i) },
          { form: 'polynomial', degree: 3 },
        )
        for (const [k, value] of Object.values(coefficients).entries()) expect(value).toBeCloseTo(c[k]!, 10)
      }),
    )
  })

  it('has no better χ² in its neighbourhood', () => {
    fc.assert(
      fc.property(
        points.filter(spread),
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (list, da, db) => {
          const { coefficients, chiSquared } = fit(weighted(list))
          const moved = list.reduce(
            (sum, p) =>
              sum +
              ((p.y - coefficients['intercept']! - da - (coefficients['slope']! + db) * p.x) / p.u) ** 2,
            0,
          )
          expect(moved).toBeGreaterThanOrEqual(chiSquared! * (1 - 1e-12))
        },
      ),
    )
  })

  it('with covariances between the values is that of ISO/TS 28037:2010, clause 9', () => {
    const covarianceOfY = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => (block(i, j) ? (i < 5 ? 1 : 4) + Number(i === j) : 0)),
    )
    const answer = fit({
      x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      y: [1.3, 4.1, 6.9, 7.5, 10.2, 12, 14.5, 17.1, 19.5, 21],
      covarianceOfY,
    })
    expect(answer.coefficients).toEqual({
      intercept: expect.closeTo(-0.6456, 4),
      slope: expect.closeTo(2.2014, 4),
    })
    expect(answer.standardUncertainties).toEqual({
      intercept: expect.closeTo(1.2726, 4),
      slope: expect.closeTo(0.2015, 4),
    })
    expect(answer.covariance).toBeCloseTo(-0.1669, 4)
    expect(answer.chiSquared).toBeCloseTo(2.074, 3)
  })

  it('with uncertainties that are right up to a factor takes that factor from the residuals', () => {
    const data = { x: [1, 2, 3, 4], y: [1, 2.2, 2.9, 4.1], standardUncertaintyOfY: [1, 2, 1, 2] }
    const stated = fit(data)
    const scaled = fit(data, { form: 'straight-line', covariance: 'scaled-by-residual-variance' })
    const factor = Math.sqrt(stated.chiSquared! / 2)
    expect(scaled.standardUncertainties!['slope']).toBeCloseTo(
      stated.standardUncertainties!['slope']! * factor,
      14,
    )
    expect(scaled.coefficients).toEqual(stated.coefficients)
  })
})
