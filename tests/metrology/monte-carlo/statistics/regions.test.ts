import { describe, expect, it } from 'vitest'
import { jointSamplerOf } from '#metrology/monte-carlo/draws/joint-sampler.ts'
import { normalSampler } from '#metrology/monte-carlo/draws/normal-sampler.ts'
import { streamOf } from '#metrology/monte-carlo/random/stream.ts'
import { histogramOf } from '#metrology/monte-carlo/statistics/histogram.ts'
import { jointRegionOf } from '#metrology/monte-carlo/statistics/joint-region.ts'

const trials = 400_000

function pair(r: number, s: number, t: number): [Float64Array, Float64Array] {
  const columns = [new Float64Array(trials), new Float64Array(trials)] as [Float64Array, Float64Array]
  const factor = [
    [s, 0],
    [t * r, t * Math.sqrt(1 - r * r)],
  ]
  const streams = { own: [streamOf(1, 0, 0), streamOf(1, 0, 1)], widening: streamOf(1, 0, 2) }
  jointSamplerOf({ inputs: [0, 1], centers: [5, -1], factor }, normalSampler(), trials)(
    streams,
    columns,
    trials,
  )
  return columns
}

describe('a region of the plane that holds two normal outputs with p = 95 %', () => {
  const [s, t, r, p] = [2, 0.5, 0.8, 0.95]
  const [a, b] = pair(r, s, t)
  const region = jointRegionOf(a, b, { center: [5, -1], deviations: [s, t], correlation: r }, p)!
  const k = Math.sqrt(-2 * Math.log(1 - p))

  it('as an ellipse has the factor 2.45 (JCGM 102, 7.7.2, table 1), its axes and its area', () => {
    expect(region.ellipse.coverageFactor).toBeCloseTo(k, 1)
    expect(Math.abs(region.ellipse.coverageFactor / k - 1)).toBeLessThan(0.005)
    expect(region.ellipse.area / (Math.PI * k * k * s * t * Math.sqrt(1 - r * r))).toBeCloseTo(1, 1)
    const {
      halfAxes: [long, short],
      angle,
    } = region.ellipse
    expect(long * short * Math.PI).toBeCloseTo(region.ellipse.area, 9)
    // The direction in which the covariance matrix is largest.
    expect(Math.tan(2 * angle)).toBeCloseTo((2 * r * s * t) / (s * s - t * t), 9)
  })

  it('that is the smallest is that ellipse, as far as a mesh can show', () => {
    expect(region.smallest.area / region.ellipse.area).toBeGreaterThan(0.9)
    expect(region.smallest.area / region.ellipse.area).toBeLessThan(1.1)
    const { lower, cell, cells, cellsAlong } = region.smallest
    const held = new Set(cells)
    const inside = a.filter((x, i) => {
      const [column, row] = [Math.floor((x - lower[0]) / cell[0]), Math.floor((b[i]! - lower[1]) / cell[1])]
      return column >= 0 && column < cellsAlong && row >= 0 && held.has(row * cellsAlong + column)
    })
    expect(inside.length / trials).toBeGreaterThanOrEqual(p)
    expect(inside.length / trials).toBeLessThan(p + 0.005)
  })

  it('does not exist for outputs on one line', () => {
    const plane = { center: [5, 5], deviations: [s, s], correlation: 1 } as const
    expect(jointRegionOf(a, a, plane, p)).toBeUndefined()
  })
})

describe('a histogram', () => {
  it('counts every trial once', () => {
    const [a] = pair(0, 1, 1)
    const { counts, below, above, lower, width } = histogramOf(a, 50)
    expect(counts.reduce((sum, n) => sum + n, 0) + below + above).toBe(trials)
    expect(below).toBeLessThanOrEqual(trials * 0.0005)
    expect(counts[25]).toBe(a.filter((x) => x >= lower + 25 * width && x < lower + 26 * width).length)
  })

  it('of something that does not scatter has all trials in one class', () => {
    const { counts, width } = histogramOf(new Float64Array(1000).fill(7), 10)
    expect([counts[0], width]).toEqual([1000, 0])
  })
})
