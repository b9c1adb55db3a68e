import * as fc from 'fast-check'

import type { StoredCorrelation } from '#metrology/budget/stored-budget.ts'

import { calibrate, emptyBook, from, fromReference, nationalKilogram, revise } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'

/** One result: what it takes, by how much, and what it adds of its own. */
export interface NetworkResult {
  /** Counted back from itself; two equal ones are one standard in two inputs. Beyond the first: a root. */
  readonly takes: readonly { readonly back: number; readonly sensitivity: number }[]
  readonly own: number
  /** r declared of its first input and its own influence. */
  readonly declared: number | undefined
}

export const roots = ['r0', 'r1', 'r2'] as const
export const uncertaintyOfRoot = { r0: 2e-7, r1: 5e-7, r2: 1e-6 } as const

export const networks = fc.array(
  fc.record({
    takes: fc.array(
      fc.record({
        back: fc.integer({ min: 1, max: 8 }),
        sensitivity: fc.double({ min: -3, max: 3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    own: fc.double({ min: 1e-8, max: 1e-5, noNaN: true }),
    declared: fc.option(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { nil: undefined }),
  }),
  { minLength: 2, maxLength: 8 },
)

export type Source = { readonly result: number } | { readonly root: (typeof roots)[number] }

export const sourceOf = (i: number, back: number): Source =>
  i - back >= 0 ? { result: i - back } : { root: roots[(back - i - 1) % roots.length]! }

export const idOf = (i: number) => `s${i}`

/** The same network as a registry holds it. */
export function bookOfNetwork(network: readonly NetworkResult[]): Book {
  const book = emptyBook()
  for (const id of roots)
    book.references.push({ ...nationalKilogram, id, code: id, standardUncertainty: uncertaintyOfRoot[id] })
  for (const [i, result] of network.entries()) record(book, result, i)
  return book
}

function record(book: Book, { takes, own, declared }: NetworkResult, i: number) {
  const links = takes.map(({ back, sensitivity }) => {
    const source = sourceOf(i, back)
    const link = 'root' in source ? fromReference(source.root) : from(idOf(source.result))
    return { ...link, sensitivity }
  })
  const by = i % 2 === 0 ? 'LAB' : 'NMI'
  const made = calibrate(book, { id: idOf(i), by, of: `E${i}`, day: '2024-03-04', from: links, own })
  if (declared === undefined || !made.budget) return
  const correlations: StoredCorrelation[] = [{ between: ['x0', 'own'], r: declared }]
  revise(book.results, idOf(i), { budget: { ...made.budget, correlations } })
  const [first] = made.budget.inputs
  const cross = 2 * declared * first!.sensitivity * first!.standardUncertainty * own
  const u = Math.sqrt(made.standardUncertainty! ** 2 + cross)
  revise(book.results, idOf(i), { standardUncertainty: u, expandedUncertainty: 2 * u })
}
