import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correlationIn,
  momentsOf,
  standardDeviationIn,
  together,
} from '#metrology/monte-carlo/statistics/moments.ts'

const column = fc.float64Array({ minLength: 2, maxLength: 50, noNaN: true, min: -1e3, max: 1e3 })

describe('mean and scatter of many blocks', () => {
  it('are those of all trials in one', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const all = momentsOf([Float64Array.of(...a, ...b)])
        const parts = together(momentsOf([a]), momentsOf([b]))
        expect(parts.count).toBe(all.count)
        expect(Math.abs(parts.means[0]! - all.means[0]!)).toBeLessThan(1e-10)
        expect(Math.abs(standardDeviationIn(parts, 0) - standardDeviationIn(all, 0))).toBeLessThan(1e-9)
      }),
    )
  })

  it('keep their digits where the scatter is small against the value', () => {
    const values = new Float64Array(1000).map((_, i) => 1e9 + (i % 2 === 0 ? 1e-5 : -1e-5))
    const moments = together(momentsOf([values]), momentsOf([values]))
    expect(standardDeviationIn(moments, 0) / 1e-5).toBeCloseTo(1, 1)
    expect(moments.means[0]).toBe(1e9)
  })

  it('of a block without a trial change nothing', () => {
    const some = momentsOf([Float64Array.of(1, 2, 4)])
    const none = momentsOf([new Float64Array(0)])
    expect(together(some, none)).toBe(some)
    expect(together(none, some)).toBe(some)
  })

  it('have a correlation of exactly ±1 for one quantity twice, and none for one that does not scatter', () => {
    const a = Float64Array.of(1, 2, 4, 8.5)
    const moments = momentsOf([a, a.map((x) => -3 * x), new Float64Array(4)])
    expect(correlationIn(moments, 0, 1)).toBeCloseTo(-1, 15)
    expect(correlationIn(moments, 1, 0)).toBe(correlationIn(moments, 0, 1))
    expect(correlationIn(moments, 0, 2)).toBeUndefined()
  })
})
