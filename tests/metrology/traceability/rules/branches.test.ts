import { describe, expect, it } from 'vitest'

import { calibrate, from, fromDevice, goodChain, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { ask, faults, found } from '../question.ts'

/** A result of LAB that rests on the good weight, and on a second quantity with this share of the variance. */
function withSecondInput(share: number, kind = 'temperature'): Book {
  const book = goodChain()
  const u = Math.sqrt(share) * 1e-6
  const second = from('nowhere', {
    input: 'second',
    expectedMeasurandKind: kind,
    inputEstimate: 20,
    inputStandardUncertainty: u,
  })
  const own = Math.sqrt(1 - share) * 1e-6
  calibrate(book, { id: 'two', by: 'LAB', of: 'W7', day: '2024-06-03', from: [from('top'), second], own })
  return book
}

const withoutLinks = (book: Book, id: string) => {
  revise(book.results, id, { links: [] })
  return book
}

/** As a certificate from elsewhere: no budget, nothing above. */
const bare = { budget: undefined, links: [] }

describe('R01, the branches', () => {
  it('are complete where every significant input has a standard', () => {
    expect(found(ask(goodChain()), 'R01')).toContain('N-low/m1: pass every-input-has-branch')
  })

  it('are broken where an input that needs a standard names none', () => {
    const answer = ask(withoutLinks(goodChain(), 'low'))
    expect(answer.verdict).toBe('not-traceable')
    expect(faults(answer)).toEqual(['R01 input-without-branch N-low/m1'])
  })

  it('are broken where a budget names no standard at all', () => {
    const book = withoutLinks(goodChain(), 'low')
    const low = book.results.find((one) => one.id === 'low')!
    const inputs = low.budget!.inputs.filter((input) => input.measurandKind === undefined)
    revise(book.results, 'low', { budget: { ...low.budget!, inputs } })
    expect(faults(ask(book))).toEqual(['R01 no-standard N-low/m1'])
  })

  it('of less than one per cent of the variance are told and do not count', () => {
    const answer = ask(withSecondInput(0.005), { result: 'two' })
    const missing = answer.rules.find((one) => one.node === 'nowhere')
    expect(missing).toMatchObject({ reason: 'standard-not-known', weight: 'insignificant' })
    expect(answer.verdict).toBe('traceable')
  })

  it('of more than one per cent count', () => {
    const book = withSecondInput(0.05)
    revise(book.certificates, 'cert-two', { laboratoryId: 'PLANT' })
    expect(faults(ask(book, { result: 'two' }))).toContain('R01 standard-not-known nowhere')
  })

  it('that hand on the measurand itself count however small their share is', () => {
    const book = goodChain()
    calibrate(book, { id: 'rough', by: 'LAB', of: 'W8', day: '2024-06-03', from: [from('top')], own: 1e-4 })
    const revoked = {
      kind: 'revoked',
      cause: 'falsified',
      recordedAt: book.certificates[0]!.recordedAt,
    } as const
    revise(book.certificates, 'cert-top', { events: [revoked] })
    const answer = ask(book, { result: 'rough' })
    expect(answer.links.find((link) => link.to === 'rough')?.share).toBeLessThan(1e-6)
    expect(answer.verdict).toBe('not-traceable')
  })

  it('end at a certificate of a competent issuer whose budget is not known', () => {
    const book = goodChain()
    revise(book.results, 'low', bare)
    const answer = ask(book)
    expect(found(answer, 'R01')).toEqual(['N-low/m1: pass anchored'])
    expect(answer).toMatchObject({ verdict: 'traceable', resolution: 'anchored', depth: 0, roots: [] })
    expect(answer.anchors).toMatchObject([
      { certificate: 'N-low', competence: 'LAB-accreditation', share: 1 },
    ])
  })

  it('cannot be judged where the budget is not known and the policy wants the root', () => {
    const book = goodChain()
    revise(book.results, 'low', bare)
    const law = ask(book, { policy: 'metrology-law' })
    expect(law).toMatchObject({ verdict: 'indeterminate', resolution: 'none' })
    expect(faults(law)).toEqual(['R01 budget-unknown N-low/m1'])
  })

  it('may be missing from the records above a sufficient end', () => {
    const book = goodChain()
    revise(book.results, 'top', bare)
    book.competences = book.competences.filter((one) => one.organizationId !== 'NMI')
    const answer = ask(book)
    expect(answer.verdict).toBe('traceable')
    expect(answer.resolution).toBe('anchored')
    expect(answer.rules.find((one) => one.reason === 'no-competence-recorded')?.weight).toBe('beyond-anchor')
  })

  it('that are known to be broken count also above a sufficient end', () => {
    const book = goodChain()
    const revoked = {
      kind: 'revoked',
      cause: 'falsified',
      recordedAt: book.certificates[0]!.recordedAt,
    } as const
    revise(book.certificates, 'cert-top', { events: [revoked] })
    expect(ask(book).verdict).toBe('not-traceable')
  })

  it('end nowhere at a device that was never calibrated', () => {
    const book = goodChain()
    calibrate(book, { id: 'dev', by: 'PLANT', of: 'W3', day: '2024-06-04', from: [fromDevice('W1b')] })
    const answer = ask(book, { result: 'dev' })
    expect(faults(answer)).toContain('R01 standard-without-certificate W1b/main')
    expect(answer.verdict).toBe('indeterminate')
  })
})
