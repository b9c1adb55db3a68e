import type { Stream } from '../random/stream.ts'
import type { JointDraw } from './draw.ts'
import { wideningSampler } from './gamma-sampler.ts'
import type { NormalSampler } from './normal-sampler.ts'

/** Fills the first `count` places of one column for each input of the group. */
export type FillJointly = (streams: JointStreams, columns: readonly Float64Array[], count: number) => void

export interface JointStreams {
  /** One for each input of the group. */
  readonly own: readonly Stream[]
  readonly widening: Stream
}

/** JCGM 101:2008, 6.4.8.4, and JCGM 102:2011, 5.3.2. */
export function jointSamplerOf(
  { centers, factor, degreesOfFreedom }: JointDraw,
  normal: NormalSampler,
  longest: number,
): FillJointly {
  const widen =
    degreesOfFreedom === undefined ? undefined : wideningSampler(degreesOfFreedom, normal, longest)
  const widths = new Float64Array(longest).fill(1)
  const standard = centers.map(() => new Float64Array(longest))
  return (streams, columns, count) => {
    widen?.(streams.widening, widths, count)
    for (const [k, z] of standard.entries()) {
      const stream = streams.own[k]
      if (stream) normal.fill(stream, z, count)
    }
    for (const [i, column] of columns.entries()) {
      column.fill(0, 0, count)
      for (const [k, z] of standard.entries()) addMultiple(column, factor[i]?.[k] ?? 0, z, count)
      const center = centers[i] ?? Number.NaN
      for (let n = 0; n < count; n++) column[n] = center + (widths[n] ?? 1) * (column[n] ?? 0)
    }
  }
}

function addMultiple(column: Float64Array, factor: number, of: Float64Array, count: number): void {
  if (factor === 0) return
  for (let n = 0; n < count; n++) column[n] = (column[n] ?? 0) + factor * (of[n] ?? 0)
}
