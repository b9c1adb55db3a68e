import { describe, expect, it } from 'vitest'
import { canonicalText } from '#evidence/canonical-form.ts'
import { evaluateBudget, type BudgetTask } from '#metrology/budget/evaluate-budget.ts'
import { modelInOrder } from '#metrology/budget/model-in-order.ts'
import type { StoredBudget } from '#metrology/budget/stored-budget.ts'
import { knownModel } from '#metrology/measurement-model/model-cache.ts'
import { propagate } from '#metrology/uncertainty/propagate.ts'
import { refused } from '../refused.ts'

/** What a reader of the stored text computes, who knows nothing but the text; its members are in another order. */
function evaluatedAgain(budget: StoredBudget) {
  const read = JSON.parse(canonicalText(budget)) as StoredBudget
  const inputs = read.inputs.map((input) => ({
    ...input,
    degreesOfFreedom: input.degreesOfFreedom ?? Infinity,
  }))
  const model = knownModel(
    modelInOrder(read.model),
    inputs.map(({ symbol }) => symbol),
  )
  const coverage =
    'k' in read.coverage ? read.coverage : { degreesOfFreedomRule: 'interpolate' as const, ...read.coverage }
  return propagate(model, inputs, read, coverage).outputs.find(({ name }) => name === read.output)
}

const readings = (...values: number[]) => ({ form: { readings: values, unit: '1' } })

const tasks: Readonly<Record<string, Omit<BudgetTask, 'unit'>>> = {
  'a factor': {
    model: { y: 'a * b' },
    output: 'y',
    inputs: { a: readings(1, 1.1, 1.3), b: { form: { estimate: 2, standardUncertainty: 0.1 } } },
    correlations: [],
    correlationsFromReadings: [],
    coverage: { k: 1.65 },
  },
  'a probability and correlated readings': {
    model: { y: 'a / b' },
    output: 'y',
    inputs: { a: readings(1, 1.1, 1.3, 0.9), b: readings(2, 2.3, 2.5, 1.9) },
    correlations: [],
    correlationsFromReadings: ['a', 'b'],
    coverage: { probability: 0.9545, degreesOfFreedomRule: 'truncate' },
  },
  'outputs that use each other, stated in whatever order': {
    model: { y: 'total * aa', total: 'a + zeta', zeta: 'b ^ 2', aa: 'sqrt(a)' },
    output: 'y',
    inputs: { a: readings(1, 1.1, 1.3), b: readings(2, 2.2, 2.1) },
    correlations: [{ between: ['a', 'b'], r: 0 }],
    correlationsFromReadings: [],
    coverage: { probability: 0.95 },
  },
}

describe('a stored budget', () => {
  it.each(Object.entries(tasks))('evaluates again to the same figures: %s', (_, task) => {
    const first = evaluateBudget({ ...task, unit: '1' })
    const again = evaluatedAgain(first.budget)
    expect(again).toMatchObject({
      value: first.estimate,
      standardUncertainty: first.standardUncertainty,
      coverageFactor: first.coverageFactor,
      expandedUncertainty: first.expandedUncertainty,
    })
  })

  it('cannot be made of outputs that depend on themselves', () => {
    const { inputs } = tasks['a factor']!
    const model = { y: 'z + a', z: 'y + b' }
    const task = { ...tasks['a factor']!, model, inputs, unit: '1' }
    expect(refused(() => evaluateBudget(task)).code).toBe('measurement-model.used-before-defined')
    expect(refused(() => evaluateBudget({ ...task, model: { y: 'y + a + b' } })).code).toBe(
      'measurement-model.used-before-defined',
    )
  })
})
