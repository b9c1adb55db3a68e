import { describe, expect, it } from 'vitest'
import { evaluateMeasurementModel, type MeasurementModelTask } from '#metrology/uncertainty/evaluate-model.ts'
import { engine } from '#metrology/uncertainty/evaluation-answer.ts'
import { refused } from '../refused.ts'

const task = (more: Partial<MeasurementModelTask> & Pick<MeasurementModelTask, 'model' | 'inputs'>) =>
  evaluateMeasurementModel({ method: ['gum'], ...more })

const sum = { outputs: { y: 'a + b' } }
const pair = {
  a: { estimate: 10, standardUncertainty: 0.3, degreesOfFreedom: 4 },
  b: { estimate: '1.000', expandedUncertainty: '0.8', coverageFactor: 2 },
}

const codes = ({ advice }: ReturnType<typeof task>) => advice.map(({ code }) => code)

describe('the evaluation of a measurement model', () => {
  it('answers values, the budget, the result as printed, advice and the engine', () => {
    const answer = task({ model: sum, inputs: pair, coverage: { probability: 0.95 } })
    expect(answer).toMatchObject({
      gum: {
        outputs: {
          y: {
            value: 11,
            standardUncertainty: 0.5,
            sensitivities: { a: 1, b: 1 },
            effectiveDegreesOfFreedom: expect.closeTo(4 * (0.25 / 0.09) ** 2, 9) as number,
          },
        },
      },
      budget: {
        y: [
          { input: 'a', estimate: 10, degreesOfFreedom: 4, sensitivity: 1, contribution: 0.3 },
          { input: 'b', estimate: 1, degreesOfFreedom: 'infinity', sensitivity: 1, contribution: 0.4 },
        ],
      },
      reported: {
        y: { value: '11.0', expandedUncertainty: '1.0', coverageFactor: '2.04', coverageProbability: '95 %' },
      },
      advice: [],
      engine,
    })
    expect(answer.gum.correlations).toBeUndefined()
  })

  it('a factor that was given is printed as it was given; without coverage u is printed', () => {
    const given = task({ model: sum, inputs: pair, coverage: { k: '2.0' } })
    expect(given.reported['y']).toEqual({ value: '11.0', expandedUncertainty: '1.0', coverageFactor: '2.0' })
    const none = task({ model: sum, inputs: pair })
    expect(none.reported['y']).toEqual({ value: '11.00', standardUncertainty: '0.50' })
    expect(none.gum.outputs['y']).not.toHaveProperty('expandedUncertainty')
  })

  it('a probability is printed in per cent without the noise of arithmetic', () => {
    const printed = [0.9545, 0.99, 0.9973, '0.95'].map(
      (probability) =>
        task({ model: sum, inputs: pair, coverage: { probability } }).reported['y']!.coverageProbability,
    )
    expect(printed).toEqual(['95.45 %', '99 %', '99.73 %', '95 %'])
  })

  it('formulas of the sensitivities are shown when asked for, in the inputs alone', () => {
    const model = { outputs: { V: 'a + b', c: '3*a/V' } }
    const plain = task({ model, inputs: pair })
    expect(plain.budget['c']!.every((line) => line.formula === undefined)).toBe(true)
    const shown = task({ model, inputs: pair, formulas: true })
    expect(shown.budget['c']!.map((line) => line.formula)).toEqual([
      '(3 * (a + b) - 3 * a) / (a + b) ^ 2',
      '-3 * a / (a + b) ^ 2',
    ])
  })

  it('model and sensitivities are shown as LaTeX with them: the model as it is stated', () => {
    const model = { outputs: { V: 'a + b', c: '3*a/V' } }
    const plain = task({ model, inputs: pair })
    expect(JSON.stringify(plain)).not.toContain('Latex')
    const shown = task({ model, inputs: pair, formulas: true })
    expect(shown.gum.outputs['c']!.modelLatex).toBe('\\frac{3 \\cdot a}{V}')
    expect(shown.budget['c']![1]!.formulaLatex).toBe('-\\frac{3 \\cdot a}{\\left(a + b\\right)^{2}}')
  })

  it('minus zero is no answer', () => {
    const answer = task({ model: { outputs: { y: '0*a - b' } }, inputs: { a: pair.a, b: { estimate: 0 } } })
    expect(JSON.stringify(answer)).not.toMatch(/-0[,}]/)
    expect(Object.is(answer.gum.outputs['y']!.value, 0)).toBe(true)
  })
})

