import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conform } from '#contract/schemas.ts'
import { blocksOf } from '#metrology/monte-carlo/block.ts'
import { evaluateWithMonteCarlo, undertake } from '#metrology/monte-carlo/evaluate-monte-carlo.ts'
import type { StatedDistribution } from '#metrology/uncertainty/input-distribution.ts'
import type { MonteCarloTask } from '#metrology/monte-carlo/simulation-of-task.ts'
import { moderate } from '../../arbitraries.ts'
import { refused } from '../refused.ts'

type Task = Omit<MonteCarloTask, 'method'> & { readonly method?: readonly string[] }

const evaluated = (task: Task) => evaluateWithMonteCarlo({ method: ['gum', 'monte-carlo'], ...task })
const y = (task: Task) => evaluated(task).monteCarlo!.outputs['y']!
const codes = (task: Task) => evaluated(task).advice.map(({ code }) => code)

const sum = { outputs: { y: 'a + b' } }
const pair = {
  a: { estimate: 10, standardUncertainty: 0.3 },
  b: { estimate: 1, standardUncertainty: 0.4 },
}
const few = { trials: 100_000 }

const bytesFor = (seed: number) =>
  JSON.stringify(evaluated({ model: sum, inputs: pair, monteCarlo: { ...few, seed } }))
const medianOfLog = (distribution: StatedDistribution) =>
  y({ model: { outputs: { y: 'log(a)' } }, inputs: { a: { estimate: 3, distribution } }, monteCarlo: few })
    .median
const madeFor = (significantDigits: number) =>
  evaluated({ model: sum, inputs: pair, monteCarlo: { significantDigits } }).monteCarlo!
const validated = (task: Task) => evaluated(task).monteCarlo!.validation!['y']!

