import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ask } from '../question.ts'
import { denseCovariance } from './dense.ts'
import { bookOfNetwork, idOf, networks, roots } from './random-network.ts'

/** Relative to all that adds up, whatever its sign: what cancels is not known better than what it is the rest of. */
const digits = 8

describe('the shares that a plain answer gives to nodes and roots', () => {
  it('sum to one, are those of the decomposition, and give the result itself the whole', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const answer = ask(bookOfNetwork(network), {
          result: idOf(network.length - 1),
          withInfluences: true,
        })
        const [subject] = answer.nodes
        expect(answer.nodes.reduce((sum, { local }) => sum + local, 0)).toBeCloseTo(1, digits)
        expect(subject?.share).toBeCloseTo(1, digits)
        const decomposed = new Map(answer.influences?.roots.map((one) => [one.reference, one.share]))
        for (const { reference, share } of answer.roots)
          expect(share).toBeCloseTo(decomposed.get(reference) ?? 0, digits)
      }),
    )
  })

  it('are those of dense matrices: a root has (C·u)² of u², with C over all routes', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const network = drawn.map((result) => ({ ...result, declared: undefined }))
        const last = network.length - 1
        const whole = denseCovariance(network)[last]![last]!
        const answer = ask(bookOfNetwork(network), { result: idOf(last) })
        for (const root of roots) {
          // The same network with this root alone uncertain.
          const alone = denseCovariance(
            network.map((result) => ({ ...result, own: 0 })),
            root,
          )
          const share = answer.roots.find(({ reference }) => reference === root)?.share ?? 0
          expect(share).toBeCloseTo(alone[last]![last]! / whole, digits)
        }
      }),
    )
  })
})
