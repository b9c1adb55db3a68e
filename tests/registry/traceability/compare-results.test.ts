import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory, standardCertificate } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'
import { numberOf, twoWeights } from '../two-weights-of-the-tests.ts'

const of = (certificate: string, more: object = {}) => ({ certificate, ...more })

describe('a comparison of certified results', () => {
  const s = service()
  const lab = laboratory(s)
  beforeAll(() => twoWeights(lab))

  const ask = (...results: object[]) => lab.reviewer.post('/v1/certificates/compare', { results, unit: 'mg' })

  it('takes what two laboratories share into its scores, without being told', async () => {
    const { body } = must(await ask(of(numberOf.A), of(numberOf.B)))
    expect(body.results).toMatchObject([
      {
        certificate: numberOf.A,
        value: 1_000_000,
        standardUncertainty: expect.closeTo(Math.hypot(0.25, 0.3), 12),
      },
      { certificate: numberOf.B },
    ])
    const r = 0.25 ** 2 / (0.25 ** 2 + 0.3 ** 2)
    expect(body.correlations).toEqual([{ between: [0, 1], r: expect.closeTo(r, 12) }])
    const [pair] = body.evaluation.bilateralDegreesOfEquivalence
    expect(pair.expandedUncertainty).toBeCloseTo(2 * 0.3 * Math.SQRT2, 9)
    expect(pair.En).toBe(0)
    // The mean has the whole of the common standard: √(0.25² + 0.30²/2), not 0.39/√2.
    expect(body.evaluation.weightedMean.standardUncertainty).toBeCloseTo(
      Math.sqrt(0.25 ** 2 + 0.3 ** 2 / 2),
      9,
    )
  })

  it('has a weight and its own standard depend on each other as far as the standard goes', async () => {
    const { body } = must(await ask(of(numberOf.E2), of(numberOf.A)))
    expect(body.correlations[0].r).toBeCloseTo(0.25 / Math.hypot(0.25, 0.3), 12)
    expect(body.evaluation.bilateralDegreesOfEquivalence[0].expandedUncertainty).toBeCloseTo(0.6, 9)
  })

  it('is refused for what is not known, for other kinds, and without a key', async () => {
    expect((await ask(of(numberOf.A), of('NOTHING'))).body).toMatchObject({
      code: 'traceability.unknown-subject',
      pointer: '/results/1/certificate',
    })
    expect((await ask(of(numberOf.A), of(numberOf.B, { version: 7 }))).status).toBe(404)
    expect((await ask(of(numberOf.A))).status).toBe(400)
    const both = { results: [of(numberOf.A), of(standardCertificate)] }
    const inVolts = await lab.reviewer.post('/v1/certificates/compare', { ...both, unit: 'V' })
    expect(inVolts).toMatchObject({ status: 422, body: { code: 'traceability.result-of-other-kind' } })
    expect((await lab.public.post('/v1/certificates/compare', both)).status).toBe(401)
  })
})