describe('a Monte Carlo evaluation', () => {
  it('answers all that was asked for, in the shape that is promised', () => {
    const answer = evaluated({
      method: ['gum', 'gum-second-order', 'monte-carlo'],
      model: { outputs: { y: 'a + b', z: 'a*b' } },
      inputs: pair,
      coverage: { probability: '0.95' },
      monteCarlo: {
        trials: 20_000,
        seed: 2 ** 53 - 1,
        histogram: { classes: 20 },
        jointRegions: [{ between: ['y', 'z'] }],
      },
    })
    expect(conform('evaluation/measurement-model-evaluation.json', answer)).toBe(answer)
    const { monteCarlo } = answer
    expect(monteCarlo).toMatchObject({ probability: 0.95, trials: 20_000, notFiniteTrials: 0 })
    expect(Object.keys(monteCarlo!.outputs)).toEqual(['y', 'z'])
    expect(monteCarlo!.outputs['y']!.histogram!.counts).toHaveLength(20)
    expect(monteCarlo!.correlations![0]!.r).toBeCloseTo(answer.gum!.correlations![0]!.r, 1)
    expect(monteCarlo!.jointRegions![0]!.between).toEqual(['y', 'z'])
    expect(JSON.stringify(answer)).not.toMatch(/null|-0[,\]}]/)
  })

  it('gives the same bytes for the same seed, and other numbers for another', () => {
    expect(bytesFor(7)).toBe(bytesFor(7))
    expect(bytesFor(8)).not.toBe(bytesFor(7).replaceAll('"seed":7', '"seed":8'))
  })

  it('has blocks that anyone can compute, in any order', () => {
    const { simulation } = undertake({
      method: ['monte-carlo'],
      model: sum,
      inputs: { ...pair, b: { readings: [1, 1.2, 0.9] } },
      monteCarlo: few,
    })
    const one = blocksOf(simulation)
    const other = blocksOf(structuredClone(simulation))
    const forwards = [0, 1, 2, 9].map((block) => one(block))
    const backwards = [9, 2, 1, 0].map((block) => other(block)).toReversed()
    expect(backwards).toEqual(forwards)
  })

  it('of a linear model agrees with the law of propagation, whatever the sizes', () => {
    fc.assert(
      fc.property(moderate, moderate, moderate, moderate, fc.nat(), (p, q, u, v, seed) => {
        const answer = evaluated({
          model: { outputs: { y: 'p*a - q*b' } },
          inputs: {
            p: { estimate: p },
            q: { estimate: q },
            a: { estimate: 3, standardUncertainty: u },
            b: { estimate: -2, standardUncertainty: v },
          },
          coverage: { probability: 0.95 },
          monteCarlo: { trials: 20_000, seed },
        })
        const { value, standardUncertainty, expandedUncertainty } = answer.gum!.outputs['y']!
        const found = answer.monteCarlo!.outputs['y']!
        const within = (x: number, expected: number, scatter: number) =>
          expect(Math.abs(x - expected)).toBeLessThan((6 * scatter * standardUncertainty) / Math.sqrt(20_000))
        within(found.mean, value, 1)
        within(found.standardDeviation, standardUncertainty, Math.SQRT1_2)
        within(found.symmetricInterval[0], value - expandedUncertainty!, 2.7)
        within(found.symmetricInterval[1], value + expandedUncertainty!, 2.7)
        within(found.median, value, 1.26)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps correlations of ±1: what cancels does not scatter, and that is stable', () => {
    const task = {
      model: { outputs: { y: 'a - b' } },
      inputs: { a: pair.a, b: { estimate: 10, standardUncertainty: 0.3 } },
      correlations: [{ between: ['a', 'b'], r: 1 }],
      monteCarlo: few,
    }
    expect(y(task)).toMatchObject({ mean: 0, standardDeviation: 0, symmetricInterval: [0, 0] })
    expect(y(task).coverageFactor).toBeUndefined()
    expect(evaluated(task).monteCarlo!.stable).toBe(true)
  })

  it('draws readings from their t-distribution, and readings taken together jointly', () => {
    const readings = [1.02, 0.98, 1.01, 0.97, 1.05, 0.99]
    const alone = y({
      model: { outputs: { y: 'a' } },
      inputs: { a: { readings } },
      monteCarlo: { trials: 400_000 },
    })
    // s/√n √(ν/(ν - 2)) with ν = 5.
    const s = Math.sqrt(readings.reduce((square, x) => square + (x - 1.00333333333) ** 2, 0) / 5)
    expect(alone.standardDeviation / ((s / Math.sqrt(6)) * Math.sqrt(5 / 3))).toBeCloseTo(1, 1)
    expect(alone.coverageFactor! * alone.standardDeviation).toBeCloseTo((2.5706 * s) / Math.sqrt(6), 3)
    // JCGM 102: covariance (n - 1)/(n - N - 2) times that of the means; here 5/2.
    const together = evaluated({
      model: { outputs: { y: 'a', z: 'b' } },
      inputs: { a: { readings }, b: { readings: [5, 4.8, 5.1, 4.7, 5.3, 5.1] } },
      correlationsFromReadings: ['a', 'b'],
      monteCarlo: { trials: 400_000 },
    })
    const { gum, monteCarlo } = together
    const u = gum!.outputs['y']!.standardUncertainty
    expect(monteCarlo!.outputs['y']!.standardDeviation / (u * Math.sqrt(5 / 2))).toBeCloseTo(1, 1)
    expect(monteCarlo!.correlations![0]!.r).toBeCloseTo(gum!.correlations![0]!.r, 1)
  })

  it('uses the stated distribution where a standard uncertainty stands beside it for the law of propagation', () => {
    const distribution = { type: 'rectangular', halfWidth: 1 }
    const inputs = { a: { estimate: 0, standardUncertainty: 5, distribution } }
    expect(y({ model: { outputs: { y: 'a' } }, inputs, monteCarlo: few }).symmetricInterval[1]).toBeCloseTo(
      0.95,
      2,
    )
  })

  it('draws what cannot be negative from its exponential or gamma distribution', () => {
    expect(medianOfLog({ type: 'exponential', mean: 3 })).toBeCloseTo(Math.log(3 * Math.LN2), 1)
    expect(medianOfLog({ type: 'gamma', shape: 3, rate: 1 })).toBeCloseTo(Math.log(2.674), 1)
  })

  it('of what does not scatter is that value, whichever it is made of', () => {
    const outputs = { y: 'k', z: '2', w: 'k*3', v: 'a' }
    const { monteCarlo } = evaluated({
      model: { outputs },
      inputs: { k: { estimate: 7 }, a: { estimate: 1, standardUncertainty: 1 } },
      monteCarlo: few,
    })
    expect(Object.values(monteCarlo!.outputs).map(({ mean }) => mean)).toEqual([
      7,
      2,
      21,
      expect.closeTo(1, 1),
    ])
    expect(monteCarlo!.outputs['z']).toMatchObject({ standardDeviation: 0, shortestInterval: [2, 2] })
    expect(monteCarlo!.correlations).toEqual([])
  })

  it('of correlated inputs with finite degrees of freedom says that these were left out', () => {
    const task = {
      model: sum,
      inputs: { ...pair, a: { ...pair.a, degreesOfFreedom: 4 } },
      correlations: [{ between: ['a', 'b'], r: 0.5 }],
      monteCarlo: few,
    }
    expect(codes(task)).toContain('monte-carlo.drawn-as-normal')
    expect(y(task).standardDeviation).toBeCloseTo(Math.sqrt(0.37), 2)
  })

  it('needs no derivative where the law of propagation is not asked for', () => {
    const task = {
      model: { outputs: { y: 'abs(a)' } },
      inputs: { a: { estimate: 0, standardUncertainty: 1 } },
    }
    expect(refused(() => evaluated(task))).toMatchObject({ code: 'measurement-model.not-finite' })
    const alone = evaluated({ ...task, method: ['monte-carlo'], monteCarlo: few })
    expect(alone.monteCarlo!.outputs['y']!.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 2)
    expect(alone).not.toHaveProperty('gum')
    expect(conform('evaluation/measurement-model-evaluation.json', alone)).toBe(alone)
  })
})

describe('the adaptive procedure', () => {
  it('makes more trials for two digits than for one, and says how many', () => {
    const [one, two] = [madeFor(1), madeFor(2)]
    expect(one).toMatchObject({ stable: true, trials: 100_000 })
    expect(two.stable).toBe(true)
    expect(two.trials).toBeGreaterThan(2 * one.trials)
    expect(two.trials).toBeLessThan(4_000_000)
  })

  it('ends at its limit and says that it has not settled', () => {
    const task = { model: sum, inputs: pair, monteCarlo: { mostTrials: 100_000 } }
    expect(evaluated(task).monteCarlo).toMatchObject({ stable: false, trials: 100_000 })
    expect(codes(task)).toContain('monte-carlo.not-stable')
  })
})

describe('the validation of the law of propagation', () => {
  it('finds a linear model of normal inputs valid (JCGM 101, 8.1)', () => {
    const task = {
      model: sum,
      inputs: pair,
      coverage: { probability: 0.95 },
      monteCarlo: { trials: 1_000_000 },
    }
    expect(validated(task)).toMatchObject({ isValid: true, tolerance: 0.005 })
    expect(codes(task)).toEqual([])
  })

  it('finds the interval of a rectangle too long, and says which result to use', () => {
    const inputs = { a: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 1 } } }
    const task = { model: { outputs: { y: 'a' } }, inputs, monteCarlo: few }
    expect(validated(task).isValid).toBe(false)
    expect(validated(task).upperDifference).toBeCloseTo(1.96 / Math.sqrt(3) - 0.95, 2)
    expect(codes(task)).toContain('monte-carlo.propagation-not-validated')
  })

  it('finds u = 0 at a stationary point not valid', () => {
    const inputs = { a: { estimate: 0, standardUncertainty: 0.005 } }
    const task = { model: { outputs: { y: 'a^2' } }, inputs, monteCarlo: few }
    expect(validated(task)).toMatchObject({ isValid: false, tolerance: 0 })
  })
})

