import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { policies } from '#metrology/traceability/policies.ts'
import { isWorse, verdicts, worst } from '#metrology/traceability/verdict.ts'

import { goodChain, on } from './chain-book.ts'
import { ask } from './question.ts'
import { bookOf, lastOf, laterFact, steps } from './random-chain.ts'

const policy = fc.constantFrom(...policies.map((one) => one.code))

describe('knowledge time', () => {
  it('facts recorded later never change the answer as it was known before', () => {
    fc.assert(
      fc.property(fc.array(laterFact, { maxLength: 6 }), policy, (facts, by) => {
        const book = goodChain()
        const asked = { at: on('2025-08-01'), asKnownAt: on('2024-09-09'), policy: by }
        const before = ask(book, asked)
        for (const learn of facts) learn(book)
        expect(ask(book, asked)).toEqual(before)
      }),
    )
  })

  it('facts recorded later do change the answer as it is known afterwards', () => {
    const changes = fc.sample(laterFact, { numRuns: 300, seed: 1 }).map((learn) => {
      const book = goodChain()
      learn(book)
      return ask(book).verdict
    })
    expect(new Set(changes)).toEqual(new Set(verdicts))
  })
})

describe('any chain', () => {
  it('has shares that arise in its nodes and sum to one', () => {
    fc.assert(
      fc.property(steps, (chain) => {
        const answer = ask(bookOf(chain), { result: lastOf(chain) })
        expect(answer.nodes.reduce((sum, node) => sum + node.local, 0)).toBeCloseTo(1, 9)
        expect(answer.roots.reduce((sum, root) => sum + root.share, 0)).toBeLessThan(1 + 1e-9)
      }),
    )
  })

  it('gets no better verdict when a link is taken away', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), policy, (chain, which, link, by) => {
        const book = bookOf(chain)
        const asked = { result: lastOf(chain), policy: by }
        const before = ask(book, asked).verdict
        const i = which % book.results.length
        const result = book.results[i]!
        const links = result.links.filter((_, n) => n !== link % result.links.length)
        book.results[i] = { ...result, links }
        expect(isWorse(before, ask(book, asked).verdict)).toBe(false)
      }),
    )
  })

  it('is judged the same in whatever order its records arrive', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chain, chance) => {
        const book = bookOf(chain)
        const shuffled = Object.entries(book).map(([name, list]) => {
          const keyed = list.map((one) => ({ one, key: chance.next().value as number }))
          return [name, keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one)]
        })
        const asked = { result: lastOf(chain) }
        expect(ask(Object.fromEntries(shuffled) as typeof book, asked)).toEqual(ask(book, asked))
      }),
    )
  })

  it('has the worst verdict of the rules that count', () => {
    fc.assert(
      fc.property(steps, (chain) => {
        const { verdict, rules } = ask(bookOf(chain), { result: lastOf(chain) })
        const counted = rules.filter((one) => one.weight === 'counts').map((one) => one.effect)
        expect(verdict).toBe(worst(counted))
      }),
    )
  })
})

describe('verdicts', () => {
  it('are ordered from traceable to not traceable', () => {
    expect(verdicts.every((one, i) => i === 0 || isWorse(one, verdicts[i - 1]!))).toBe(true)
    expect(worst([])).toBe('traceable')
    expect(worst(['none', 'suspect', 'traceable-with-conditions'])).toBe('suspect')
  })
})
