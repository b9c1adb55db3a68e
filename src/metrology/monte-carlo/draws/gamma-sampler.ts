import { fillUniform, uniform, type Stream } from '../random/stream.ts'
import type { NormalSampler } from './normal-sampler.ts'

/** Fills the first `count` places of a column. */
export type Fill = (stream: Stream, column: Float64Array, count: number) => void

/**
 * Numbers of a gamma distribution with this shape and the rate 1, by the method of Marsaglia and Tsang (2000) with
 * a column of candidates; a shape below one is that of one more, times a power of a rectangular number.
 */
export function gammaSampler(shape: number, normal: NormalSampler, longest: number): Fill {
  const uniforms = new Float64Array(longest)
  if (shape < 1) {
    const larger = gammaSampler(shape + 1, normal, longest)
    return (stream, column, count) => {
      larger(stream, column, count)
      fillUniform(stream, uniforms, count)
      for (let i = 0; i < count; i++) column[i] = (column[i] ?? 0) * (uniforms[i] ?? 0) ** (1 / shape)
    }
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  return (stream, column, count) => {
    normal.fill(stream, column, count)
    fillUniform(stream, uniforms, count)
    for (let i = 0; i < count; i++) {
      const x = column[i] ?? 0
      const w = 1 + c * x
      const square = x * x
      const isInside = w > 0 && (uniforms[i] ?? 0) < 1 - 0.0331 * square * square
      column[i] = isInside ? d * w * w * w : settled(stream, x, uniforms[i] ?? 0)
    }
  }

  /** A candidate that is near the edge, and others until one is accepted. */
  function settled(stream: Stream, candidate: number, chance: number): number {
    let [x, u] = [candidate, chance]
    for (;;) {
      const w = 1 + c * x
      const v = w * w * w
      if (v > 0 && Math.log(u) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v
      x = normal.next(stream)
      u = uniform(stream)
    }
  }
}

/** Factors √(ν/χ²), which make t-distributed numbers of normal ones (JCGM 101:2008, 6.4.9.5). */
export function wideningSampler(degreesOfFreedom: number, normal: NormalSampler, longest: number): Fill {
  const half = degreesOfFreedom / 2
  const halfOfChiSquared = gammaSampler(half, normal, longest)
  return (stream, column, count) => {
    halfOfChiSquared(stream, column, count)
    for (let i = 0; i < count; i++) column[i] = Math.sqrt(half / (column[i] ?? 0))
  }
}
