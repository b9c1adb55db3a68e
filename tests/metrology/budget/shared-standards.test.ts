import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { evaluateBudget } from '#metrology/budget/evaluate-budget.ts'
import type { BudgetTask } from '#metrology/budget/evaluate-budget.ts'
import { partsOfResults, partsOfRoot } from '#metrology/traceability/influences/parts-of-standard.ts'

import { on } from '../traceability/chain-book.ts'
import { denseCovariance } from '../traceability/influences/dense.ts'
import { bookOfNetwork, idOf, networks } from '../traceability/influences/random-network.ts'
import { refused } from '../refused.ts'

const sensitivity = fc.double({ min: -3, max: 3, noNaN: true }).filter((c) => Math.abs(c) > 1e-3)

/** A budget of two standards; figures are taken from them. */
function taskOf(
  standards: NonNullable<BudgetTask['standards']>,
  c: readonly [number, number],
  u: readonly [number, number],
): BudgetTask {
  const form = (i: 0 | 1) => ({ form: { estimate: 1, standardUncertainty: u[i], unit: 'kg' } })
  const model = { y: `${c[0]} * a + ${c[1]} * b` }
  return {
    model,
    output: 'y',
    unit: 'kg',
    inputs: { a: form(0), b: form(1) },
    correlations: [],
    correlationsFromReadings: [],
    coverage: { k: 2 },
    standards,
  }
}

describe('a budget of any two results of any network of laboratories', () => {
  it('has the u of dense covariance matrices, whatever the network', () => {
    fc.assert(
      fc.property(networks, fc.nat(), fc.nat(), sensitivity, sensitivity, (drawn, one, other, ca, cb) => {
        const network = drawn.map((result) => ({ ...result, declared: undefined }))
        const [i, j] = [one % network.length, other % network.length]
        const v = denseCovariance(network)
        const parts = partsOfResults(bookOfNetwork(network), [idOf(i), idOf(j)], on('2040-01-01'))
        const u = [Math.sqrt(v[i]![i]!), Math.sqrt(v[j]![j]!)] as const
        const expected = ca ** 2 * v[i]![i]! + cb ** 2 * v[j]![j]! + 2 * ca * cb * v[i]![j]!
        const scale = (ca * u[0]) ** 2 + (cb * u[1]) ** 2
        fc.pre(expected > 1e-9 * scale)
        const standards = new Map([
          ['a', parts.get(idOf(i))!],
          ['b', parts.get(idOf(j))!],
        ])
        const { standardUncertainty } = evaluateBudget(taskOf(standards, [ca, cb], u))
        expect(Math.abs(standardUncertainty ** 2 - expected)).toBeLessThan(1e-9 * scale)
      }),
    )
  })

  it('has no u at all in the difference of one root with itself', () => {
    const root = partsOfRoot({ id: 'r', code: 'R', standardUncertainty: 1e-3, degreesOfFreedom: Infinity })
    const task = taskOf(
      new Map([
        ['a', root],
        ['b', root],
      ]),
      [1, -1],
      [1e-3, 1e-3],
    )
    expect(refused(() => evaluateBudget(task)).code).toBe('budget.no-uncertainty')
  })
})
