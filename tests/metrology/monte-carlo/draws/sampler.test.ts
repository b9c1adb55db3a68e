import { describe, expect, it } from 'vitest'
import { normalProbability } from '#metrology/distributions/normal-distribution.ts'
import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import type { Draw } from '#metrology/monte-carlo/draws/draw.ts'
import { gammaSampler } from '#metrology/monte-carlo/draws/gamma-sampler.ts'
import { normalSampler } from '#metrology/monte-carlo/draws/normal-sampler.ts'
import { samplerOf } from '#metrology/monte-carlo/draws/sampler.ts'
import { streamOf } from '#metrology/monte-carlo/random/stream.ts'

const trials = 200_000
const normal = normalSampler()

function drawn(draw: Draw, seed = 1): Float64Array {
  const column = new Float64Array(trials)
  samplerOf(draw, normal, trials)(streamOf(seed, 0, 0), column, trials)
  return column
}

const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length
const deviation = (values: Float64Array) => {
  const m = mean(values)
  return Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1))
}

/** P(X <= x) of |h|·R with h rectangular in a ± d: the mean over the half-widths, by Simpson's rule. */
function curvilinear(a: number, d: number, x: number): number {
  const at = (h: number) => Math.max(0, Math.min(1, 0.5 + x / (2 * h)))
  const n = 4000
  let sum = 0
  for (let i = 0; i <= n; i++) sum += at(a - d + (2 * d * i) / n) * (i === 0 || i === n ? 1 : 2 + 2 * (i % 2))
  return sum / (3 * n)
}

/** The trapezoid and the triangle, by their areas. */
function trapezoid(a: number, b: number, x: number): number {
  if (x > 0) return 1 - trapezoid(a, b, -x)
  return x < -b ? (a + x) ** 2 / (2 * (a - b) * (a + b)) : (a - b) / (2 * (a + b)) + (x + b) / (a + b)
}

const erlang3 = (x: number) => 1 - Math.exp(-x) * (1 + x + (x * x) / 2)

interface Known {
  readonly draw: Draw
  readonly deviation: number
  readonly probability: (x: number) => number
  readonly at: readonly number[]
}

const known: readonly Known[] = [
  {
    draw: { kind: 'rectangular', center: 10, halfWidth: 2 },
    deviation: 2 / Math.sqrt(3),
    probability: (x) => (x + 2) / 4,
    at: [-1.99, -1, 0, 0.5, 1.9],
  },
  {
    draw: { kind: 'trapezoidal', center: -3, halfWidth: 2, topHalfWidth: 0 },
    deviation: 2 / Math.sqrt(6),
    probability: (x) => trapezoid(2, 0, x),
    at: [-1.8, -1, 0, 0.7, 1.7],
  },
  {
    draw: { kind: 'trapezoidal', center: 0, halfWidth: 3, topHalfWidth: 1 },
    deviation: 3 * Math.sqrt((1 + 1 / 9) / 6),
    probability: (x) => trapezoid(3, 1, x),
    at: [-2.7, -1, 0, 0.9, 2.5],
  },
  {
    draw: { kind: 'curvilinear-trapezoidal', center: 5, halfWidth: 1, halfWidthUncertainty: 0.25 },
    deviation: Math.hypot(1 / Math.sqrt(3), 0.25 / 3),
    probability: (x) => curvilinear(1, 0.25, x),
    at: [-1.15, -0.8, 0, 0.9, 1.1],
  },
  {
    draw: { kind: 'arcsine', center: 0, halfWidth: 2 },
    deviation: 2 / Math.SQRT2,
    probability: (x) => 0.5 + Math.asin(x / 2) / Math.PI,
    at: [-1.999, -1.5, 0, 0.3, 1.9],
  },
  {
    draw: { kind: 'normal', center: 100, standardDeviation: 3 },
    deviation: 3,
    probability: (x) => normalProbability(x / 3),
    at: [-11, -6, -1, 0, 0.4, 7, 11],
  },
  {
    draw: { kind: 'exponential', center: 2, mean: 2 },
    deviation: 2,
    probability: (x) => 1 - Math.exp(-(x + 2) / 2),
    at: [-1.99, -1, 0, 3, 12],
  },
  {
    draw: { kind: 'gamma', center: 1.5, shape: 3, rate: 2 },
    deviation: Math.sqrt(3) / 2,
    probability: (x) => erlang3(2 * x + 3),
    at: [-1.3, -0.7, 0, 0.8, 2.5],
  },
  {
    draw: { kind: 'gamma', center: 0.5, shape: 0.5, rate: 1 },
    deviation: Math.sqrt(0.5),
    probability: (x) => 2 * normalProbability(Math.sqrt(2 * (x + 0.5))) - 1,
    at: [-0.4999, -0.4, 0, 0.5, 2],
  },
]

