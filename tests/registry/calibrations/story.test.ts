import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { entryOfWeight, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

describe('from readings to a traceable certificate', () => {
  const s = service()
  const lab = laboratory(s)

  it('evaluates the budget as it is logged, to the figures of EA-4/02 S2', async () => {
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect(logged.status).toBe(201)
    const [result] = logged.body.results
    expect(result.estimate).toBeCloseTo(10000.025, 9)
    expect(result.standardUncertainty).toBeCloseTo(0.02926, 5)
    expect(result.reported).toEqual({
      value: '10000.025',
      expandedUncertainty: '0.059',
      unit: 'g',
      coverageFactor: '2',
    })
    expect(
      result.budget.lines
        .map((line: { share: number }) => line.share)
        .reduce((a: number, b: number) => a + b),
    ).toBeCloseTo(1, 12)
    expect(logged.body.state).toBe('evaluated')
    expect(logged.body.findings).toEqual([])
  })

  it('issues a certificate by three people, which is then in force and traceable to the national standard', async () => {
    const certificate = await issued(lab, entryOfWeight())
    expect(certificate.status).toBe(201)
    const { number } = certificate.body
    expect(number).toBe('LAB-2026-0001')
    expect(certificate.body.signatures).toEqual([
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
})
