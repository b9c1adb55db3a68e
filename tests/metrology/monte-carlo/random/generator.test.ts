import { describe, expect, it } from 'vitest'
import { keyOf } from '#metrology/monte-carlo/random/stream.ts'
import { philox, type Words } from '#metrology/monte-carlo/random/philox.ts'
import { fillUniform, refill, streamAt, streamOf, uniform } from '#metrology/monte-carlo/random/stream.ts'

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join(' ')
const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16)) as unknown as Words
const key = (text: string) => words(text) as unknown as readonly [number, number]

const first = (seed: number, block: number, input: number) => uniform(streamOf(seed, block, input))

describe('the generator that addresses the blocks', () => {
  // Random123 1.14.0, tests/kat_vectors, rows "philox4x32 10": counter, key, result.
  it.each([
    ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ])('is Philox4x32-10 as its authors published it: %s', (counter, at, result) => {
    expect(hex(philox(words(counter), key(at)))).toBe(result)
  })

  it('has a key for every seed up to 53 bits', () => {
    expect(keyOf(0)).toEqual([0, 0])
    expect(keyOf(2 ** 32 + 5)).toEqual([5, 1])
    expect(hex(keyOf(Number.MAX_SAFE_INTEGER).map((word) => word >>> 0))).toBe('ffffffff 001fffff')
  })
})

describe('the generator inside a block', () => {
  it("is xoshiro128** 1.1: the numbers of its authors' program for the state 1, 2, 3, 4", () => {
    // As quoted in the tests of the implementations in Rust and C#.
    const stream = streamAt([1, 2, 3, 4])
    refill(stream)
    expect(Array.from(stream.words.subarray(0, 6))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492,
    ])
  })

  it('goes on after a buffer as if there were none', () => {
    const stream = streamAt([1, 2, 3, 4])
    const [a, b, c] = [0, 0, 0].map(() => {
      refill(stream)
      return [...stream.words]
    })
    expect(new Set([...a!, ...b!, ...c!]).size).toBeGreaterThan(6100)
    const one = streamAt([1, 2, 3, 4])
    const column = new Float64Array(3000)
    fillUniform(one, column, 3000)
    const other = streamAt([1, 2, 3, 4])
    expect([...column]).toEqual(Array.from(column, () => uniform(other)))
  })

  it('differs between seeds, blocks and inputs, and is the same whenever it is asked for', () => {
    const all = [0, 1, 2, 2 ** 40].flatMap((seed) =>
      [0, 1, 999].flatMap((block) => [0, 1, 63].map((input) => first(seed, block, input))),
    )
    expect(new Set(all).size).toBe(36)
    expect(first(7, 3, 5)).toBe(first(7, 3, 5))
  })

  it('gives numbers between 0 and 1 that are never 0 or 1', () => {
    const stream = streamAt([1, 2, 3, 4])
    refill(stream)
    stream.words.fill(0, 0, 2)
    stream.words.fill(0xffffffff, 2, 4)
    expect(uniform(stream)).toBe(2 ** -53)
    expect(uniform(stream)).toBe(1 - 2 ** -53)
  })
})
