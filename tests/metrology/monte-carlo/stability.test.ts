import { describe, expect, it } from 'vitest'
import type { BlockSummary } from '#metrology/monte-carlo/block.ts'
import { simulationOfTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import { blocksAtMost, trialsOfBlock, trialsPerBlock } from '#metrology/monte-carlo/simulation.ts'
import { isEnough, isStable, numericalTolerance } from '#metrology/monte-carlo/stability.ts'

const simulation = simulationOfTask({
  method: ['monte-carlo'],
  model: { outputs: { y: 'a' } },
  inputs: { a: { estimate: 10, standardUncertainty: 1 } },
})

/** A block whose mean is off by `shift`. */
const block = (shift: number, more: Partial<BlockSummary> = {}): BlockSummary => ({
  trials: 10_000,
  notFinite: 0,
  moments: { count: 10_000, means: [10 + shift], products: [[9999]] },
  intervals: [[8.04 + shift, 11.96 + shift]],
  ...more,
})
const blocks = (count: number, shift: number) =>
  Array.from({ length: count }, (_, i) => block(i % 2 === 0 ? shift : -shift))

describe('the numerical tolerance of an uncertainty', () => {
  it.each([
    // JCGM 101:2008, 7.9.2, examples 1 and 2.
    [0.00035, 2, 0.000005],
    [2, 1, 0.5],
    // A u that is rounded up to the next power of ten has its digits there.
    [0.0996, 1, 0.05],
    [0.0996, 2, 0.005],
    [9.97, 2, 0.5],
    [35e-20, 2, 0.5e-20],
  ])('of u = %s with %s digits is %s', (u, digits, tolerance) => {
    expect(numericalTolerance(u, digits) / tolerance).toBeCloseTo(1, 12)
  })

  it('of no uncertainty is zero', () => {
    expect(numericalTolerance(0, 2)).toBe(0)
    expect(numericalTolerance(Number.NaN, 2)).toBe(0)
  })
})

describe('the adaptive procedure', () => {
  it('has blocks in which the ends of an interval can be seen', () => {
    expect(trialsPerBlock(0.95)).toBe(10_000)
    expect(trialsPerBlock(0.99)).toBe(10_000)
    expect(trialsPerBlock(0.999)).toBe(100_000)
    expect(trialsPerBlock(0.9999)).toBe(1_000_000)
  })

  it('ends where twice the standard errors lie below the tolerance (δ = 0.05 for u = 1.0)', () => {
    // Of 16 blocks at ±0.09: s = 0.09/√15 = 0.0232, twice that is below 0.05; at ±0.1 it is not.
    expect(isStable(blocks(16, 0.09), simulation)).toBe(true)
    expect(isStable(blocks(16, 0.1), simulation)).toBe(false)
    expect(isEnough(blocks(16, 0.09), simulation)).toBe(true)
  })

  it('never ends with fewer than ten blocks, however alike they are', () => {
    expect(isStable(blocks(9, 0), simulation)).toBe(false)
    expect(isStable(blocks(10, 0), simulation)).toBe(true)
  })

  it('does not wait for digits of an uncertainty that is nothing but rounding', () => {
    const moments = { count: 10_000, means: [10], products: [[1e-27]] }
    const cancelled = Array.from({ length: 12 }, (_, i) => {
      const end = 10 + (i % 2) * 2e-15
      return block(0, { moments: { ...moments, means: [end] }, intervals: [[end, end]] })
    })
    expect(isStable(cancelled, simulation)).toBe(true)
  })

  it('ends at its limit, or when too many trials have no value', () => {
    const never = blocks(399, 0.5)
    expect(isEnough(never, simulation)).toBe(false)
    expect(isEnough([...never, block(0.5)], simulation)).toBe(true)
    expect(isEnough([block(0, { notFinite: 401 })], simulation)).toBe(true)
  })

  it('of a number that is chosen has a shorter last block, which says nothing about stability', () => {
    const plan = { perBlock: 10_000, most: 25_000, isAdaptive: false, significantDigits: 2 }
    expect(blocksAtMost(plan)).toBe(3)
    expect([0, 1, 2, 3].map((each) => trialsOfBlock(plan, each))).toEqual([10_000, 10_000, 5000, 0])
    const odd = block(100, { trials: 5000 })
    expect(isStable([...blocks(10, 0), odd], simulation)).toBe(true)
  })
})
