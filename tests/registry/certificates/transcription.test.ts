import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { seen } from '../calibrations-of-the-tests.ts'
import { equipment, laboratory, standardTranscription } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const [printed] = standardTranscription().results
const { model: _, output: __, inputs: ___, ...withoutBudget } = printed!

describe('a certificate from elsewhere', () => {
  const s = service()
  const lab = laboratory(s)
  const transcribed = async (number: string, result: object = {}, change: object = {}) =>
    must(
      await lab.technician.post(
        '/v1/certificates',
        standardTranscription({ number, results: [{ ...withoutBudget, ...result }], ...change }),
      ),
    )
  const resultOf = async (number: string, result: object) =>
    (await transcribed(number, result)).body.results[0]

  it('keeps the figures as they are printed, every digit of them', async () => {
    expect(await resultOf('P-1', { estimate: { value: '10 000.005 0', unit: 'g' } })).toMatchObject({
      unit: 'g',
      estimate: 10000.005,
      expandedUncertainty: 0.045,
      standardUncertainty: 0.0225,
      coverageFactor: 2,
      effectiveDegreesOfFreedom: 'infinity',
      reported: { value: '10000.0050', expandedUncertainty: '0.045', unit: 'g', coverageFactor: '2' },
    })
    // U in another unit than the value keeps its digits too.
    expect(await resultOf('P-2', { expandedUncertainty: { value: '50', unit: 'mg' } })).toMatchObject({
      expandedUncertainty: 0.05,
      reported: { expandedUncertainty: '0.050', unit: 'g' },
    })
  })

  it('divides U by its own k, and by no assumed one', async () => {
    const result = await resultOf('P-3', { coverageFactor: '1.65', coverageProbability: 0.9 })
    expect(result.standardUncertainty).toBeCloseTo(0.045 / 1.65, 15)
    expect(result.reported).toMatchObject({ coverageFactor: '1.65', coverageProbability: '90 %' })
  })

  it('may state u with its degrees of freedom instead of U, or no uncertainty at all', async () => {
    const bare = { expandedUncertainty: undefined, coverageFactor: undefined }
    const u = { ...bare, standardUncertainty: { value: '0.02', unit: 'g' }, degreesOfFreedom: 12 }
    const stated = await resultOf('P-4', u)
    expect(stated).toMatchObject({ standardUncertainty: 0.02, effectiveDegreesOfFreedom: 12 })
    expect(stated).not.toHaveProperty('expandedUncertainty')
    const silent = await resultOf('P-5', bare)
    expect(silent).toMatchObject({ estimate: 10000.005 })
    expect(silent).not.toHaveProperty('standardUncertainty')
  })

  it('shows the shares of a known budget beside the printed figures, which stand', async () => {
    const { model, output, inputs } = printed!
    const budget = await resultOf('P-6', { model, output, inputs })
    // The budget gives u = 22.36 mg; printed is U = 45 mg with k = 2.
    expect(budget.standardUncertainty).toBe(0.0225)
    expect(budget.estimate).toBe(10000.005)
    const shares = budget.budget.lines.map(({ share }: { share: number }) => share)
    expect(shares[0]).toBeCloseTo(0.8, 12)
    expect(shares[1]).toBeCloseTo(0.2, 12)
    expect(budget.budget.lines[0]).toMatchObject({ symbol: 'k', from: { reference: 'KG' } })
  })

  it('may name a standard as a device only, whose figures it then states', async () => {
    must(await equipment(lab.admin, 'DEVICE', 'LAB', 'working-standard'))
    const result = await resultOf('P-7', {
      model: { outputs: { m: 'm_S + d' } },
      output: 'm',
      inputs: {
        m_S: { from: { equipment: 'DEVICE' }, estimate: 10, standardUncertainty: '0.00002', unit: 'kg' },
        d: { estimate: '0.005', standardUncertainty: '0.01', unit: 'g' },
      },
    })
    expect(result.budget.lines[0]).toMatchObject({
      from: { equipment: 'DEVICE', component: 'main' },
      estimate: 10,
    })
    const untold = await lab.technician.post(
      '/v1/certificates',
      standardTranscription({
        number: 'P-8',
        results: [
          {
            ...withoutBudget,
            model: { outputs: { m: 'm_S' } },
            output: 'm',
            inputs: { m_S: { from: { equipment: 'DEVICE' } } },
          },
        ],
      }),
    )
    expect(untold).toMatchObject({
      status: 422,
      body: { code: 'uncertainty.estimate-missing', pointer: '/results/0/inputs/m_S/estimate' },
    })
  })

  it('is evidence once a second person has compared it (R17), and not before', async () => {
    const made = await transcribed('C-1', {}, { results: [printed] })
    const verdict = async () =>
      must(await lab.public.get('/v1/certificates/C-1/validity')).body.traceability.verdict
    const path = '/v1/certificates/C-1/check'
    const rules = async () =>
      must(await lab.public.get('/v1/certificates/C-1/traceability')).body.rules.filter(
        ({ code }: { code: string }) => code === 'R17',
      )
    expect(await rules()).toMatchObject([{ outcome: 'unknown', reason: 'copy-not-checked' }])
    expect(await verdict()).not.toBe('traceable')
    // The technician’s key may check; the transcriber may not.
    expect(await lab.technician.post(path, undefined, seen(made))).toMatchObject({
      status: 403,
      body: { code: 'certificate.own-transcription' },
    })
    expect((await lab.reviewer.post(path)).status).toBe(428)
    const checked = must(await lab.reviewer.post(path, undefined, seen(made)))
    expect(checked.body.events).toEqual([{ kind: 'checked', recordedAt: '2026-03-02T08:00:00.000Z' }])
    expect(await rules()).toMatchObject([{ outcome: 'pass', reason: 'copy-checked' }])
    expect(await verdict()).toBe('traceable')
    expect((await lab.signatory.post(path, undefined, seen(made))).status).toBe(412)
    expect(await lab.signatory.post(path, undefined, seen(checked))).toMatchObject({
      status: 409,
      body: { code: 'certificate.already-so' },
    })
  })

  it('is neither transcribed nor checked by those who neither keep its item nor issued it', async () => {
    const planted = await lab.stranger.post('/v1/certificates', standardTranscription({ number: 'X-1' }))
    expect(planted).toMatchObject({ status: 403, body: { code: 'access.not-your-organization' } })
    expect(planted.body.pointer).toBe('/item/equipment')
    const own = await transcribed('X-2')
    const checked = await lab.stranger.post('/v1/certificates/X-2/check', undefined, {
      'if-match': own.headers.get('etag') ?? '',
    })
    expect(checked).toMatchObject({ status: 403, body: { code: 'access.not-your-organization' } })
  })

  it('is checked once, also by two at the same time', async () => {
    const made = await transcribed('C-2')
    const both = await Promise.all(
      [lab.reviewer, lab.signatory].map((by) => by.post('/v1/certificates/C-2/check', undefined, seen(made))),
    )
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([409, 412]).toContain(both.map(({ status }) => status).find((status) => status !== 200))
  })

  it('is neither amended here, nor are certificates issued here checked', async () => {
    const made = await transcribed('C-3')
    const amended = await lab.signatory.post(
      '/v1/certificates/C-3/amend',
      { changeClass: 'editorial', reason: 'The room' },
      seen(made),
    )
    // The standard is the laboratory’s own, so that it may decide about the record; amend only its issuer may.
    expect(amended).toMatchObject({ status: 409, body: { code: 'certificate.not-issued-here' } })
  })

  it('is ended in the registry by whoever keeps its item, and by no stranger', async () => {
    const made = await transcribed('C-4')
    const revoked = { cause: 'The issuer has revoked it' }
    const stranger = await lab.stranger.post('/v1/certificates/C-4/revoke', revoked, seen(made))
    expect(stranger).toMatchObject({ status: 403, body: { code: 'access.not-your-organization' } })
    expect((await lab.signatory.post('/v1/certificates/C-4/revoke', revoked, seen(made))).status).toBe(200)
  })

  it('has complained about nothing', () => {
    expect(s.complaints).toEqual([])
  })
})
