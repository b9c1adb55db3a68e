import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileModel } from '#metrology/measurement-model/model.ts'
import type { Correlation, Dependence } from '#metrology/uncertainty/correlation.ts'
import type { ModelInput } from '#metrology/uncertainty/input-quantity.ts'
import { propagate } from '#metrology/uncertainty/propagate.ts'
import { degreesOfFreedom, magnitude, moderate } from '../../arbitraries.ts'
import { refused } from '../refused.ts'

const independent: Dependence = { correlations: [] }
const covering = { probability: 0.95, degreesOfFreedomRule: 'interpolate' } as const

const input = (symbol: string, estimate: number, u: number, nu = Infinity): ModelInput => ({
  symbol,
  estimate,
  standardUncertainty: u,
  degreesOfFreedom: nu,
})

/** One output from inputs in the order given. */
function resultOf(text: string, inputs: readonly ModelInput[], dependence = independent) {
  const model = compileModel(
    { y: text },
    inputs.map(({ symbol }) => symbol),
  )
  return propagate(model, inputs, dependence, covering).outputs[0]!
}

const between = (a: string, b: string, r: number): Correlation => ({ between: [a, b], r })

/** Three inputs of moderate size and uncertainty, for models that are not linear. */
const three = fc
  .tuple(
    ...['a', 'b', 'c'].map((symbol) => fc.tuple(fc.constant(symbol), moderate, moderate, degreesOfFreedom)),
  )
  .map((rows) => rows.map(([symbol, x, u, nu]) => input(symbol, x, u / 100, nu)))

const texts = ['a + b - c', 'a*b/c', 'exp(a/10)*sqrt(b) - c', 'atan2(a, b)*c', 'a^2 + b^2 + c^2']

