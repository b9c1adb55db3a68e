import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalSampler } from '#metrology/monte-carlo/draws/normal-sampler.ts'
import { fillUniform, streamOf } from '#metrology/monte-carlo/random/stream.ts'
import { ranksIn } from '#metrology/monte-carlo/statistics/order-statistics.ts'

const sizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1000, max: 40_000 }))
/** How the values lie: spread, with many ties, already in order, or with far outliers. */
const forms = fc.constantFrom('spread', 'ties', 'ascending', 'outliers')

function valuesOf(n: number, form: string, seed: number): Float64Array {
  const values = new Float64Array(n)
  fillUniform(streamOf(seed, 0, 0), values, n)
  if (form === 'ties') return values.map((x) => Math.floor(5 * x))
  if (form === 'ascending') return values.sort()
  return form === 'outliers' ? values.map((x) => 1 / (x - 0.5) ** 9) : values
}

/** Microseconds of the processor, whatever else the machine does. */
function time(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

describe('order statistics', () => {
  it('are those of the sorted values, whatever they look like and whichever ranks are asked for', () => {
    fc.assert(
      fc.property(sizes, forms, fc.nat(1000), fc.nat(), fc.nat(), (n, form, seed, a, b) => {
        const values = valuesOf(n, form, seed)
        const before = values.slice()
        const sorted = values.slice().sort()
        const from = a % n
        const to = from + 1 + (b % Math.min(n - from, 200))
        const ranks = ranksIn(values)
        expect(ranks(from, to)).toEqual(sorted.slice(from, to))
        expect(ranks(0, Math.ceil(n / 20))).toEqual(sorted.slice(0, Math.ceil(n / 20)))
        expect(ranks(0, n)).toEqual(sorted)
        expect(values).toEqual(before)
      }),
      { numRuns: 80 },
    )
  })

  it('are right also where every sixteenth value says nothing about the others', () => {
    const values = new Float64Array(32_768).map((_, i) => (i % 8 === 0 ? 1e6 + i : i))
    const sorted = values.slice().sort()
    for (const rank of [0, 100, 16_000, 32_767]) expect(ranksIn(values)(rank, rank + 1)[0]).toBe(sorted[rank])
  })

  it('of a million values cost a fraction of sorting them', () => {
    const values = new Float64Array(1_000_000)
    normalSampler().fill(streamOf(1, 0, 0), values, values.length)
    const some = () => ranksIn(values)(25_000, 25_001)
    const all = () => values.slice().sort()
    some()
    expect(Math.min(time(some), time(some), time(some))).toBeLessThan(Math.min(time(all), time(all)) / 3)
  })
})
