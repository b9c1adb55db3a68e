import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradientAlong } from '#metrology/measurement-model/derivatives/gradient-along.ts'
import { evaluateModel, sensitivitiesOf } from '#metrology/measurement-model/evaluation.ts'
import { compileExpression } from '#metrology/measurement-model/model.ts'
import { Refusal } from '#refusal.ts'
import { moderate } from '../../../arbitraries.ts'
import { modelText, names } from '../random-model.ts'

/** fᵢ, fᵢⱼ and fᵢⱼⱼ for all i. */
function along(text: string, estimates: readonly number[], j: number) {
  const { program, outputs } = compileExpression(text, names)
  const gradient = gradientAlong(program, outputs[0]!, estimates, new Map([[j, 1]]))
  return gradient.map(([first, second, third]) => ({ first, second, third: 2 * third }))
}

function sensitivities(text: string, estimates: readonly number[]): readonly number[] | undefined {
  try {
    const model = compileExpression(text, names)
    return sensitivitiesOf(model, evaluateModel(model, estimates), model.outputs[0]!)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const near = (found: number, expected: number, relative: number, absolute = 0) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected) + absolute)

/** Where quotients of two widths disagree they are not the derivative yet. */
const isSettled = ([p, q]: readonly [number, number]) => Math.abs(p - q) <= 1e-4 * Math.abs(p)

