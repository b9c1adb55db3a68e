import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateModel, sensitivitiesOf, valueOf } from '#metrology/measurement-model/evaluation.ts'
import { compileExpression, compileModel } from '#metrology/measurement-model/model.ts'
import { Refusal } from '#refusal.ts'
import { moderate } from '../../arbitraries.ts'
import { modelText, names } from './random-model.ts'

const at = (text: string, estimates: readonly number[]) => {
  const model = compileExpression(text, names)
  const values = evaluateModel(model, estimates)
  const output = model.outputs[0]!
  return { value: valueOf(values, output), sensitivities: [...sensitivitiesOf(model, values, output)] }
}

/** Undefined where the model has no value, or changes too fast for a difference quotient to say anything. */
function tryAt(text: string, estimates: readonly number[]): ReturnType<typeof at> | undefined {
  try {
    return at(text, estimates)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** (f(x + h) - f(x - h)) / 2h for two steps; where they disagree the quotient is not the derivative yet. */
function differenceQuotient(text: string, estimates: readonly number[], i: number) {
  const quotient = (h: number) => {
    const above = tryAt(text, estimates.with(i, estimates[i]! + h))
    const below = tryAt(text, estimates.with(i, estimates[i]! - h))
    return above && below ? (above.value - below.value) / (2 * h) : undefined
  }
  const [coarse, fine] = [quotient(2e-5), quotient(1e-5)]
  const agree = coarse !== undefined && fine !== undefined && Math.abs(coarse - fine) <= 1e-6 * Math.abs(fine)
  return agree ? fine : undefined
}

describe('sensitivity coefficients', () => {
  it('are the derivatives: no difference quotient contradicts them, for any operation and function', () => {
    let compared = 0
    fc.assert(
      fc.property(modelText, fc.tuple(moderate, moderate, moderate, moderate), (text, estimates) => {
        const result = tryAt(text, estimates)
        if (!result || Math.abs(result.value) > 1e6) return
        for (const i of names.keys()) {
          const quotient = differenceQuotient(text, estimates, i)
          if (quotient === undefined || quotient === 0) continue
          compared++
          // Cancellation in the quotient: about eps |y| / h.
          const rounding = (1e-11 * Math.max(1, Math.abs(result.value))) / 1e-5
          expect(Math.abs(result.sensitivities[i]! - quotient)).toBeLessThanOrEqual(
            1e-5 * Math.abs(quotient) + rounding,
          )
        }
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  it.each([
    ['sqrt(a)', (a: number) => 0.5 / Math.sqrt(a)],
    ['cbrt(a)', (a: number) => 1 / (3 * Math.cbrt(a) ** 2)],
    ['exp(a)', (a: number) => Math.exp(a)],
    ['expm1(a)', (a: number) => Math.exp(a)],
    ['log(a)', (a: number) => 1 / a],
    ['log10(a)', (a: number) => 1 / (a * Math.LN10)],
    ['log2(a)', (a: number) => 1 / (a * Math.LN2)],
    ['log1p(a)', (a: number) => 1 / (1 + a)],
    ['sin(a)', (a: number) => Math.cos(a)],
    ['cos(a)', (a: number) => -Math.sin(a)],
    ['tan(a)', (a: number) => 1 / Math.cos(a) ** 2],
    ['asin(a)', (a: number) => 1 / Math.sqrt(1 - a * a)],
    ['acos(a)', (a: number) => -1 / Math.sqrt(1 - a * a)],
    ['atan(a)', (a: number) => 1 / (1 + a * a)],
    ['sinh(a)', (a: number) => Math.cosh(a)],
    ['cosh(a)', (a: number) => Math.sinh(a)],
    ['tanh(a)', (a: number) => 1 - Math.tanh(a) ** 2],
    ['asinh(a)', (a: number) => 1 / Math.sqrt(1 + a * a)],
    ['acosh(1 + a)', (a: number) => 1 / Math.sqrt((1 + a) ** 2 - 1)],
    ['atanh(a)', (a: number) => 1 / (1 - a * a)],
    ['abs(-a)', () => 1],
    ['max(a, 0.1)', () => 1],
    ['min(a, 0.1)', () => 0],
    ['a^3', (a: number) => 3 * a * a],
    ['a^-2', (a: number) => -2 / a ** 3],
    ['2^a', (a: number) => 2 ** a * Math.LN2],
    ['a^a', (a: number) => a ** a * (1 + Math.log(a))],
    ['hypot(a, 3, 4)', (a: number) => a / Math.hypot(a, 5)],
    ['atan2(a, 2)', (a: number) => 2 / (4 + a * a)],
    ['atan2(2, a)', (a: number) => -2 / (4 + a * a)],
  ])('of %s are those of the textbook', (text, derivative) => {
    for (const a of [0.15, 0.4, 0.85]) {
      const [c = Number.NaN] = at(text, [a, 1, 1, 1]).sensitivities
      expect(Math.abs(c - derivative(a))).toBeLessThanOrEqual(4e-15 * Math.abs(derivative(a)))
    }
  })

  it('of a product of zero estimates keep the factor that is not zero', () => {
    expect(at('a*b', [0, 7, 1, 1]).sensitivities.slice(0, 2)).toEqual([7, 0])
    expect(at('a^2 + b^2', [0, 0, 1, 1]).sensitivities.slice(0, 2)).toEqual([0, 0])
  })

  it.each([
    ['abs(a)', [0, 1, 1, 1]],
    ['sqrt(a)', [0, 1, 1, 1]],
    ['sqrt(a^2 + b^2)', [0, 0, 1, 1]],
    ['sqrt(a)^2', [0, 1, 1, 1]],
    ['max(a, b)', [1, 1, 1, 1]],
    ['atan2(a, b) + a', [0, 0, 1, 1]],
    ['hypot(a, b)', [0, 0, 1, 1]],
    ['a^0.5', [0, 1, 1, 1]],
    ['(-a)^b', [0, 0.5, 1, 1]],
  ])('of %s at its corner do not exist, and are not taken for zero', (text, estimates) => {
    expect(Number.isFinite(at(text, estimates).sensitivities[0])).toBe(false)
  })

  it('of one output are untouched by a corner in another', () => {
    const model = compileModel({ corner: 'abs(a)', y: '3*a' }, ['a'])
    const values = evaluateModel(model, [0])
    const [corner, y] = model.outputs.map((output) => sensitivitiesOf(model, values, output)[0])
    expect([corner, y]).toEqual([Number.NaN, 3])
  })

  it('at the cut of the angle are those of its continuation', () => {
    expect(at('atan2(a, b)', [0, -1, 1, 1]).sensitivities.slice(0, 2)).toEqual([-1, 0])
  })
})
