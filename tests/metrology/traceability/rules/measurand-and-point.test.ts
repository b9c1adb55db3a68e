import { describe, expect, it } from 'vitest'

import { goodChain, revise } from '../chain-book.ts'
import { ask, faults } from '../question.ts'

describe('R04, the same measurand', () => {
  it('is not given by units that convert', () => {
    const answer = ask(goodChain(), { measurandKind: 'mass.conventional' })
    expect(answer.verdict).toBe('not-traceable')
    expect(faults(answer)).toEqual(['R04 other-kind N-low/m1'])
  })

  it('is asked of every standard', () => {
    const book = goodChain()
    const low = book.results.find((one) => one.id === 'low')!
    revise(book.results, 'low', { links: [{ ...low.links[0]!, expectedMeasurandKind: 'mass.conventional' }] })
    expect(faults(ask(book))).toContain('R04 other-kind N-top/m1')
  })

  it('is asked of the root', () => {
    const book = goodChain()
    revise(book.references, 'KG', { measurandKind: 'force' })
    expect(faults(ask(book))).toContain('R04 other-kind NMI-KG')
  })
})

describe('R05, the point covered', () => {
  it('is the calibrated point itself, also after a unit conversion', () => {
    expect(ask(goodChain(), { point: { value: 1 + 1e-12 } }).verdict).toBe('traceable')
  })

  it('is nothing beside the calibrated point where no range is declared', () => {
    expect(faults(ask(goodChain(), { point: { value: 1.5 } }))).toEqual(['R05 value-outside N-low/m1'])
  })

  it('is the declared range, and nothing is extrapolated from it', () => {
    const book = goodChain()
    revise(book.results, 'low', { interval: { lower: 0.5, upper: 2 } })
    expect(ask(book, { point: { value: 2 } }).verdict).toBe('traceable')
    expect(faults(ask(book, { point: { value: 2.01 } }))).toEqual(['R05 value-outside N-low/m1'])
  })

  it('holds for every parameter', () => {
    const book = goodChain()
    const [low] = book.results.filter((one) => one.id === 'low')
    revise(book.results, 'low', {
      point: { ...low!.point, parameters: { frequency: 18e9 } },
      parameterIntervals: { frequency: { lower: 10e9, upper: 18e9 } },
    })
    expect(ask(book, { point: { parameters: { frequency: 12e9 } } }).verdict).toBe('traceable')
    expect(faults(ask(book, { point: { parameters: { frequency: 20e9 } } }))).toEqual([
      'R05 parameter-outside N-low/m1',
    ])
    expect(faults(ask(book, { point: { parameters: { medium: 1 } } }))).toEqual([
      'R05 parameter-outside N-low/m1',
    ])
  })

  it('is asked of a standard at the point where it was used', () => {
    const book = goodChain()
    const low = book.results.find((one) => one.id === 'low')!
    revise(book.results, 'low', { links: [{ ...low.links[0]!, usedAt: { value: 3 } }] })
    expect(faults(ask(book))).toEqual(['R05 value-outside N-top/m1'])
  })
})
