import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateMeasurementModel, type MeasurementModelTask } from '#metrology/uncertainty/evaluate-model.ts'
import { moderate } from '../../arbitraries.ts'
import { refused } from '../refused.ts'
import { corpus, corpusIsHere, corpusNote, disagreements } from './corpus.ts'

const method = ['gum', 'gum-second-order']
const evaluated = (task: Omit<MeasurementModelTask, 'method'>) =>
  evaluateMeasurementModel({ ...task, method })
const u = (task: Omit<MeasurementModelTask, 'method'>) =>
  evaluated(task).gumSecondOrder!.outputs['y']?.standardUncertainty

describe.skipIf(!corpusIsHere)(`the published examples of second order${corpusNote}`, () => {
  const cases = corpus.filter((c) => c.method.includes('gum-second-order'))

  it.each(cases.map((c) => [c.id, c] as const))('%s agrees to the last printed digit and beyond', (_, c) => {
    const task = c as unknown as MeasurementModelTask
    expect(disagreements(c, 'gumSecondOrder', evaluated(task).gumSecondOrder)).toEqual([])
  })

  it('are all of them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the terms of second order', () => {
  it('are the variance itself for a square and a product of normal quantities', () => {
    const a = { estimate: 3, standardUncertainty: 0.5 }
    const b = { estimate: 2, standardUncertainty: 0.25 }
    expect(u({ model: { outputs: { y: 'a^2' } }, inputs: { a } })).toBeCloseTo(
      Math.sqrt(4 * 9 * 0.25 + 2 * 0.5 ** 4),
      12,
    )
    expect(u({ model: { outputs: { y: 'a*b' } }, inputs: { a, b } })).toBeCloseTo(
      Math.sqrt((3 * 0.25) ** 2 + (2 * 0.5) ** 2 + (0.5 * 0.25) ** 2),
      12,
    )
  })

  it('keep their meaning for correlated normal quantities: var(a b) has (1 + r²) u_a² u_b²', () => {
    fc.assert(
      fc.property(moderate, moderate, fc.double({ min: -1, max: 1, noNaN: true }), (p, q, r) => {
        const inputs = {
          a: { estimate: p, standardUncertainty: 0.5 },
          b: { estimate: q, standardUncertainty: 0.25 },
        }
        const correlations = [{ between: ['a', 'b'], r }]
        const found = u({ model: { outputs: { y: 'a*b' } }, inputs, correlations })!
        const variance =
          (p * 0.25) ** 2 + (q * 0.5) ** 2 + 2 * p * q * r * 0.125 + (1 + r * r) * (0.5 * 0.25) ** 2
        expect(Math.abs(found ** 2 - variance)).toBeLessThan(1e-9 * (p * p + q * q + 1))
      }),
    )
  })

  it('change nothing in a linear model', () => {
    const inputs = {
      a: { estimate: 3, standardUncertainty: 0.3 },
      b: { estimate: 1, standardUncertainty: 0.4 },
    }
    const answer = evaluated({ model: { outputs: { y: '2*a - b' } }, inputs })
    expect(answer.gumSecondOrder!.outputs['y']!.standardUncertainty).toBeCloseTo(
      answer.gum.outputs['y']!.standardUncertainty,
      14,
    )
    expect(answer.advice).toEqual([])
  })

  it('that outweigh the first ones give no uncertainty, and Monte Carlo is recommended', () => {
    // 4 f_i f_iii u⁴ is below zero here and larger than all the rest.
    const answer = evaluated({
      model: { outputs: { y: 'sin(a)' } },
      inputs: { a: { estimate: 0, standardUncertainty: 1.5 } },
    })
    expect(answer.gumSecondOrder!.outputs).toEqual({})
    expect(answer.advice.map(({ code }) => code)).toEqual(['uncertainty.strongly-nonlinear'])
    expect(answer.advice[0]!.en).toContain('Monte Carlo (JCGM 101) is recommended because')
  })

  it('are refused where a derivative does not exist, at the output', () => {
    // First order has a derivative at 0; the third one is infinite there.
    const inputs = { a: { estimate: 0, standardUncertainty: 1 } }
    expect(refused(() => evaluated({ model: { outputs: { y: 'a^2.5 + a' } }, inputs }))).toMatchObject({
      code: 'uncertainty.second-order-unknown',
      pointer: '/model/outputs/y',
    })
  })
})
