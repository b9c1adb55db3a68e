import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved, seen } from '../calibrations-of-the-tests.ts'
import {
  entryOfWeight,
  equipment,
  issued,
  laboratory,
  standardTranscription,
  weightResult,
} from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

interface Finding {
  readonly code: string
  readonly outcome: string
  readonly reason: string
  readonly subject?: string
  readonly result?: string
  readonly message: { readonly en: string; readonly zh: string }
}

const failing = (answer: Answer): readonly Finding[] =>
  answer.body.findings.filter(({ outcome }: Finding) => outcome === 'fail')

const { inputs } = weightResult()
const withStandard = (m_S: Record<string, unknown>, change: Record<string, unknown> = {}) =>
  entryOfWeight({ results: [weightResult({ inputs: { ...inputs, m_S } })], ...change })

describe('what the rules find in a calibration', () => {
  const s = service()
  const lab = laboratory(s)
  const transcribed = async (change: Record<string, unknown>) => {
    const made = must(await lab.technician.post('/v1/certificates', standardTranscription(change)))
    const path = `/v1/certificates/${made.body.number}`
    return must(await lab.reviewer.post(`${path}/check`, undefined, seen(made)))
  }

  it('is told as it is logged and stops it at submission: a standard overdue on the day of use (R09)', async () => {
    must(await equipment(lab.admin, 'OLD', 'LAB', 'working-standard'))
    await transcribed({
      number: 'NMI-2024-7',
      item: { equipment: 'OLD' },
      started: '2025-02-23T09:00:00+08:00',
      finished: '2025-02-24T09:00:00+08:00',
      issued: '2025-02-24T10:00:00+08:00',
    })
    const late = await broughtTo(lab, withStandard({ from: { certificate: 'NMI-2024-7' } }), 'evaluated')
    expect(failing(late)).toMatchObject([{ code: 'R09', reason: 'overdue', subject: 'NMI-2024-7/m1' }])
    expect(failing(late)[0]!.message).toEqual({ en: expect.any(String), zh: expect.any(String) })
    const submitted = await moved(lab.technician, 'submit', late)
    expect(submitted).toMatchObject({
      status: 422,
      body: { code: 'calibration.rule-fails', rule: 'R09', errors: [{ code: 'R09.overdue' }] },
    })
    // On its last day it was still good.
    const inTime = withStandard(
      { from: { certificate: 'NMI-2024-7' } },
      { started: '2026-02-24T22:00:00+08:00', finished: '2026-02-24T23:59:59+08:00' },
    )
    await broughtTo(lab, inTime, 'submitted')
  })

  it('never locks the calibration that lifts the lock: an overdue standard can be calibrated again', async () => {
    const again = entryOfWeight({ item: { equipment: 'OLD' }, certificateNumber: 'LAB-OLD-1' })
    const certificate = await issued(lab, again)
    expect(certificate.status).toBe(201)
    const lifted = withStandard(
      { from: { certificate: 'LAB-OLD-1' } },
      { started: '2026-03-01T09:00:00+08:00', finished: '2026-03-01T11:00:00+08:00' },
    )
    const logged = await broughtTo(lab, lifted, 'evaluated')
    expect(failing(logged).map(({ code }) => code)).not.toContain('R09')
  })

  it('is a certificate that was revoked, at whatever time it was revoked (R03)', async () => {
    must(await equipment(lab.admin, 'STANDARD-2', 'LAB', 'working-standard'))
    const checked = await transcribed({ number: 'NMI-2025-2', item: { equipment: 'STANDARD-2' } })
    const reviewed = await broughtTo(lab, withStandard({ from: { certificate: 'NMI-2025-2' } }), 'reviewed')
    must(
      await lab.signatory.post(
        '/v1/certificates/NMI-2025-2/revoke',
        { cause: 'Wrong weight' },
        seen(checked),
      ),
    )
    // The rules are asked once more where the certificate would be issued.
    const authorised = await moved(lab.signatory, 'authorise', reviewed)
    expect(authorised).toMatchObject({
      status: 422,
      body: { rule: 'R03', errors: [{ code: 'R03.revoked' }] },
    })
    const logged = await broughtTo(lab, withStandard({ from: { certificate: 'NMI-2025-2' } }), 'evaluated')
    expect(failing(logged)).toMatchObject([{ code: 'R03', reason: 'revoked' }])
    expect((await moved(lab.technician, 'submit', logged)).body.rule).toBe('R03')
  })

  it('is an uncertainty below what the laboratory may claim (R11, ILAC-P14)', async () => {
    const scope = {
      range: { lower: '1', upper: '20', unit: 'kg' },
      uncertainty: { form: 'quadrature', unit: 'mg', a: '70', b: '0', coverageFactor: 2 },
      validFrom: '2024-01-01',
    }
    must(
      await lab.admin.post('/v1/competences', {
        code: 'LAB-MASS-WIDE',
        organization: 'LAB',
        kind: 'accreditation',
        issuer: 'Issuer',
        number: 'WIDE-1',
        measurandKind: 'mass.conventional',
        scope,
      }),
    )
    const logged = await broughtTo(lab, entryOfWeight({ competence: 'LAB-MASS-WIDE' }), 'evaluated')
    expect(failing(logged)).toMatchObject([{ code: 'R11', reason: 'below-capability', result: 'm1' }])
    const submitted = await moved(lab.technician, 'submit', logged)
    expect(submitted).toMatchObject({ status: 422, body: { rule: 'R11', code: 'calibration.rule-fails' } })
  })

  it('is a U taken with k = 2 of which the certificate says k = 1.65 (R12)', async () => {
    must(await equipment(lab.admin, 'STANDARD-3', 'LAB', 'working-standard'))
    const [result] = standardTranscription().results
    await transcribed({
      number: 'NMI-2025-3',
      item: { equipment: 'STANDARD-3' },
      results: [{ ...result, coverageFactor: '1.65' }],
    })
    const from = { certificate: 'NMI-2025-3', result: 'm1' }
    const taken = await broughtTo(lab, withStandard({ from }), 'evaluated')
    expect(taken.body.results[0].budget.lines[0].standardUncertainty).toBeCloseTo(0.000045 / 1.65, 15)
    expect(failing(taken)).toEqual([])
    const typed = withStandard({
      from,
      estimate: '10000.005',
      expandedUncertainty: '0.045',
      coverageFactor: 2,
      unit: 'g',
    })
    const logged = await broughtTo(lab, typed, 'evaluated')
    expect(logged.body.results[0].budget.lines[0]).toMatchObject({
      typed: true,
      from: { ...from, version: 1 },
    })
    expect(failing(logged)).toMatchObject([{ code: 'R12', reason: 'line-below-certificate', result: 'm1' }])
    expect((await moved(lab.technician, 'submit', logged)).body.rule).toBe('R12')
  })

  it('is not asked for: a gauge pressure where the model needs an absolute one is refused at once (R04)', async () => {
    must(await equipment(lab.admin, 'GAUGE', 'LAB', 'working-standard'))
    must(await equipment(lab.admin, 'BAROMETER', 'PLANT', 'instrument'))
    await transcribed({
      number: 'NMI-P-1',
      competence: undefined,
      item: { equipment: 'GAUGE' },
      results: [
        {
          code: 'p',
          measurandKind: 'pressure.gauge',
          stage: 'as-found-and-left',
          point: { nominal: { value: '1', unit: 'bar' } },
          estimate: { value: '100.02', unit: 'kPa' },
          expandedUncertainty: { value: '0.04', unit: 'kPa' },
          coverageFactor: 2,
        },
      ],
    })
    const absolute = weightResult({
      measurandKind: 'pressure.absolute',
      point: { nominal: { value: '1000', unit: 'hPa' } },
      unit: 'hPa',
      model: { outputs: { p: 'p_S + dp' } },
      output: 'p',
      inputs: {
        p_S: { from: { certificate: 'NMI-P-1' } },
        dp: { estimate: '0.3', standardUncertainty: '0.1', unit: 'mbar' },
      },
    })
    const refused = await lab.technician.post('/v1/calibrations', entryOfWeight({ results: [absolute] }))
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'calibration.kind-mismatch',
        rule: 'R04',
        pointer: '/results/0/inputs/p_S/from',
        expected: 'pressure.absolute',
        actual: 'pressure.gauge',
      },
    })
    const gauge = { ...absolute, measurandKind: 'pressure.gauge' }
    const logged = await broughtTo(lab, entryOfWeight({ results: [gauge] }), 'evaluated')
    expect(logged.body.results[0]).toMatchObject({ unit: 'hPa', reported: { value: '1000.50' } })
  })

  it('has complained about nothing', () => {
    expect(s.complaints).toEqual([])
  })
})
