import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { moved } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('from readings to a traceable certificate', () => {
  const s = service()
  const lab = laboratory(s)

  it('evaluates the budget as it is logged, to the figures of EA-4/02 M:2022, S2', async () => {
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect(logged.status).toBe(201)
    expect(logged.headers.get('location')).toBe(`/v1/calibrations/${logged.body.id}`)
    expect(logged.headers.get('etag')).toBe('"1"')
    expect(logged.body.state).toBe('evaluated')
    const [result] = logged.body.results
    expect(result.estimate).toBe(10000.025)
    expect(1000 * result.standardUncertainty).toBeCloseTo(29.26, 2)
    expect(result.expandedUncertainty).toBe(2 * result.standardUncertainty)
    expect(result.reported).toEqual({
      value: '10000.025',
      expandedUncertainty: '0.059',
      unit: 'g',
      coverageFactor: '2',
    })
    const line = (symbol: string) =>
      result.budget.lines.find((one: { symbol: string }) => one.symbol === symbol)
    expect(line('m_S')).toMatchObject({
      unit: 'kg',
      estimate: 10.000005,
      standardUncertainty: 0.0000225,
      degreesOfFreedom: 'infinity',
      sensitivity: 1,
      from: { certificate: 'NMI-2025-0001', version: 1, result: 'm1' },
    })
    const shares = result.budget.lines.map((one: { share: number }) => one.share)
    expect(shares.reduce((a: number, b: number) => a + b)).toBeCloseTo(1, 12)
    expect(line('m_S').share).toBeCloseTo(22.5 ** 2 / 856.25, 12)
  })

  it('tells beside it what the rules of traceability find: here only that the standard was recorded late', async () => {
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect(logged.body.findings).toMatchObject([
      { code: 'R22', outcome: 'warn', reason: 'late-certificate', subject: 'NMI-2025-0001/m1' },
    ])
  })

  it('issues a certificate by three people, which is then in force and traceable to the national standard', async () => {
    const certificate = await issued(lab, entryOfWeight())
    expect(certificate.status).toBe(201)
    const { number } = certificate.body
    expect(number).toBe('LAB-2026-0001')
    expect(certificate.headers.get('location')).toBe(`/v1/certificates/${number}`)
    expect(certificate.body.signatures).toMatchObject([
      { meaning: 'performed', person: 'technician', name: 'technician' },
      { meaning: 'reviewed', person: 'reviewer', name: 'reviewer' },
      { meaning: 'authorised', person: 'signatory', name: 'signatory' },
    ])
    const validity = must(await lab.public.get(`/v1/certificates/${number}/validity`))
    expect(validity.body).toMatchObject({
      number,
      version: 1,
      status: 'in-force',
      due: '2027-02-25',
      traceability: { verdict: 'traceable', roots: ['KG'] },
    })
  })

  it('shows the chain to whoever asks, with the share of every root in the variance', async () => {
    const { body } = must(await lab.public.get('/v1/certificates/LAB-2026-0001/traceability'))
    expect(body).toMatchObject({ verdict: 'traceable', resolution: 'resolved', depth: 2 })
    expect(body.roots).toMatchObject([{ reference: 'KG', kind: 'national-standard' }])
    // The root has 20 mg of 29.26 mg; what the standard states beyond its budget (22.5 mg for 22.36 mg) is no part of it.
    expect(body.roots[0].share).toBeCloseTo(20 ** 2 / 856.25, 12)
    expect(body.ladder.map(({ coverageFactor }: { coverageFactor: number }) => coverageFactor)).toEqual(
      expect.arrayContaining([2]),
    )
  })

  it('can be read by nobody outside the laboratory before it is issued, and by everybody afterwards', async () => {
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    const path = `/v1/calibrations/${logged.body.id}`
    expect((await lab.public.get(path)).status).toBe(401)
    const stranger = await lab.stranger.get(path)
    expect(stranger).toMatchObject({ status: 404, body: { code: 'calibration.unknown' } })
    expect((await lab.stranger.get('/v1/calibrations')).body.items).toHaveLength(0)
    expect((await lab.technician.get('/v1/calibrations')).body.items.length).toBeGreaterThan(0)
    // A stranger cannot move it either, and is not told that it is there.
    for (const [step, body] of [
      ['submit', undefined],
      ['review', { decision: 'approve' }],
      ['authorise', undefined],
      ['cancel', { reason: 'It is in my way' }],
    ] as const) {
      const answer = await moved(lab.stranger, step, logged, body)
      expect(answer, step).toMatchObject({ status: 404, body: { code: 'calibration.unknown' } })
    }
    expect((await lab.stranger.put(path, entryOfWeight(), 1)).status).toBe(404)
    const foreign = await lab.stranger.post('/v1/calibrations', entryOfWeight())
    expect(foreign).toMatchObject({ status: 403, body: { code: 'access.not-your-organization' } })
    expect((await lab.public.get('/v1/certificates/LAB-2026-0001')).status).toBe(200)
  })

  it('has complained about nothing', () => {
    expect(s.complaints).toEqual([])
  })
})