/** Functions that have a corner somewhere; all others must have every derivative where they have a value. */
const mayHaveCorner = (text: string) => /\b(?:abs|max|min|hypot)\(/.test(text)

describe('derivatives of higher order', () => {
  it.each([
    ['sqrt(a)', (a: number) => [-0.25 * a ** -1.5, 0.375 * a ** -2.5]],
    ['cbrt(a)', (a: number) => [(-2 / 9) * a ** (-5 / 3), (10 / 27) * a ** (-8 / 3)]],
    ['exp(2*a)', (a: number) => [4 * Math.exp(2 * a), 8 * Math.exp(2 * a)]],
    ['expm1(a)', (a: number) => [Math.exp(a), Math.exp(a)]],
    ['log(a)', (a: number) => [-1 / a ** 2, 2 / a ** 3]],
    ['log10(a)', (a: number) => [-1 / a ** 2 / Math.LN10, 2 / a ** 3 / Math.LN10]],
    ['log2(a)', (a: number) => [-1 / a ** 2 / Math.LN2, 2 / a ** 3 / Math.LN2]],
    ['log1p(a)', (a: number) => [-((1 + a) ** -2), 2 * (1 + a) ** -3]],
    ['sin(3*a)', (a: number) => [-9 * Math.sin(3 * a), -27 * Math.cos(3 * a)]],
    ['cos(a)', (a: number) => [-Math.cos(a), Math.sin(a)]],
    [
      'tan(a)',
      (a: number) => [(2 * Math.tan(a)) / Math.cos(a) ** 2, (2 + 4 * Math.sin(a) ** 2) / Math.cos(a) ** 4],
    ],
    ['asin(a)', (a: number) => [a * (1 - a * a) ** -1.5, (1 + 2 * a * a) * (1 - a * a) ** -2.5]],
    ['acos(a)', (a: number) => [-a * (1 - a * a) ** -1.5, -(1 + 2 * a * a) * (1 - a * a) ** -2.5]],
    ['atan(a)', (a: number) => [(-2 * a) / (1 + a * a) ** 2, (6 * a * a - 2) / (1 + a * a) ** 3]],
    ['sinh(a)', (a: number) => [Math.sinh(a), Math.cosh(a)]],
    ['cosh(a)', (a: number) => [Math.cosh(a), Math.sinh(a)]],
    [
      'tanh(a)',
      (a: number) => [
        (-2 * Math.tanh(a)) / Math.cosh(a) ** 2,
        (6 * Math.tanh(a) ** 2 - 2) / Math.cosh(a) ** 2,
      ],
    ],
    ['asinh(a)', (a: number) => [-a * (1 + a * a) ** -1.5, (2 * a * a - 1) * (1 + a * a) ** -2.5]],
    [
      'acosh(1 + a)',
      (a: number) => [-(1 + a) * (a * (2 + a)) ** -1.5, (2 * (1 + a) ** 2 + 1) * (a * (2 + a)) ** -2.5],
    ],
    ['atanh(a)', (a: number) => [(2 * a) / (1 - a * a) ** 2, (2 + 6 * a * a) / (1 - a * a) ** 3]],
    ['a^5', (a: number) => [20 * a ** 3, 60 * a * a]],
    ['a^-1', (a: number) => [2 * a ** -3, -6 * a ** -4]],
    ['1/a', (a: number) => [2 * a ** -3, -6 * a ** -4]],
    ['2^a', (a: number) => [2 ** a * Math.LN2 ** 2, 2 ** a * Math.LN2 ** 3]],
    [
      'a^a',
      (a: number) => [
        a ** a * ((1 + Math.log(a)) ** 2 + 1 / a),
        a ** a * ((1 + Math.log(a)) ** 3 + (3 / a) * (1 + Math.log(a)) - 1 / (a * a)),
      ],
    ],
    ['abs(-a)', () => [0, 0]],
    ['max(a, 0.1)*a', () => [2, 0]],
    ['hypot(a, 2)', (a: number) => [4 * (a * a + 4) ** -1.5, -12 * a * (a * a + 4) ** -2.5]],
    ['atan2(a, 2)', (a: number) => [(-4 * a) / (4 + a * a) ** 2, (12 * a * a - 16) / (4 + a * a) ** 3]],
  ])('of %s are those of the textbook', (text, expected) => {
    for (const a of [0.15, 0.4, 0.85]) {
      const [found] = along(text, [a, 1, 1, 1], 0)
      const [second = NaN, third = NaN] = expected(a) as number[]
      near(found!.second, second, 1e-13)
      near(found!.third, third, 1e-12)
    }
  })

  it('are mixed where a product is: f = a b² has f_ab = 2b and f_abb = 2', () => {
    expect(along('a*b^2', [3, 5, 1, 1], 1).slice(0, 2)).toEqual([
      { first: 25, second: 10, third: 2 },
      { first: 30, second: 6, third: 0 },
    ])
    expect(along('a^2 + b^2', [0, 0, 1, 1], 0)[0]).toEqual({ first: 0, second: 2, third: 0 })
  })

  it('are those that difference quotients of the sensitivities come near to', () => {
    let compared = 0
    fc.assert(
      fc.property(modelText, fc.tuple(moderate, moderate, moderate, moderate), fc.nat(3), (text, x, j) => {
        const exact = sensitivities(text, x)
        const [h, wide] = [1e-4, 2e-4]
        const [a, b, c, d] = [h, -h, wide, -wide].map((e) => sensitivities(text, x.with(j, x[j]! + e)))
        if (!exact || !a || !b || !c || !d || exact.some((f) => !(Math.abs(f) < 1e3))) return
        const gradient = along(text, x, j)
        for (const i of names.keys()) {
          const slopes = [(a[i]! - b[i]!) / (2 * h), (c[i]! - d[i]!) / (2 * wide)] as const
          const bends = [
            (a[i]! + b[i]! - 2 * exact[i]!) / h ** 2,
            (c[i]! + d[i]! - 2 * exact[i]!) / wide ** 2,
          ] as const
          near(gradient[i]!.first, exact[i]!, 1e-9, 1e-12)
          // max(a, a) stands at a corner wherever it stands: quotients agree there, and there is no derivative.
          const isFinite = Number.isFinite(gradient[i]!.second) && Number.isFinite(gradient[i]!.third)
          if (!isFinite && mayHaveCorner(text)) continue
          if (isSettled(slopes)) near(gradient[i]!.second, slopes[0], 2e-4, 1e-6)
          if (isSettled(bends)) near(gradient[i]!.third, bends[0], 2e-3, 1e-3)
          if (isSettled(slopes) && slopes[0] !== 0) compared++
        }
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  it('do not exist at a corner, and are not taken for zero there', () => {
    expect(along('abs(a)', [0, 1, 1, 1], 0)[0]!.second).toBeNaN()
    expect(along('max(a, b)', [1, 1, 1, 1], 0)[0]!.second).toBeNaN()
    expect(Number.isFinite(along('a^1.5', [0, 1, 1, 1], 0)[0]!.second)).toBe(false)
  })

  it('of what does not vary are zero, even where it stands at its own corner', () => {
    expect(along('abs(a)*b + sqrt(a)', [0, 2, 1, 1], 1)[1]).toEqual({ first: 0, second: 0, third: 0 })
  })
})