describe('advice on an evaluation', () => {
  it('at a stationary point: u = 0 is not the uncertainty, and nothing is reported', () => {
    const answer = task({
      model: { outputs: { y: 'a^2' } },
      inputs: { a: { estimate: 0, standardUncertainty: 0.005 } },
      coverage: { probability: 0.95 },
    })
    expect(codes(answer)).toEqual(['uncertainty.stationary-point'])
    expect(answer.gum.outputs['y']).toEqual({ value: 0, standardUncertainty: 0, sensitivities: { a: 0 } })
    expect(answer.reported).toEqual({})
  })

  it('names the inputs whose uncertainty first order leaves out', () => {
    const answer = task({
      model: { outputs: { y: 'a + b*c' } },
      inputs: {
        ...pair,
        b: { estimate: 0, standardUncertainty: 1 },
        c: { estimate: 0, standardUncertainty: 1 },
      },
    })
    expect(codes(answer)).toEqual(['uncertainty.zero-sensitivity', 'uncertainty.strongly-nonlinear'])
    expect(answer.advice[0]!.en).toContain('b, c')
    expect(answer.advice[0]!.zh).toContain('b、c')
  })

  it('a declared input that the model does not use is a remark and no refusal', () => {
    const answer = task({ model: { outputs: { y: 'a' } }, inputs: pair })
    expect(codes(answer)).toEqual(['uncertainty.unused-input'])
    expect(answer.gum.outputs['y']!.sensitivities).toEqual({ a: 1, b: 0 })
    expect(answer.budget['y']!.map(({ input }) => input)).toEqual(['a'])
  })

  it('correlated inputs with finite degrees of freedom: u stands, no k for a probability is invented', () => {
    const answer = task({
      model: sum,
      inputs: pair,
      correlations: [{ between: ['a', 'b'], r: '0.5' }],
      coverage: { probability: 0.95 },
    })
    expect(codes(answer)).toEqual(['uncertainty.correlated-degrees-of-freedom'])
    expect(answer.gum.outputs['y']).not.toHaveProperty('effectiveDegreesOfFreedom')
    expect(answer.gum.outputs['y']).not.toHaveProperty('expandedUncertainty')
    expect(answer.reported['y']).toEqual({ value: '11.00', standardUncertainty: '0.61' })
    const withFactor = task({
      model: sum,
      inputs: pair,
      correlations: [{ between: ['a', 'b'], r: 0.5 }],
      coverage: { k: 2 },
    })
    expect(withFactor.gum.outputs['y']).toHaveProperty('expandedUncertainty')
  })

  it('readings taken together have n - 1 degrees of freedom, alone or beside certificates', () => {
    const readings = { a: { readings: [1, 2, 4, 3, 5] }, b: { readings: [2, 3, 5, 5, 6] } }
    const joint = { correlationsFromReadings: ['a', 'b'], coverage: { probability: 0.95 } }
    const alone = task({ model: sum, inputs: readings, ...joint })
    expect(alone.gum.jointObservations).toEqual({ n: 5, degreesOfFreedom: 4 })
    expect(alone.gum.outputs['y']!.coverageFactor).toBeCloseTo(2.776445, 6)
    const beside = task({
      model: { outputs: { y: 'a + b + c' } },
      inputs: { ...readings, c: { estimate: 0, standardUncertainty: 1 } },
      ...joint,
    })
    expect(beside.gum.jointObservations).toBeUndefined()
    const u = beside.gum.outputs['y']!.standardUncertainty
    expect(beside.gum.outputs['y']!.effectiveDegreesOfFreedom).toBeCloseTo(
      (4 * u ** 4) / (u ** 2 - 1) ** 2,
      9,
    )
  })

  it('readings that do not scatter hide the resolution', () => {
    const answer = task({ model: sum, inputs: { ...pair, b: { readings: [1, 1, 1] } } })
    expect(codes(answer)).toEqual(['uncertainty.no-scatter'])
  })

  it('one dominant rectangle makes the factor of a normal distribution too large (EA-4/02, S9.14)', () => {
    const inputs = { ...pair, b: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 10 } } }
    expect(codes(task({ model: sum, inputs, coverage: { probability: 0.95 } }))).toEqual([
      'uncertainty.dominant-distribution',
    ])
    expect(codes(task({ model: sum, inputs, coverage: { k: 1.65 } }))).toEqual([])
  })

  it('an output without any uncertain input says so', () => {
    expect(codes(task({ model: { outputs: { y: '2*a' } }, inputs: { a: { estimate: 1 } } }))).toEqual([
      'uncertainty.exact-output',
    ])
  })
})

