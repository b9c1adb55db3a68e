import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

type Members = Record<string, unknown>

/** A result of mass without a standard, for what is about the budget itself. */
const massOf = (change: Members) =>
  weightResult({ point: { nominal: { value: 1, unit: 'g' } }, unit: 'g', output: 'm', ...change })

const inUnit = (unit: string) => weightResult({ code: unit, unit })

describe('the budget of a calibration', () => {
  const s = service()
  const lab = laboratory(s)

  const evaluated = async (...results: Members[]) =>
    must(await lab.technician.post('/v1/calibrations', entryOfWeight({ results }))).body.results
  it('adds correlated inputs with their covariance (GUM 5.2.2)', async () => {
    const inputs = {
      a: { estimate: 1, standardUncertainty: '0.3', unit: 'g' },
      b: { estimate: 2, standardUncertainty: '0.4', unit: 'g' },
    }
    const sum = (r: number) =>
      massOf({ model: { outputs: { m: 'a + b' } }, inputs, correlations: [{ between: ['a', 'b'], r }] })
    const [none, full, opposed] = await evaluated(
      { ...sum(0), code: 'r0' },
      { ...sum(1), code: 'r1' },
      { ...sum(-1), code: 'r-1' },
    )
    expect(none.standardUncertainty).toBeCloseTo(0.5, 12)
    expect(full.standardUncertainty).toBeCloseTo(0.7, 12)
    expect(opposed.standardUncertainty).toBeCloseTo(0.1, 12)
    expect(full.budget.correlations).toEqual([{ between: ['a', 'b'], r: 1 }])
  })

  it('takes the correlation of readings that were taken together from the readings (GUM 5.2.3)', async () => {
    const [result] = await evaluated(
      massOf({
        model: { outputs: { m: 'a - b' } },
        inputs: {
          a: { readings: [1.1, 1.2, 1.3, 1.4], unit: 'g' },
          b: { readings: ['0.11', '0.20', '0.31', '0.40'], unit: 'g' },
        },
        correlationsFromReadings: ['a', 'b'],
        coverage: { probability: 0.95 },
      }),
    )
    // The difference of each pair: 0.99, 1.00, 0.99, 1.00.
    expect(result.estimate).toBeCloseTo(0.995, 12)
    expect(result.standardUncertainty).toBeCloseTo(Math.sqrt(1e-4 / 3) / 2, 12)
    expect(result.effectiveDegreesOfFreedom).toBe(3)
    expect(result.coverageFactor).toBeCloseTo(3.182446, 5)
  })

  it('expands for a probability by the t-distribution of ν_eff (GUM G.4, example of G.4.1)', async () => {
    // u = 0.25, 0.57, 0.82 of 10, 5 and 15 observations: ν_eff = 19.0.
    const relative = { unit: '%', estimate: 0 }
    const [result] = await evaluated(
      massOf({
        model: { outputs: { m: 'm0 * (1 + x1 + x2 + x3)' } },
        inputs: {
          m0: { estimate: 100, unit: 'g' },
          x1: { ...relative, standardUncertainty: '0.25', degreesOfFreedom: 9 },
          x2: { ...relative, standardUncertainty: '0.57', degreesOfFreedom: 4 },
          x3: { ...relative, standardUncertainty: '0.82', degreesOfFreedom: 14 },
        },
        coverage: { probability: 0.95 },
      }),
    )
    expect(result.standardUncertainty).toBeCloseTo(1.03, 2)
    expect(result.effectiveDegreesOfFreedom).toBeCloseTo(19, 0)
    expect(result.coverageFactor).toBeCloseTo(2.09, 2)
    expect(result.reported).toEqual({
      value: '100.0',
      expandedUncertainty: '2.2',
      unit: 'g',
      coverageFactor: '2.09',
      coverageProbability: '95 %',
    })
  })

  it('expands by the factor that is stated, also by 1.65', async () => {
    const [result] = await evaluated(weightResult({ coverage: { k: 1.65 } }))
    expect(result.expandedUncertainty).toBeCloseTo(1.65 * result.standardUncertainty, 15)
    expect(result.reported).toMatchObject({ expandedUncertainty: '0.048', coverageFactor: '1.65' })
    expect(result).not.toHaveProperty('coverageProbability')
  })

  it('follows outputs that use each other, in whatever order they are stated, also after it was stored', async () => {
    const outputs = { m: 'total / n', total: 'a + zeta', zeta: '2 * b', n: '1 + 0 * a / b' }
    const inputs = {
      a: { estimate: 1, standardUncertainty: '0.03', unit: 'g' },
      b: { estimate: 2, standardUncertainty: '0.02', unit: 'g' },
    }
    const entry = entryOfWeight({ results: [massOf({ model: { outputs }, inputs })] })
    const logged = must(await lab.technician.post('/v1/calibrations', entry))
    const [result] = logged.body.results
    expect(result).toMatchObject({ estimate: 5, reported: { value: '5.00', expandedUncertainty: '0.10' } })
    expect(result.standardUncertainty).toBeCloseTo(0.05, 12)
    const path = logged.headers.get('location')!
    const read = must(await lab.technician.get(path))
    expect(read.body.results[0].budget.model.outputs).toEqual(outputs)
    expect(must(await lab.technician.put(path, entry, 1)).body.results).toEqual(logged.body.results)
  })

  it('is one for each result; a standard that serves two of them is named in both', async () => {
    const results = await evaluated(
      weightResult({ code: 'found', stage: 'as-found' }),
      weightResult({ code: 'left', stage: 'as-left', coverage: { probability: 0.9545 } }),
    )
    expect(results.map(({ code }: { code: string }) => code)).toEqual(['found', 'left'])
    for (const { budget } of results)
      expect(budget.lines[0]).toMatchObject({
        symbol: 'm_S',
        from: { certificate: 'NMI-2025-0001', version: 1, result: 'm1' },
      })
    expect(results[1].coverageFactor).toBeCloseTo(2, 4)
  })

  it('converts units exactly: a standard in kg, readings in g and mg, a result in any of them', async () => {
    const [kg, g, mg] = await evaluated(inUnit('kg'), inUnit('g'), inUnit('mg'))
    expect(kg.estimate).toBeCloseTo(10.000025, 14)
    expect(g.estimate).toBeCloseTo(10000.025, 11)
    expect(mg.estimate).toBeCloseTo(10000025, 8)
    expect(kg.reported).toMatchObject({ value: '10.000025', expandedUncertainty: '0.000059' })
    expect(mg.reported).toMatchObject({ value: '10000025', expandedUncertainty: '59' })
    expect(g.standardUncertainty * 1000).toBeCloseTo(mg.standardUncertainty, 10)
  })

  it('decides on what is printed, by the rule that was agreed (ISO/IEC 17025:2017, 7.8.6)', async () => {
    const limits = { lower: { value: '9999.92', unit: 'g' }, upper: { value: '10.00008', unit: 'kg' } }
    const by = (rule: string) => weightResult({ code: rule, conformity: { limits, rule } })
    const [simple, guarded] = await evaluated(by('simple'), by('guarded-U'))
    expect(simple.conformity).toMatchObject({ rule: 'simple', outcome: 'pass', guardBand: 0 })
    expect(guarded.conformity).toMatchObject({ outcome: 'fail', guardBand: 0.059 })
    expect(guarded.conformity.acceptanceLimits.upper).toBe(10000.021)
    expect(guarded.conformity.conformanceProbability).toBeCloseTo(0.97, 2)
  })
})
