import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { entryOfBoth, numberOf, resultOfBoth, twoWeights } from '../two-weights-of-the-tests.ts'

type Members = Record<string, unknown>

/** An uncertain number as a sum over named independent influences: what the registry says is held against it. */
type Uncertain = Readonly<Record<string, number>>
const plus = (a: Uncertain, b: Uncertain, c = 1): Uncertain =>
  Object.fromEntries(Object.keys({ ...a, ...b }).map((name) => [name, (a[name] ?? 0) + c * (b[name] ?? 0)]))
const u = (x: Uncertain) => Math.hypot(...Object.values(x))

const weights = { a: { s: 0.25, a: 0.3 }, b: { s: 0.25, b: 0.3 } }
const drifted = (number: string, symbol: string) => ({
  [symbol]: {
    from: { certificate: number },
    standardUncertainty: '0.5',
    unit: 'mg',
    estimate: '1000000',
  },
})

const stated = (more: Members) => ({ correlations: [{ between: ['b', 'a'], ...more }] })

describe('a budget that takes two results from one standard', () => {
  const s = service()
  const lab = laboratory(s)
  beforeAll(() => twoWeights(lab))

  const logged = async (...results: Members[]) =>
    must(await lab.technician.post('/v1/calibrations', entryOfBoth(...results))).body

  it('counts what they share once and with its sign: u(sum) = 0.656 mg, u(difference) = 0.424 mg, r = 0.41', async () => {
    const { results } = await logged(
      resultOfBoth('a + b'),
      resultOfBoth('a - b'),
      resultOfBoth('(a + b) / 2'),
    )
    const [sum, difference, mean] = results
    expect(sum.standardUncertainty).toBeCloseTo(u(plus(weights.a, weights.b)), 12)
    expect(difference.standardUncertainty).toBeCloseTo(u(plus(weights.a, weights.b, -1)), 12)
    expect(mean.standardUncertainty).toBeCloseTo(u(plus(weights.a, weights.b)) / 2, 12)
    const printed = [sum, difference].map((one) => one.standardUncertainty.toFixed(3))
    expect(printed).toEqual(['0.656', '0.424'])
    const r = 0.25 ** 2 / (0.25 ** 2 + 0.3 ** 2)
    expect(r.toFixed(2)).toBe('0.41')
    for (const { budget } of results)
      expect(budget.correlations).toEqual([
        { between: ['a', 'b'], r: expect.closeTo(r, 12), sharedStandards: [`${numberOf.E2}/m m`] },
      ])
  })

  it('agrees with the covariance that the registry answers for the two', async () => {
    const path = `/v1/certificates/${numberOf.A}/covariance?with=${numberOf.B}`
    const { body } = must(await lab.public.get(path))
    // In grams: both certificates state their values so.
    expect(body.covariance).toBeCloseTo(0.25e-3 ** 2, 15)
    expect(body.correlation).toBeCloseTo(0.25 ** 2 / (0.25 ** 2 + 0.3 ** 2), 12)
    const combined = (c: number) => Math.hypot(u(weights.a), u(weights.b)) ** 2 + 2 * c * 0.25 ** 2
    expect(Math.sqrt(combined(1))).toBeCloseTo(u(plus(weights.a, weights.b)), 12)
    expect(Math.sqrt(combined(-1))).toBeCloseTo(u(plus(weights.a, weights.b, -1)), 12)
  })

  it('takes a standard that serves twice for one and the same', async () => {
    const from = { certificate: numberOf.A }
    const inputs = { a: { from }, b: { from } }
    const { results } = await logged(resultOfBoth('a + b', { inputs }), resultOfBoth('2 * a - b', { inputs }))
    expect(results[0].standardUncertainty).toBeCloseTo(2 * u(weights.a), 12)
    expect(results[1].standardUncertainty).toBeCloseTo(u(weights.a), 12)
    expect(results[0].budget.correlations[0].r).toBe(1)
  })

  it('shares only what comes from the standard: drift since then is a line’s own', async () => {
    const inputs = { ...drifted(numberOf.A, 'a'), ...drifted(numberOf.B, 'b') }
    const { results } = await logged(resultOfBoth('a + b', { inputs }))
    expect(results[0].standardUncertainty).toBeCloseTo(Math.sqrt(2 * 0.5 ** 2 + 2 * 0.25 ** 2), 12)
  })

  it('follows a reference that one input names itself, and through a certificate the other', async () => {
    const inputs = {
      a: { from: { certificate: 'NMI-2025-0001', result: 'm1' } },
      b: { from: { reference: 'KG' } },
    }
    const { results } = await logged(resultOfBoth('a - b', { inputs }))
    // 22.5 mg, of which 20 mg are the root itself.
    expect(results[0].standardUncertainty).toBeCloseTo(Math.sqrt(22.5 ** 2 - 20 ** 2), 9)
    expect(results[0].budget.correlations[0].sharedStandards).toEqual(['KG'])
  })

  it('leaves what has nothing in common independent', async () => {
    const inputs = {
      a: { from: { certificate: numberOf.A } },
      b: { from: { certificate: 'NMI-2025-0001', result: 'm1' } },
    }
    const { results } = await logged(resultOfBoth('a + b', { inputs }))
    expect(results[0].budget).not.toHaveProperty('correlations')
  })

  it('stands in the budget beside what is stated otherwise, unless a reason is given', async () => {
    const contradicted = await logged(resultOfBoth('a + b', stated({ r: 0 })))
    expect(contradicted.results[0].budget.correlations).toEqual([
      { between: ['b', 'a'], r: 0, byStandards: expect.closeTo(0.4098, 4) },
    ])
    const agreed = await logged(resultOfBoth('a + b', stated({ r: 0.41 })))
    expect(agreed.results[0].budget.correlations).toEqual([{ between: ['b', 'a'], r: 0.41 }])
    const reason = 'E2 was adjusted between the two, and its value stated anew'
    const { results } = await logged(resultOfBoth('a + b', stated({ r: 0, reason })))
    expect(results[0].budget.correlations).toEqual([{ between: ['b', 'a'], r: 0, reason }])
    expect(results[0].standardUncertainty).toBeCloseTo(Math.hypot(u(weights.a), u(weights.b)), 12)
  })

  it('says so on the certificate, and its chain decomposes to the very u that it states', async () => {
    const draft = await logged(resultOfBoth('a + b'))
    const [result] = draft.results
    const read = must(await lab.technician.get(`/v1/calibrations/${draft.id}`)).body
    expect(read.results[0].budget.correlations).toEqual(result.budget.correlations)
    expect(draft.findings.filter(({ code }: { code: string }) => code === 'R12')).toEqual([])
  })

  it('keeps it when the work is stated anew', async () => {
    const entry = entryOfBoth(resultOfBoth('a + b'))
    const first = must(await lab.technician.post('/v1/calibrations', entry))
    const again = must(await lab.technician.put(first.headers.get('location')!, entry, 1))
    expect(again.body.results).toEqual(first.body.results)
  })
})

describe('degrees of freedom of inputs that share a standard', () => {
  const s = service()
  const lab = laboratory(s)
  beforeAll(() => twoWeights(lab, { degreesOfFreedom: 4 }))

  it('are those of the independent influences behind them: in a difference the few readings show (GUM G.4.1)', async () => {
    const coverage = { probability: 0.95 }
    const { results } = must(
      await lab.technician.post(
        '/v1/calibrations',
        entryOfBoth(resultOfBoth('a + b', { coverage }), resultOfBoth('a - b', { coverage })),
      ),
    ).body
    const spread = (2 * 0.3 ** 4) / 4
    expect(results[0].effectiveDegreesOfFreedom).toBeCloseTo((0.5 ** 2 + 2 * 0.3 ** 2) ** 2 / spread, 6)
    expect(results[1].effectiveDegreesOfFreedom).toBeCloseTo(8, 6)
  })
})
