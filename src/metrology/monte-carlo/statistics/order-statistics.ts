/** The values with the ranks `from` to `to` (not included; 0 is the smallest), in ascending order. */
export type Ranks = (from: number, to: number) => Float64Array

/** Where more than this part of all values is wanted, sorting all of them costs no more. */
const largePart = 0.5

/** So many values, or one in sixteen, tell where in the whole a rank is to be looked for. */
const largestSample = 4096

/** Ranks in the sample lie within this many of their standard deviations, with few exceptions. */
const safety = 4

/**
 * Order statistics as if all values had been sorted: only those are that lie between two values of a sample; where
 * the sample misleads, everything is sorted after all. Nothing in `values` is moved.
 */
export function ranksIn(values: Float64Array): Ranks {
  const n = values.length
  const sample = sampleOf(values)
  return (from, to) => {
    if (to - from < largePart * n && sample.length > 0) {
      const { below, within } = between(values, bracketOf(sample, from / n, to / n))
      const isEnough = below <= from && below + within.length >= to
      if (isEnough) return within.sort().subarray(from - below, to - below)
    }
    return values.slice().sort().subarray(from, to)
  }
}

function sampleOf(values: Float64Array): Float64Array {
  const size = Math.min(largestSample, Math.floor(values.length / 16))
  const step = Math.floor(values.length / Math.max(size, 1))
  const sample = new Float64Array(size)
  for (let i = 0; i < size; i++) sample[i] = values[i * step] ?? 0
  return sample.sort()
}

interface Bracket {
  readonly low: number
  readonly high: number
  /** The part of all values that it should hold. */
  readonly part: number
}

/** Two values that very probably have the ranks between them. */
function bracketOf(sample: Float64Array, from: number, to: number): Bracket {
  const size = sample.length
  const margin = (part: number) => safety * Math.sqrt(size * part * (1 - part)) + 2
  const first = Math.floor(from * size - margin(from))
  const last = Math.ceil(to * size + margin(to))
  return {
    low: sample[first] ?? -Infinity,
    high: sample[last] ?? Infinity,
    part: (last - first + 1) / size,
  }
}

function between(values: Float64Array, { low, high, part }: Bracket) {
  // What does not fit is not enough, and leads to the sorting of everything.
  const room = Math.ceil(1.25 * part * values.length) + 64
  const within = new Float64Array(Math.min(room, values.length))
  let below = 0
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < low) below++
    else if (value <= high) within[count++] = value
  }
  return { below, within: within.subarray(0, count <= room ? count : 0) }
}
