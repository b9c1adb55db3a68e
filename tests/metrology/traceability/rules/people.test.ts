import { describe, expect, it } from 'vitest'

import { authorization, goodChain, on, revise } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

describe('R20, the people', () => {
  it('were authorised for their act on its day', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { performer: 'ann', reviewer: 'bob', signatory: 'cid' })
    book.authorizations.push(
      authorization('ann', 'perform', '2020-01-01'),
      authorization('bob', 'review', '2020-01-01'),
      authorization('cid', 'authorise', '2020-01-01'),
    )
    expect(ask(book).verdict).toBe('traceable')
    expect(found(ask(book), 'R20')).toHaveLength(3)
  })

  it('not yet authorised make it conditional', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { signatory: 'cid' })
    book.authorizations.push(authorization('cid', 'authorise', '2024-07-01'))
    const answer = ask(book)
    expect(answer.verdict).toBe('traceable-with-conditions')
    expect(faults(answer)).toEqual(['R20 not-authorised-to-authorise N-low/m1'])
  })

  it('are authorised for a kind of measurand, and for one activity', () => {
    const book = goodChain()
    revise(book.certificates, 'cert-low', { performer: 'ann' })
    book.authorizations.push(
      { ...authorization('ann', 'perform', '2020-01-01'), measurandKind: 'force' },
      authorization('ann', 'review', '2020-01-01'),
    )
    expect(faults(ask(book))).toEqual(['R20 not-authorised-to-perform N-low/m1'])
  })

  it('of another laboratory are not judged without a record about them', () => {
    const book = goodChain()
    const check = { kind: 'checked', by: 'bob', recordedAt: on('2024-06-20') } as const
    revise(book.certificates, 'cert-low', { origin: 'transcribed', signatory: 'someone', events: [check] })
    expect(found(ask(book), 'R20')).toEqual([])
  })
})