describe('what is wrong with a distribution is told', () => {
  it('a quotient whose divisor may be zero has no standard deviation, but an interval', () => {
    const task = {
      model: { outputs: { y: 'a/b' } },
      inputs: { a: { estimate: 1, standardUncertainty: 0.1 }, b: { estimate: 1, standardUncertainty: 0.4 } },
      monteCarlo: few,
    }
    expect(codes(task)).toContain('monte-carlo.heavy-tail')
    const answer = evaluated(task).monteCarlo!
    expect(answer.stable).toBe(false)
    expect(answer.outputs['y']!.median).toBeCloseTo(1, 1)
  })

  it('two readings: a t-distribution with one degree of freedom has no moments at all', () => {
    const task = { model: { outputs: { y: 'a' } }, inputs: { a: { readings: [1, 2] } }, monteCarlo: few }
    expect(codes(task)).toContain('monte-carlo.heavy-tail')
    // ± 12.706 u with u = ½.
    expect(y(task).symmetricInterval[1]).toBeGreaterThan(7)
    expect(y(task).symmetricInterval[1]).toBeLessThan(8.7)
  })

  it('a few trials in which the model has no value are left out and counted', () => {
    const task = {
      model: { outputs: { y: 'sqrt(a)' } },
      inputs: { a: { estimate: 4, standardUncertainty: 1 } },
      monteCarlo: { trials: 1_000_000 },
    }
    // Three of a hundred thousand.
    expect(evaluated(task).monteCarlo!.notFiniteTrials).toBeGreaterThan(0)
    expect(codes(task)).toContain('monte-carlo.trials-left-out')
  })

  it('more of them are refused, and early', () => {
    const started = performance.now()
    const task = {
      model: { outputs: { y: 'log(a)' } },
      inputs: { a: { estimate: 1, standardUncertainty: 1 } },
    }
    expect(refused(() => evaluated(task))).toMatchObject({
      code: 'monte-carlo.model-undefined',
      pointer: '/model',
    })
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