describe('the law of propagation of uncertainty', () => {
  it('does not depend on the order in which the inputs are listed', () => {
    fc.assert(
      fc.property(three, fc.constantFrom(...texts), moderate, (inputs, text, size) => {
        const dependence = { correlations: [between('a', 'c', size / 10 - 0.5)] }
        const [a, b] = [resultOf(text, inputs, dependence), resultOf(text, inputs.toReversed(), dependence)]
        expect(b.value).toBe(a.value)
        expect(b.standardUncertainty).toBeCloseTo(a.standardUncertainty, 12)
        if (a.degreesOfFreedom !== undefined && a.degreesOfFreedom < Infinity)
          expect(b.degreesOfFreedom! / a.degreesOfFreedom).toBeCloseTo(1, 10)
      }),
    )
  })

  it('does not depend on the unit of an input, nor of the output, but for the unit', () => {
    fc.assert(
      fc.property(three, fc.constantFrom('1e-9', '1e-3', '1e3', '1e20'), (inputs, factor) => {
        const f = Number(factor)
        const here = resultOf('a*b/c', inputs)
        const scaled = inputs.map((i) =>
          i.symbol === 'b'
            ? { ...i, estimate: i.estimate * f, standardUncertainty: i.standardUncertainty * f }
            : i,
        )
        const there = resultOf('a*b/c', scaled)
        expect(there.standardUncertainty / (here.standardUncertainty * f)).toBeCloseTo(1, 12)
        expect(there.coverageFactor!).toBeCloseTo(here.coverageFactor!, 10)
        expect(there.budget.map(({ share }) => share.toFixed(10))).toEqual(
          here.budget.map(({ share }) => share.toFixed(10)),
        )
      }),
    )
  })

  it('never gives less than the largest of independent contributions, nor more than their sum', () => {
    fc.assert(
      fc.property(fc.array(magnitude, { minLength: 1, maxLength: 12 }), (us) => {
        const inputs = us.map((u, i) => input(`x${i}`, 1, u))
        const { standardUncertainty: u } = resultOf(inputs.map(({ symbol }) => symbol).join('+'), inputs)
        expect(u).toBeGreaterThanOrEqual(Math.max(...us) * (1 - 1e-12))
        expect(u).toBeLessThanOrEqual(us.reduce((sum, x) => sum + x, 0) * (1 + 1e-12))
      }),
    )
  })

  it('adds or subtracts contributions outright where inputs are fully correlated', () => {
    fc.assert(
      fc.property(magnitude, magnitude, (u, v) => {
        const inputs = [input('a', 5, u), input('b', 3, v)]
        const at = (text: string, r: number) =>
          resultOf(text, inputs, { correlations: [between('a', 'b', r)] }).standardUncertainty
        expect(at('a + b', 1)).toBe(u + v)
        expect(at('a - b', -1)).toBe(u + v)
        expect(at('a - b', 1)).toBe(Math.abs(u - v))
        expect(at('a + b', -1)).toBe(Math.abs(u - v))
      }),
    )
  })

  it('keeps the digits of what is left when correlated contributions nearly cancel', () => {
    const inputs = [input('a', 1, 1), input('b', 1, 1 + 1e-10)]
    const { standardUncertainty } = resultOf('a - b', inputs, { correlations: [between('a', 'b', 1)] })
    expect(standardUncertainty / 1e-10).toBeCloseTo(1, 6)
  })

  it('a quantity minus itself has no uncertainty', () => {
    fc.assert(
      fc.property(magnitude, magnitude, (x, u) => {
        const result = resultOf('x - x', [input('x', x, u)])
        expect([result.value, result.standardUncertainty]).toEqual([0, 0])
        expect(result.expandedUncertainty).toBeUndefined()
      }),
    )
  })

  it('shares of variance add up to one, with covariances as well', () => {
    fc.assert(
      fc.property(
        three,
        fc.constantFrom(...texts),
        fc.double({ min: -0.49, max: 0.99, noNaN: true }),
        (inputs, text, r) => {
          const dependence = {
            correlations: [between('a', 'b', r), between('b', 'c', r), between('a', 'c', r)],
          }
          const { budget, standardUncertainty: u } = resultOf(text, inputs, dependence)
          fc.pre(u > 1e-6 * Math.max(...budget.map(({ contribution }) => contribution)))
          expect(budget.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  it('agrees with the sum over all pairs of GUM 5.2.2, eq. (16)', () => {
    fc.assert(
      fc.property(
        three,
        fc.constantFrom(...texts),
        fc.double({ min: -0.4, max: 0.9, noNaN: true }),
        (inputs, text, r) => {
          const correlations = [between('a', 'b', r), between('b', 'c', r), between('a', 'c', r)]
          const { sensitivities: c, standardUncertainty } = resultOf(text, inputs, { correlations })
          const t = inputs.map(({ standardUncertainty: u }, i) => c[i]! * u)
          const variance = t.reduce(
            (sum, x, i) => t.reduce((s, y, j) => s + (i === j ? 1 : r) * x * y, sum),
            0,
          )
          const scale = t.reduce((sum, x) => sum + x * x, 0)
          expect(Math.abs(standardUncertainty ** 2 - variance)).toBeLessThan(1e-12 * scale)
        },
      ),
    )
  })

  it('holds for uncertainties of 1e-20 and for constants like 6.6e-34', () => {
    const h = resultOf('h*nu', [input('h', 6.62607015e-34, 0), input('nu', 5e14, 1e3)])
    expect(h.standardUncertainty / 6.62607015e-31).toBeCloseTo(1, 14)
    const tiny = resultOf('a + b', [input('a', 0, 3e-170), input('b', 0, 4e-170)])
    expect(tiny.standardUncertainty / 5e-170).toBeCloseTo(1, 14)
    const huge = resultOf('c^6', [input('c', 299792458, 12000)])
    expect(huge.standardUncertainty / (6 * 299792458 ** 5 * 12000)).toBeCloseTo(1, 12)
  })

  it('gives the correlation of outputs that share an input, and none for an output without uncertainty', () => {
    const model = compileModel({ y: 'a + c', z: 'b + c', w: '2*c', k: '7' }, ['a', 'b', 'c'])
    const inputs = ['a', 'b', 'c'].map((symbol) => input(symbol, 1, 1))
    const { correlations } = propagate(model, inputs, independent)
    expect(correlations.map(({ between: pair, r }) => [...pair, r.toFixed(12)])).toEqual([
      ['y', 'z', '0.500000000000'],
      ['y', 'w', '0.707106781187'],
      ['z', 'w', '0.707106781187'],
    ])
  })

  it('where the model has a corner at the estimates, an uncertain input is refused and a constant is not', () => {
    const refusal = refused(() => resultOf('sqrt(a)*b', [input('a', 0, 0.1), input('b', 1, 0.1)]))
    expect(refusal).toMatchObject({ code: 'measurement-model.not-finite', pointer: '/model/outputs/y' })
    expect(resultOf('sqrt(a) + b', [input('a', 0, 0), input('b', 1, 0.1)]).standardUncertainty).toBe(0.1)
  })

  it('an uncertainty beyond any double is refused', () => {
    expect(refused(() => resultOf('1e300*a', [input('a', 1, 1e300)])).code).toBe('uncertainty.not-finite')
  })
})
