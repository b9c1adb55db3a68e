import { philox } from './philox.ts'

/** Random words of 32 bits, one after the other; `at` is the next one to be used. */
export interface Stream {
  readonly state: Int32Array
  readonly words: Uint32Array
  at: number
}

/** A seed of up to 53 bits, as the key of Philox. */
export const keyOf = (seed: number): readonly [number, number] => [
  (seed % 2 ** 32) | 0,
  Math.floor(seed / 2 ** 32) | 0,
]

/** In the fourth word of the counter: other uses of the same key would take another number. */
const purpose = 1

/** A multiple of two, because numbers are made from pairs. */
const bufferLength = 2048

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), started at a
 * state that Philox gives for this seed, block and input. That two of 10⁵ such streams ever overlap in a period
 * of 2¹²⁸ has a probability below 10⁻²³.
 */
export function streamOf(seed: number, block: number, input: number): Stream {
  const [a, b, c, d] = philox([0, block, input, purpose], keyOf(seed))
  // All zeros is the one state that the generator never leaves.
  return streamAt([a, b, c, (a | b | c | d) === 0 ? 1 : d])
}

export const streamAt = (state: readonly number[]): Stream => ({
  state: Int32Array.from(state, (word) => word | 0),
  words: new Uint32Array(bufferLength),
  at: bufferLength,
})

/** The next words of the generator; a buffer is filled by one loop that keeps its state in registers. */
export function refill(stream: Stream): void {
  const { state, words } = stream
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state
  for (let i = 0; i < words.length; i++) {
    words[i] = Math.imul(rotated(Math.imul(s1, 5), 7), 9)
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotated(s3, 11)
  }
  state[0] = s0
  state[1] = s1
  state[2] = s2
  state[3] = s3
  stream.at = 0
}

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/** Rectangular between 0 and 1, never at either end: 52 bits and a half. */
const fraction = (high: number, low: number) => ((high >>> 6) * 2 ** 26 + (low >>> 6) + 0.5) * 2 ** -52

export function uniform(stream: Stream): number {
  if (stream.at >= bufferLength) refill(stream)
  const { words, at } = stream
  stream.at = at + 2
  return fraction(words[at] ?? 0, words[at + 1] ?? 0)
}

/** As many of them at once: the first `count` places of a column. */
export function fillUniform(stream: Stream, column: Float64Array, count: number): void {
  const { words } = stream
  for (let i = 0; i < count;) {
    if (stream.at >= bufferLength) refill(stream)
    let { at } = stream
    for (const end = Math.min(count, i + (bufferLength - at) / 2); i < end; i++, at += 2)
      column[i] = fraction(words[at] ?? 0, words[at + 1] ?? 0)
    stream.at = at
  }
}
