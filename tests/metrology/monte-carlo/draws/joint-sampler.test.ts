import { describe, expect, it } from 'vitest'
import { studentQuantile } from '#metrology/distributions/student-distribution.ts'
import type { JointDraw } from '#metrology/monte-carlo/draws/draw.ts'
import { jointSamplerOf } from '#metrology/monte-carlo/draws/joint-sampler.ts'
import { normalSampler } from '#metrology/monte-carlo/draws/normal-sampler.ts'
import { streamOf } from '#metrology/monte-carlo/random/stream.ts'
import { correlationIn, momentsOf, standardDeviationIn } from '#metrology/monte-carlo/statistics/moments.ts'

const trials = 200_000

function drawn(draw: JointDraw): Float64Array[] {
  const columns = draw.inputs.map(() => new Float64Array(trials))
  const streams = { own: draw.inputs.map((i) => streamOf(1, 0, i)), widening: streamOf(1, 0, 99) }
  jointSamplerOf(draw, normalSampler(), trials)(streams, columns, trials)
  return columns
}

describe('inputs that are drawn together', () => {
  it('have the covariances that their factor stands for', () => {
    const factor = [
      [2, 0, 0],
      [0.9, Math.sqrt(1 - 0.81), 0],
      [-1, 0, 3],
    ]
    const moments = momentsOf(drawn({ inputs: [0, 1, 2], centers: [10, 0, -5], factor }))
    expect(moments.means[0]).toBeCloseTo(10, 1)
    expect(standardDeviationIn(moments, 0)).toBeCloseTo(2, 1)
    expect(standardDeviationIn(moments, 1)).toBeCloseTo(1, 2)
    expect(standardDeviationIn(moments, 2)).toBeCloseTo(Math.sqrt(10), 1)
    expect(correlationIn(moments, 0, 1)).toBeCloseTo(0.9, 2)
    expect(correlationIn(moments, 0, 2)).toBeCloseTo(-1 / Math.sqrt(10), 2)
  })

  it('with r = -1 are one and the same number with both signs: their sum does not scatter at all', () => {
    const [a, b] = drawn({
      inputs: [0, 1],
      centers: [1, 1],
      factor: [
        [0.1, 0],
        [-0.1, 0],
      ],
    })
    expect(a!.every((x, i) => Math.abs(x + b![i]! - 2) < 1e-15)).toBe(true)
  })

  it('from readings taken together are t-distributed each, and extreme together', () => {
    const draw = {
      inputs: [0, 1],
      centers: [0, 0],
      factor: [
        [1, 0],
        [0, 1],
      ],
      degreesOfFreedom: 3,
    }
    const [a, b] = drawn(draw)
    for (const p of [0.01, 0.3, 0.975]) {
      const limit = studentQuantile(p, 3)
      const share = a!.filter((x) => x <= limit).length / trials
      expect(Math.abs(share - p)).toBeLessThan(6 * Math.sqrt((p * (1 - p)) / trials))
    }
    const limit = studentQuantile(0.995, 3)
    const far = (x: number) => Math.abs(x) > limit
    const both = a!.filter((x, i) => far(x) && far(b![i]!)).length / trials
    // Independent ones would be far out together in one of ten thousand trials.
    expect(both).toBeGreaterThan(5e-4)
  })
})