describe('an evaluation is refused', () => {
  const correlated = (between: readonly string[], r: number | string) => ({
    model: sum,
    inputs: pair,
    correlations: [{ between, r }],
  })

  it.each<[string, Parameters<typeof task>[0], string, string | undefined]>([
    [
      'for a method that is not built',
      { method: ['gum', 'monte-carlo'], model: sum, inputs: pair },
      'evaluation.method-not-supported',
      '/method/1',
    ],
    [
      'for an undeclared input',
      { model: { outputs: { y: 'a + m' } }, inputs: pair },
      'measurement-model.undeclared-input',
      '/model/outputs/y',
    ],
    [
      'for U without k',
      { model: sum, inputs: { ...pair, b: { estimate: 1, expandedUncertainty: 1 } } },
      'uncertainty.coverage-factor-missing',
      '/inputs/b/coverageFactor',
    ],
    [
      'for a correlation with a stranger',
      correlated(['a', 'c'], 0.5),
      'uncertainty.unknown-input',
      '/correlations/0/between/1',
    ],
    [
      'for a correlation of an input with itself',
      correlated(['a', 'a'], 1),
      'uncertainty.correlation-with-itself',
      '/correlations/0/between/1',
    ],
    [
      'for a correlation beyond one',
      correlated(['a', 'b'], 1.2),
      'uncertainty.correlation-out-of-range',
      '/correlations/0/r',
    ],
    [
      'for a correlation stated twice',
      {
        model: sum,
        inputs: pair,
        correlations: [
          { between: ['a', 'b'], r: 0.1 },
          { between: ['b', 'a'], r: 0.2 },
        ],
      },
      'uncertainty.correlation-twice',
      '/correlations/1/between',
    ],
    [
      'for readings together that are none',
      { model: sum, inputs: pair, correlationsFromReadings: ['a', 'b'] },
      'uncertainty.not-observed-together',
      '/correlationsFromReadings/0',
    ],
    [
      'for readings together of different number',
      {
        model: sum,
        inputs: { a: { readings: [1, 2] }, b: { readings: [1, 2, 3] } },
        correlationsFromReadings: ['a', 'b'],
      },
      'uncertainty.not-observed-together',
      '/correlationsFromReadings/1',
    ],
    [
      'for a correlation that also follows from readings',
      {
        model: sum,
        inputs: { a: { readings: [1, 2] }, b: { readings: [1, 3] } },
        correlationsFromReadings: ['a', 'b'],
        correlations: [{ between: ['b', 'a'], r: 0 }],
      },
      'uncertainty.correlation-twice',
      '/correlations/0',
    ],
    [
      'for a coverage of nothing',
      { model: sum, inputs: pair, coverage: {} },
      'uncertainty.coverage-incomplete',
      '/coverage',
    ],
    [
      'for a coverage by both',
      { model: sum, inputs: pair, coverage: { k: 2, probability: 0.95 } },
      'uncertainty.coverage-incomplete',
      '/coverage',
    ],
    [
      'for k = 0',
      { model: sum, inputs: pair, coverage: { k: 0 } },
      'uncertainty.coverage-factor-not-positive',
      '/coverage/k',
    ],
    [
      'for a probability in per cent',
      { model: sum, inputs: pair, coverage: { probability: 95 } },
      'uncertainty.coverage-probability-out-of-range',
      '/coverage/probability',
    ],
  ])('%s, and the place is told', (_, asked, code, pointer) => {
    expect(refused(() => task(asked))).toMatchObject({ code, pointer })
  })
})
