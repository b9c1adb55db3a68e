import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { individualsChart } from '#metrology/recalibration/individuals-chart.ts'
import { predictionBand } from '#metrology/recalibration/prediction-band.ts'

describe('the band of a drift', () => {
  // By hand: x̄ = 2, ȳ = 2.2, Sxx = 10, Sxy = 9; slope 0.9, intercept 0.4; residuals −0.4, 0.7, −0.2, −0.1, 0 → SSE = 0.7, s² = 0.7/3.
  const found = [0, 1, 3, 2, 4].map((day) => ({ day, value: [0, 2, 2, 3, 4][day]! }))

  it('is that of the line through five values, computed by hand', () => {
    const band = predictionBand(found)!
    expect(band.slope).toBeCloseTo(0.9, 12)
    expect(band.residualStandardDeviation).toBeCloseTo(Math.sqrt(0.7 / 3), 12)
    expect(band.slopeUncertainty).toBeCloseTo(Math.sqrt(0.7 / 3 / 10), 12)
    expect(band.degreesOfFreedom).toBe(3)
    expect(band.coverageFactor).toBeCloseTo(3.1824, 4)
    const half = 3.182446 * Math.sqrt((0.7 / 3) * (1 + 1 / 5 + (6 - 2) ** 2 / 10))
    const { value, lower, upper } = band.at(6)
    expect(value).toBeCloseTo(0.4 + 0.9 * 6, 12)
    expect(upper - value).toBeCloseTo(half, 5)
    expect(value - lower).toBeCloseTo(half, 5)
  })

  it('meets a limit on the day on which it is as wide as that', () => {
    const band = predictionBand(found)!
    const met = band.meets({ lower: -10, upper: 10 })!
    expect(met.limit).toBe('upper')
    expect(band.at(met.day).upper).toBeCloseTo(10, 9)
    expect(band.at(met.day - 0.01).upper).toBeLessThan(10)
    expect(band.meets({ upper: 5 })).toEqual({ day: 4, limit: 'upper' })
    expect(band.meets({})).toBeUndefined()
  })

  it('is none where the values determine no line, or nothing beside it', () => {
    expect(predictionBand(found.slice(0, 2))).toBeUndefined()
    expect(predictionBand([1, 2, 3].map((value) => ({ day: 7, value })))).toBeUndefined()
  })

  it('has each of its values in the middle, whatever the unit of time', () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 12 }), (values) => {
        const days = (step: number) =>
          predictionBand(values.map((each, i) => ({ day: i * step, value: each })))!
        const [a, b] = [days(1).at(20), days(365).at(20 * 365)]
        expect(b.value).toBeCloseTo(a.value, 6)
        expect(b.upper).toBeCloseTo(a.upper, 6)
        expect(a.value - a.lower).toBeCloseTo(a.upper - a.value, 6)
      }),
    )
  })
})

describe('control limits of individual values', () => {
  it('are those of the flow rates in the NIST/SEMATECH e-Handbook, 6.3.2.2', () => {
    const chart = individualsChart([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])!
    expect(chart.centre).toBeCloseTo(50.81, 10)
    expect(chart.upper).toBeCloseTo(55.8041, 4)
    expect(chart.lower).toBeCloseTo(45.8159, 4)
  })

  it('are none of fewer than four values', () => {
    expect(individualsChart([1, 2, 3])).toBeUndefined()
  })
})
