import { describe, expect, it } from 'vitest'
import { evaluateWithMonteCarlo } from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import type { MonteCarloTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import { refused } from '../refused.ts'

type Task = Omit<MonteCarloTask, 'method'> & { readonly method?: readonly string[] }

const evaluated = (task: Task) => evaluateWithMonteCarlo({ method: ['gum', 'monte-carlo'], ...task })
const codes = (task: Task) => evaluated(task).advice.map(({ code }) => code)

const sum = { outputs: { y: 'a + b' } }
const pair = {
  a: { estimate: 10, standardUncertainty: 0.3 },
  b: { estimate: 1, standardUncertainty: 0.4 },
}
const few = { trials: 100_000 }

describe('what cannot be drawn is refused at its place', () => {
  const rectangular = { estimate: 0, distribution: { type: 'rectangular', halfWidth: 1 } }
  const correlations = [{ between: ['a', 'b'], r: 0.5 }]

  it('correlated inputs that are stated not to be normal', () => {
    expect(
      refused(() => evaluated({ model: sum, inputs: { ...pair, a: rectangular }, correlations })),
    ).toMatchObject({
      code: 'monte-carlo.correlated-not-normal',
      pointer: '/inputs/a/distribution',
    })
    const uncorrelated = [{ between: ['a', 'b'], r: 0 }]
    expect(
      codes({ model: sum, inputs: { ...pair, a: rectangular }, correlations: uncorrelated, monteCarlo: few }),
    ).not.toContain('monte-carlo.correlated-not-normal')
  })

  it('readings taken together that are not more than the quantities', () => {
    const inputs = { a: { readings: [1, 2] }, b: { readings: [1, 3] } }
    const task = { model: sum, inputs, correlationsFromReadings: ['a', 'b'] }
    expect(refused(() => evaluated(task))).toMatchObject({
      code: 'monte-carlo.too-few-joint-readings',
      pointer: '/correlationsFromReadings',
    })
  })

  it.each([
    [{ probability: 1 }, 'uncertainty.coverage-probability-out-of-range', '/monteCarlo/probability'],
    [{ probability: 0.99999 }, 'monte-carlo.probability-too-high', '/monteCarlo/probability'],
    [{ probability: 0.999, trials: 50_000 }, 'monte-carlo.too-few-trials', '/monteCarlo/trials'],
    [
      { jointRegions: [{ between: ['y', 'y'] }] },
      'monte-carlo.unknown-output',
      '/monteCarlo/jointRegions/0/between',
    ],
    [
      { jointRegions: [{ between: ['y', 'w'] }] },
      'monte-carlo.unknown-output',
      '/monteCarlo/jointRegions/0/between',
    ],
  ])('a run of %j', (monteCarlo, code, pointer) => {
    expect(refused(() => evaluated({ model: sum, inputs: pair, monteCarlo }))).toMatchObject({
      code,
      pointer,
    })
  })

  it('more values than are kept, or more work than one request may ask for', () => {
    const outputs = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`y${i}`, 'a']))
    const many = { model: { outputs }, inputs: { a: pair.a }, monteCarlo: { trials: 3_000_000 } }
    expect(refused(() => evaluated(many))).toMatchObject({
      code: 'monte-carlo.too-large',
      pointer: '/monteCarlo/trials',
    })
    const text = Array.from({ length: 190 }, () => 'a*a').join('+')
    const long = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`y${i}`, text]))
    const heavy = { model: { outputs: long }, inputs: { a: pair.a }, monteCarlo: { trials: 600_000 } }
    expect(refused(() => evaluated(heavy))).toMatchObject({ code: 'monte-carlo.too-large' })
  })

  it('values whose scatter no double can hold', () => {
    const model = { outputs: { y: 'exp(a)' } }
    const inputs = { a: { estimate: 600, standardUncertainty: 10 } }
    expect(
      refused(() => evaluated({ method: ['monte-carlo'], model, inputs, monteCarlo: few })),
    ).toMatchObject({
      code: 'uncertainty.not-finite',
      pointer: '/model/outputs/y',
    })
  })

  it('a method that does not exist, wherever it stands', () => {
    const method = ['monte-carlo', 'astrology']
    expect(refused(() => evaluated({ method, model: sum, inputs: pair }))).toMatchObject({
      code: 'evaluation.method-not-supported',
      pointer: '/method/1',
    })
  })
})
