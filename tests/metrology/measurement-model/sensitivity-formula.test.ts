import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateModel, sensitivitiesOf, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { compileExpression } from '#metrology/measurement-model/model.ts'
import { sensitivityFormula, textInInputs } from '#metrology/measurement-model/sensitivity-formula.ts'
import { Refusal } from '#refusal.ts'
import { moderate } from '../../arbitraries.ts'
import { modelText, names } from './random-model.ts'

describe('the formula shown for a sensitivity coefficient', () => {
  it.each([
    ['V/J*cos(phi)', 'V', 'cos(phi) / J'],
    ['V/J*cos(phi)', 'J', '-cos(phi) * V / J ^ 2'],
    ['sqrt(re^2 + im^2)', 're', 're / sqrt(re ^ 2 + im ^ 2)'],
    ['l_s + d - l_s*(d_alpha*(theta + Delta) + alpha_s*d_theta)', 'd_theta', '-l_s * alpha_s'],
    ['a + b', 'a', '1'],
    ['a + b', 'c', '0'],
    ['x^y', 'y', 'x ^ y * log(x)'],
    ['tan(x)', 'x', '(1 / cos(x)) ^ 2'],
  ])('of %s to %s is %s', (text, input, formula) => {
    expect(sensitivityFormula(text, input)?.formula).toBe(formula)
  })

  it('keeps the size of a constant, however small it is', () => {
    expect(sensitivityFormula('6.62607015e-34*nu*n', 'nu')?.formula).toBe('n * 6.62607015e-34')
  })

  it('gives the number that the budget has, for every model it is shown for', () => {
    let compared = 0
    fc.assert(
      fc.property(modelText, fc.tuple(moderate, moderate, moderate, moderate), (text, estimates) => {
        const formula = sensitivityFormula(text, 'a')?.formula
        if (formula === undefined) return
        const [shown, computed] = [valueAt(formula, estimates), sensitivityAt(text, estimates)]
        if (shown === undefined || computed === undefined) return
        compared++
        expect(Math.abs(shown - computed)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(computed)))
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(50)
  })

  it('is absent where the model is long, is no model, or has a function without a formula', () => {
    expect(
      sensitivityFormula(['a', ...Array.from({ length: 100 }, () => 'b')].join('*'), 'a'),
    ).toBeUndefined()
    expect(sensitivityFormula('a = 1', 'a')).toBeUndefined()
    expect(sensitivityFormula('atan2(a, b)', 'a')).toBeUndefined()
    expect(sensitivityFormula('max(a, b)', 'a')).toBeUndefined()
  })

  it('has only inputs in it: outputs that are used are written out, and a text that grows too long is none', () => {
    expect(textInInputs({ V: 'a + b', c: 'm/V' }, 'c')).toBe('m / (a + b)')
    const doubling = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`y${i}`, i === 0 ? 'x' : `y${i - 1} + y${i - 1}`]),
    )
    expect(textInInputs(doubling, 'y39')).toBeUndefined()
  })
})

function valueAt(text: string, estimates: readonly number[]): number | undefined {
  const model = compileExpression(text, names)
  return orNone(() => valueOf(evaluateModel(model, estimates), model.outputs[0]!))
}

function sensitivityAt(text: string, estimates: readonly number[]): number | undefined {
  const model = compileExpression(text, names)
  const c = orNone(() => sensitivitiesOf(model, evaluateModel(model, estimates), model.outputs[0]!)[0])
  return c !== undefined && Math.abs(c) < 1e6 ? c : undefined
}

function orNone<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
