import { describe, expect, it } from 'vitest'

import { goodChain, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

const nothing = {
  expandedUncertainty: undefined,
  coverageFactor: undefined,
  coverageProbability: undefined,
  degreesOfFreedom: undefined,
}

describe('R06, the uncertainty stated', () => {
  it('is U with k and a coverage probability', () => {
    expect(found(ask(goodChain()), 'R06')).toContain('N-low/m1: pass stated')
  })

  it('is also u with degrees of freedom', () => {
    const book = goodChain()
    revise(book.results, 'low', { ...nothing, degreesOfFreedom: 12 })
    expect(found(ask(book), 'R06')).toContain('N-low/m1: pass stated')
  })

  it('is not U without k, and then nothing can be said', () => {
    const book = goodChain()
    revise(book.results, 'low', { coverageFactor: undefined })
    expect(ask(book).verdict).toBe('indeterminate')
    expect(faults(ask(book))).toContain('R06 uncertainty-not-stated N-low/m1')
  })

  it('may be left to the class where the law verifies by class', () => {
    const book = goodChain()
    revise(book.results, 'low', nothing)
    revise(book.certificates, 'cert-low', { kind: 'verification', validUntil: '2025-06-02' })
    revise(book.equipment, 'W2', { ownerId: 'LAB' })
    expect(ask(book, { policy: 'metrology-law' }).verdict).toBe('traceable')
    expect(ask(book, { policy: 'ILAC-P10' }).verdict).toBe('indeterminate')
  })
})