/** Six standard deviations of a count of trials. */
const agree = (count: number, probability: number) =>
  expect(Math.abs(count / trials - probability)).toBeLessThan(
    6 * Math.sqrt((probability * (1 - probability)) / trials),
  )

describe('samples of a distribution', () => {
  it.each(known.map((each) => [JSON.stringify(each.draw), each] as const))(
    'have its mean, its standard deviation and its probabilities: %s',
    (_, { draw, deviation: exact, probability, at }) => {
      const values = drawn(draw)
      expect(Math.abs(mean(values) - draw.center)).toBeLessThan((6 * exact) / Math.sqrt(trials))
      // A kurtosis of 15 (gamma with the shape ½) at most.
      expect(Math.abs(deviation(values) / exact - 1)).toBeLessThan(
        (6 * Math.sqrt(14 / 4)) / Math.sqrt(trials),
      )
      for (const x of at) agree(values.filter((each) => each - draw.center <= x).length, probability(x))
    },
  )

  it.each([1, 2.5, 4, 30, 1e6])('of t with ν = %s have its quantiles and its scale', (degreesOfFreedom) => {
    const values = drawn({ kind: 't', center: 1, scale: 0.5, degreesOfFreedom })
    for (const p of [0.001, 0.025, 0.3, 0.5, 0.9, 0.995]) {
      const limit = 1 + 0.5 * studentQuantile(p, degreesOfFreedom)
      agree(values.filter((x) => x <= limit).length, p)
    }
  })

  it('that are normal fill 512 classes of equal probability evenly, far into both tails', () => {
    const counts = new Float64Array(512)
    const many = 1_000_000
    const column = new Float64Array(many)
    normal.fill(streamOf(5, 1, 2), column, many)
    let [beyondFour, beyondStart] = [0, 0]
    for (const z of column) {
      const k = Math.min(511, Math.floor(512 * normalProbability(z)))
      counts[k] = counts[k]! + 1
      if (Math.abs(z) > 4) beyondFour++
      if (Math.abs(z) > 3.6541528853610088) beyondStart++
    }
    const expected = many / 512
    const chiSquared = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    expect(Math.abs(chiSquared - 511)).toBeLessThan(5 * Math.sqrt(2 * 511))
    for (const [found, limit] of [
      [beyondFour, 4],
      [beyondStart, 3.6541528853610088],
    ] as const) {
      const outside = 2 * many * (1 - normalProbability(limit))
      expect(Math.abs(found - outside)).toBeLessThan(6 * Math.sqrt(outside))
    }
  })

  it('one by one are those of a column', () => {
    const column = new Float64Array(5000)
    normal.fill(streamOf(3, 2, 1), column, 5000)
    const stream = streamOf(3, 2, 1)
    expect([...column]).toEqual(Array.from(column, () => normal.next(stream)))
  })

  it('of a column do not depend on how it is cut', () => {
    const whole = new Float64Array(4096)
    const parts = new Float64Array(4096)
    normal.fill(streamOf(1, 1, 1), whole, 4096)
    const stream = streamOf(1, 1, 1)
    for (const [from, length] of [
      [0, 7],
      [7, 2041],
      [2048, 2048],
    ] as const)
      normal.fill(stream, parts.subarray(from, from + length), length)
    expect(parts).toEqual(whole)
  })

  it('of a gamma distribution with a tiny shape are small and never negative', () => {
    const column = new Float64Array(1000)
    gammaSampler(0.01, normal, 1000)(streamOf(1, 0, 0), column, 1000)
    expect(column.every((x) => x >= 0 && x < 10)).toBe(true)
  })
})
