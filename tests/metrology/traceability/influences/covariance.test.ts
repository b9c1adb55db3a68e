import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { covarianceBetween } from '#metrology/traceability/influences/covariance.ts'
import { influenceLabel } from '#metrology/traceability/influences/influence.ts'

import { calibrate, emptyBook, from, goodChain, on } from '../chain-book.ts'
import type { Book } from '../chain-book.ts'
import { denseCovariance } from './dense.ts'
import { bookOfNetwork, idOf, networks } from './random-network.ts'

function between(book: Book, a: string, b: string, asKnownAt = on('2040-01-01')) {
  const found = covarianceBetween({ ...book }, [a, b], asKnownAt)
  if (!found) throw new Error(`There is no ${a} or ${b}`)
  return found
}

/** Two 1 kg weights calibrated with one E2 weight: u_s = 0.25 mg, and 0.30 mg of each calibration itself. */
function twoWeights(): Book {
  const book = emptyBook()
  const mg = 1e-6
  calibrate(book, { id: 'E2', by: 'NMI', of: 'E2', day: '2024-03-04', own: 0.25 * mg })
  for (const id of ['A', 'B'])
    calibrate(book, { id, by: 'LAB', of: id, day: '2024-06-03', from: [from('E2')], own: 0.3 * mg })
  return book
}

const u2s = 0.25 ** 2
const u2own = 0.3 ** 2

describe('two 1 kg weights from one E2 weight', () => {
  it('have a sum of u = 0.656 mg and a difference of u = 0.424 mg, not 0.552 mg', () => {
    const { covariance, results } = between(twoWeights(), 'A', 'B')
    const [a, b] = results.map((one) => one.standardUncertainty * 1e6) as [number, number]
    const c = covariance * 1e12
    expect(c).toBeCloseTo(u2s, 14)
    expect(Math.sqrt(a ** 2 + b ** 2 + 2 * c)).toBeCloseTo(Math.sqrt(4 * u2s + 2 * u2own), 12)
    expect(Math.sqrt(a ** 2 + b ** 2 - 2 * c)).toBeCloseTo(Math.sqrt(2 * u2own), 12)
    expect(Math.sqrt(a ** 2 + b ** 2 + 2 * c).toFixed(3)).toBe('0.656')
    expect(Math.sqrt(a ** 2 + b ** 2 - 2 * c).toFixed(3)).toBe('0.424')
    expect(Math.hypot(a, b).toFixed(3)).toBe('0.552')
  })

  it('have the correlation r = 0.41, all of it through the E2 weight', () => {
    const { correlation, shared, covariance } = between(twoWeights(), 'A', 'B')
    expect(correlation).toBeCloseTo(u2s / (u2s + u2own), 14)
    expect(correlation.toFixed(2)).toBe('0.41')
    expect(shared).toHaveLength(1)
    expect(influenceLabel(shared[0]!.influence)).toBe('N-E2/m1 own')
    expect(shared[0]!.contribution).toBe(covariance)
  })

  it('give the same to a third result that uses both', () => {
    const book = twoWeights()
    const third = (id: string, sensitivity: number) => {
      const links = [from('A'), from('B', { sensitivity })]
      calibrate(book, { id, by: 'LAB', of: id, day: '2024-07-01', from: links, own: 0 })
      return between(book, id, id).results[0].standardUncertainty * 1e6
    }
    expect(third('sum', 1)).toBeCloseTo(Math.sqrt(4 * u2s + 2 * u2own), 12)
    expect(third('difference', -1)).toBeCloseTo(Math.sqrt(2 * u2own), 12)
  })
})

describe('the covariance of two results', () => {
  it('is that of dense matrices, for every pair of any network', () => {
    fc.assert(
      fc.property(networks, (drawn) => {
        const network = drawn.map((one) => ({ ...one, declared: undefined }))
        const book = bookOfNetwork(network)
        const dense = denseCovariance(network)
        for (const [i, row] of dense.entries())
          for (const [j, expected] of row.entries()) {
            const found = between(book, idOf(i), idOf(j)).covariance
            const size = Math.sqrt(dense[i]![i]! * dense[j]![j]!)
            expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * size)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('is symmetric, and no correlation leaves [−1, 1]', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const book = bookOfNetwork(network)
        const [a, b] = [idOf(network.length - 1), idOf(network.length - 2)]
        const [ab, ba] = [between(book, a, b), between(book, b, a)]
        expect(ab.correlation).toBeCloseTo(ba.correlation, 12)
        expect(Math.abs(ab.correlation)).toBeLessThanOrEqual(1)
        expect(between(book, a, a).correlation).toBeCloseTo(1, 12)
      }),
    )
  })

  it('of a result and the standard it was made with is the variance of the standard', () => {
    const { covariance, shared } = between(goodChain(), 'low', 'top')
    expect(covariance).toBeCloseTo(1e-15, 26)
    expect(shared.map((one) => influenceLabel(one.influence))).toEqual(['N-top/m1 own', 'NMI-KG'])
  })

  it('is nothing where nothing is shared', () => {
    const book = emptyBook()
    for (const id of ['A', 'B']) calibrate(book, { id, by: 'LAB', of: id, day: '2024-06-03' })
    expect(between(book, 'A', 'B')).toMatchObject({ covariance: 0, correlation: 0, shared: [] })
  })

  it('is not told of a result that was not known', () => {
    expect(covarianceBetween(goodChain(), ['low', 'nothing'], on('2040-01-01'))).toBeUndefined()
    expect(covarianceBetween(goodChain(), ['low', 'top'], on('2024-05-01'))).toBeUndefined()
  })
})
