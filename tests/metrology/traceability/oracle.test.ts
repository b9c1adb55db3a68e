import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { policies } from '#metrology/traceability/policies.ts'
import { isWorse } from '#metrology/traceability/verdict.ts'

import { on } from './chain-book.ts'
import type { Book } from './chain-book.ts'
import { oracleEffects, oracleVerdict } from './oracle.ts'
import { ask, faults } from './question.ts'
import { bookWithLoops } from './random-loops.ts'
import { dayAfter } from './random-faults.ts'
import { bookOfRegistry, registries } from './random-registry.ts'

const policy = fc.constantFrom(...policies)
const days = fc.integer({ min: 0, max: 500 }).map(dayAfter)

describe('the verdict on any small registry', () => {
  it('is the one that a slow and obvious reading of the rules comes to', () => {
    fc.assert(
      fc.property(registries, policy, days, days, (calibrations, by, at, asKnownAt) => {
        const book = bookOfRegistry(calibrations)
        const result = `s${calibrations.length - 1}`
        const subject = book.certificates.find((one) => one.id === `cert-${result}`)!
        const k = new Date(Math.max(Number(asKnownAt), Number(subject.recordedAt)))
        const answer = ask(book, { result, at, asKnownAt: k, policy: by.code })
        const expected = oracleEffects(book, { result, at, asKnownAt: k, policy: by })
        const counted = answer.rules.filter((one) => one.weight === 'counts' && one.effect !== 'none')
        expect(
          counted.map((one) => one.effect),
          faults(answer).join(),
        ).toSatisfy((found: string[]) => new Set(found).symmetricDifference(expected).size === 0)
        expect(answer.verdict).toBe(oracleVerdict(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('is drawn here with a finding by every rule that a fault can be drawn for', () => {
    const found = new Set(
      fc
        .sample(fc.tuple(registries, policy, days), { numRuns: 1500, seed: 7 })
        .flatMap(([calibrations, by, at]) => {
          const book = bookOfRegistry(calibrations)
          const { rules } = ask(book, { result: `s${calibrations.length - 1}`, at, policy: by.code })
          return rules
            .filter(({ weight, effect }) => weight === 'counts' && effect !== 'none')
            .map(({ code }) => code)
        }),
    )
    const rules = [
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '12',
      '14',
      '15',
      '17',
      '18',
      '20',
      '21',
    ]
    expect([...found].toSorted()).toEqual(rules.map((number) => `R${number}`))
  })

  it('is drawn here in all its words', () => {
    const drawn = fc
      .sample(fc.tuple(registries, policy), { numRuns: 400, seed: 7 })
      .map(([calibrations, by]) => {
        const book = bookOfRegistry(calibrations)
        return ask(book, { result: `s${calibrations.length - 1}`, at: on('2024-09-02'), policy: by.code })
          .verdict
      })
    expect(new Set(drawn).size).toBe(5)
  })
})

describe('a registry in which much goes wrong', () => {
  it('answers for an earlier K as if what was recorded later were not there', () => {
    fc.assert(
      fc.property(registries, policy, days, days, (calibrations, by, at, asKnownAt) => {
        const book = bookOfRegistry(calibrations)
        const asked = { result: `s${calibrations.length - 1}`, at, asKnownAt, policy: by.code }
        expect(ask(book, asked)).toEqual(ask(recordedUntil(book, asKnownAt), asked))
      }),
    )
  })

  it('is judged the same in whatever order its records arrive', () => {
    fc.assert(
      fc.property(registries, policy, days, (calibrations, by, at) => {
        const book = bookOfRegistry(calibrations)
        const backwards = Object.fromEntries(
          Object.entries(book).map(([name, list]) => [name, list.toReversed()]),
        ) as unknown as Book
        const asked = { result: `s${calibrations.length - 1}`, at, policy: by.code }
        expect(ask(backwards, asked)).toEqual(ask(book, asked))
      }),
    )
  })

  it('gives no better verdict when a link is taken away from a budget that is known', () => {
    fc.assert(
      fc.property(registries, policy, days, fc.nat(), fc.nat(), (calibrations, by, at, which, link) => {
        const book = bookOfRegistry(calibrations)
        const asked = { result: `s${calibrations.length - 1}`, at, policy: by.code }
        const before = ask(book, asked).verdict
        const i = book.results.findIndex((one) => one.id === `s${which % calibrations.length}`)
        const result = book.results[i]!
        fc.pre(result.budget !== undefined)
        const links = result.links.filter((_, n) => n !== link % result.links.length)
        book.results[i] = { ...result, links }
        expect(isWorse(before, ask(book, asked).verdict)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a registry in which devices calibrate each other', () => {
  const loops = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 })
  const drawn = fc.tuple(registries, loops, policy, days)

  it('is judged, and the same in whatever order its records arrive', () => {
    fc.assert(
      fc.property(drawn, ([calibrations, pairs, by, at]) => {
        const book = bookWithLoops(calibrations, pairs)
        const backwards = Object.fromEntries(
          Object.entries(book).map(([name, list]) => [name, list.toReversed()]),
        ) as unknown as Book
        const asked = { result: `s${calibrations.length - 1}`, at, policy: by.code, withInfluences: true }
        expect(ask(backwards, asked)).toEqual(ask(book, asked))
      }),
    )
  })

  it('answers for an earlier K as if what was recorded later were not there', () => {
    fc.assert(
      fc.property(drawn, days, ([calibrations, pairs, by, at], asKnownAt) => {
        const book = bookWithLoops(calibrations, pairs)
        const asked = { result: `s${calibrations.length - 1}`, at, asKnownAt, policy: by.code }
        expect(ask(book, asked)).toEqual(ask(recordedUntil(book, asKnownAt), asked))
      }),
    )
  })

  it('is never traceable through a loop alone', () => {
    fc.assert(
      fc.property(drawn, ([calibrations, pairs, by, at]) => {
        const book = bookWithLoops(calibrations, pairs)
        const rootless = {
          ...book,
          results: book.results.map((one) => ({
            ...one,
            links: one.links.filter(({ upstream }) => upstream.kind !== 'reference'),
          })),
        }
        const answer = ask(rootless, { result: `s${calibrations.length - 1}`, at, policy: by.code })
        expect(answer.roots).toEqual([])
        expect(answer.resolution).not.toBe('resolved')
      }),
    )
  })
})

/** Without everything that was recorded after K; who and what there is has no such date. */
function recordedUntil(book: Book, k: Date): Book {
  const seen = <T extends { readonly recordedAt: Date }>(list: readonly T[]) =>
    list.filter((one) => one.recordedAt <= k)
  return {
    ...book,
    certificates: seen(book.certificates).map((one) => ({ ...one, events: seen(one.events) })),
    equipment: book.equipment.map((one) => ({ ...one, events: seen(one.events) })),
    history: seen(book.history),
    results: book.results.map((one) =>
      one.dispositions ? { ...one, dispositions: seen(one.dispositions) } : one,
    ),
    competences: seen(book.competences).map((one) => ({ ...one, statuses: seen(one.statuses) })),
    comparisons: seen(book.comparisons),
  }
}
