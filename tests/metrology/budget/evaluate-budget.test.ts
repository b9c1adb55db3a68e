import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateBudget, type BudgetTask } from '#metrology/budget/evaluate-budget.ts'
import { magnitude } from '../../arbitraries.ts'
import { refused } from '../refused.ts'

const task = (change: Partial<BudgetTask>): BudgetTask => ({
  model: { y: 'x' },
  output: 'y',
  unit: 'g',
  inputs: { x: { form: { estimate: 1, standardUncertainty: 0.1, unit: 'g' } } },
  correlations: [],
  correlationsFromReadings: [],
  coverage: { k: 2 },
  ...change,
})

const upstream = (
  estimate: number,
  standardUncertainty: number | undefined,
  unit: string,
  nu = Infinity,
) => ({
  from: { certificate: 'C', version: 1, result: 'r' },
  upstream: { estimate, standardUncertainty, degreesOfFreedom: nu, unit },
})

describe('a budget with units', () => {
  it('reaches the figures of EA-4/02 M:2022, S2, with the standard in kg, readings in g and limits in mg', () => {
    const outcome = evaluateBudget(
      task({
        model: { m_X: 'm_S + dm_D + dm + dm_C + dB' },
        output: 'm_X',
        inputs: {
          m_S: { form: {}, ...upstream(10.000005, 0.0000225, 'kg') },
          dm_D: { form: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 15 }, unit: 'mg' } },
          dm: {
            form: {
              estimate: '0.020',
              pooledStandardDeviation: '0.025',
              numberOfReadings: 3,
              unit: 'g',
            },
          },
          dm_C: { form: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 10 }, unit: 'mg' } },
          dB: { form: { estimate: 0, distribution: { type: 'rectangular', halfWidth: 10 }, unit: 'mg' } },
        },
      }),
    )
    expect(outcome.estimate).toBe(10000.025)
    expect(outcome.standardUncertainty * 1000).toBeCloseTo(Math.sqrt(856.25), 10)
    expect(outcome).toMatchObject({ reportedEstimate: '10000.025', reportedUncertainty: '0.059' })
    const shares = outcome.budget.inputs.map(({ share }) => share * 856.25)
    const parts = [506.25, 75, 625 / 3, 100 / 3, 100 / 3]
    for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(parts[i] ?? 0, 9)
  })

  it('takes a Celsius temperature as it is and its uncertainty in kelvin', () => {
    const { estimate, standardUncertainty, budget } = evaluateBudget(
      task({
        model: { t: 't_S + dt' },
        output: 't',
        unit: '°C',
        inputs: {
          t_S: { form: { unit: '°C' }, ...upstream(273.16, 0.02, 'K') },
          dt: { form: { estimate: 0.01, standardUncertainty: '15', unit: 'mK' } },
        },
      }),
    )
    expect(estimate).toBeCloseTo(0.01001, 14)
    expect(standardUncertainty).toBeCloseTo(0.025, 15)
    expect(budget.inputs[0]).toMatchObject({ unit: '°C', estimate: 0.01, standardUncertainty: 0.02 })
  })

  it('is the same result whatever the unit in which it is stated', () => {
    fc.assert(
      fc.property(magnitude, magnitude, fc.constantFrom('kg', 'mg', 'µg', 't'), (x, u, unit) => {
        const inputs = { x: { form: { estimate: x, standardUncertainty: u, unit: 'g' } } }
        const inGrams = evaluateBudget(task({ inputs }))
        const other = evaluateBudget(task({ inputs, unit }))
        const back = evaluateBudget(
          task({
            inputs: {
              x: { form: { estimate: other.estimate, standardUncertainty: other.standardUncertainty, unit } },
            },
          }),
        )
        return (
          Math.abs(back.estimate / inGrams.estimate - 1) < 1e-15 * 4 &&
          Math.abs(back.standardUncertainty / inGrams.standardUncertainty - 1) < 1e-15 * 4
        )
      }),
    )
  })

  it('is refused where k times u is smaller than any number', () => {
    expect(refused(() => evaluateBudget(task({ coverage: { k: 5e-324 } })))).toMatchObject({
      code: 'budget.no-uncertainty',
      pointer: '/coverage',
    })
  })

  it('refuses an output the model does not have, a result without uncertainty and one beyond any double', () => {
    expect(refused(() => evaluateBudget(task({ output: 'z' })))).toMatchObject({
      code: 'budget.unknown-output',
      pointer: '/output',
    })
    const exact = { x: { form: { estimate: 1, unit: 'g' } } }
    expect(refused(() => evaluateBudget(task({ inputs: exact })))).toMatchObject({
      code: 'budget.no-uncertainty',
      pointer: '/model/outputs/y',
    })
    const huge = { x: { form: { estimate: 1e308, standardUncertainty: 1, unit: 't' } } }
    expect(refused(() => evaluateBudget(task({ inputs: huge })))).toMatchObject({
      code: 'quantity.out-of-range',
      pointer: '/inputs/x',
    })
    const apart = { x: { form: { estimate: 1e300, standardUncertainty: 1e-290, unit: 'g' } } }
    expect(refused(() => evaluateBudget(task({ inputs: apart })))).toMatchObject({
      code: 'budget.not-printable',
      pointer: '/unit',
    })
    const tiny = { x: { form: { estimate: 1, standardUncertainty: 1e-323, unit: 'µg' } } }
    expect(refused(() => evaluateBudget(task({ inputs: tiny })))).toMatchObject({
      code: 'quantity.underflow',
      pointer: '/inputs/x',
    })
  })
})

const withStandard = (form: BudgetTask['inputs'][string]['form'], nu = 9) =>
  evaluateBudget(task({ inputs: { x: { form, ...upstream(1, 0.1, 'g', nu) } } })).budget.inputs[0]

describe('an input that is taken from a standard', () => {
  it('has the estimate, u and degrees of freedom of its certificate, and is not called typed', () => {
    expect(withStandard({})).toMatchObject({
      estimate: 0.001,
      standardUncertainty: 0.0001,
      degreesOfFreedom: 9,
    })
    expect(withStandard({})).not.toHaveProperty('typed')
  })

  it('has the figures that the laboratory typed beside it, and is called typed', () => {
    expect(withStandard({ expandedUncertainty: 0.3, coverageFactor: 2 })).toMatchObject({
      estimate: 0.001,
      standardUncertainty: 0.00015,
      degreesOfFreedom: null,
      typed: true,
    })
    expect(withStandard({ estimate: 2 })).toMatchObject({
      estimate: 0.002,
      standardUncertainty: 0.0001,
      degreesOfFreedom: 9,
      typed: true,
    })
    expect(withStandard({ degreesOfFreedom: 5 })).toMatchObject({ degreesOfFreedom: 5, typed: true })
  })

  it('passes nothing over in silence: a coverage factor that stands alone, or a unit of another dimension', () => {
    expect(refused(() => withStandard({ coverageFactor: 2 }))).toMatchObject({
      code: 'uncertainty.expanded-uncertainty-missing',
    })
    expect(refused(() => withStandard({ degreesOfFreedom: -1 }))).toMatchObject({
      code: 'uncertainty.degrees-of-freedom-not-positive',
      pointer: '/inputs/x/degreesOfFreedom',
    })
    expect(refused(() => withStandard({ unit: 'm' }))).toMatchObject({
      code: 'unit.other-dimension',
      pointer: '/inputs/x/unit',
    })
  })
})
