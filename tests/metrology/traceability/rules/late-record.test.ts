import { describe, expect, it } from 'vitest'

import { event, goodChain, on, revise } from '../chain-book.ts'
import { ask, found } from '../question.ts'

describe('R22, late records', () => {
  it('are told and change no verdict', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { recordedAt: on('2024-07-20') })
    const answer = ask(book)
    expect(answer.verdict).toBe('traceable')
    expect(found(answer, 'R22')).toEqual(['N-low/m1: warn late-certificate'])
  })

  it('of events of the item are told', () => {
    const book = goodChain()
    const check = event('intermediate-check', '2024-07-01', {
      outcome: 'passed',
      recordedAt: on('2024-08-15'),
    })
    revise(book.equipment, 'W2', { events: [check] })
    expect(found(ask(book), 'R22')).toEqual(['N-low/m1: warn late-event'])
  })

  it('within the period the policy allows are not late', () => {
    expect(found(ask(goodChain()), 'R22')).toEqual([])
  })
})
