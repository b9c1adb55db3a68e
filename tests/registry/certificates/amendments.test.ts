import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, seen } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, equipment, issued, laboratory, weightResult } from '../laboratory-of-the-tests.ts'
import { must, type Answer, type Asking } from '../people-of-the-tests.ts'

const { inputs } = weightResult()
/** The reading of the comparator was 20 mg; here it is another one. */
const withReading = (estimate: string) =>
  entryOfWeight({ results: [weightResult({ inputs: { ...inputs, dm: { ...inputs.dm, estimate } } })] })

const editorial = { changeClass: 'editorial', reason: 'The number of the room was wrong', place: 'Room 3' }

const amended = (by: Asking, last: Answer, body: unknown): Promise<Answer> =>
  by.post(`/v1/certificates/${last.body.number}/amend`, body, seen(last))

describe('an amendment', () => {
  const s = service()
  const lab = laboratory(s)
  const byValue = async (last: Answer, entry: unknown) => {
    const { body } = await broughtTo(lab, entry, 'reviewed')
    return amended(lab.signatory, last, {
      changeClass: 'value',
      reason: 'The wrong weight was read',
      calibration: body.id,
    })
  }
  const verdictOf = async (number: string) =>
    must(await lab.public.get(`/v1/certificates/${number}/validity`)).body.traceability.verdict
  /** Another weight, calibrated with the one of the certificate. */
  const downstream = async (certificate: Answer, code: string) => {
    must(await equipment(lab.admin, code, 'PLANT', 'instrument'))
    const m_S = { from: { certificate: certificate.body.number } }
    return issued(
      lab,
      entryOfWeight({
        item: { equipment: code },
        started: '2026-03-02T08:30:00+08:00',
        finished: '2026-03-02T09:00:00+08:00',
        results: [weightResult({ inputs: { ...inputs, m_S } })],
      }),
    )
  }

  it('of words is a new version with a hash of its own; no figure changes, and nothing below is touched', async () => {
    s.clock.moveTo('2026-03-01T08:00:00Z')
    const first = await issued(lab, entryOfWeight({ place: 'Room 2' }))
    s.clock.moveTo('2026-03-02T08:00:00Z')
    const below = await downstream(first, 'BELOW-1')
    const second = must(await amended(lab.signatory, first, editorial))
    expect(second.status).toBe(201)
    expect(second.body).toMatchObject({
      number: first.body.number,
      version: 2,
      place: 'Room 3',
      issued: '2026-03-02T08:00:00.000Z',
      change: { class: 'editorial', reason: editorial.reason },
      results: first.body.results,
    })
    expect(second.body.sha256).not.toBe(first.body.sha256)
    expect(second.body.versions).toMatchObject([
      { version: 2, changeClass: 'editorial', sha256: second.body.sha256 },
      { version: 1, sha256: first.body.sha256 },
    ])
    expect(await verdictOf(below.body.number)).toBe('traceable')
    const former = must(await lab.public.get(`/v1/certificates/${first.body.number}?version=1`))
    expect(former.body).toMatchObject({ version: 1, place: 'Room 2', sha256: first.body.sha256 })
    // What was corrected once stays corrected.
    const third = must(await amended(lab.signatory, second, { changeClass: 'editorial', reason: 'A comma' }))
    expect(third.body).toMatchObject({ version: 3, place: 'Room 3' })
  })

  it('of a value rests on a calibration of its own, and makes suspect what used the former value', async () => {
    s.clock.moveTo('2026-03-01T08:00:00Z')
    const first = await issued(lab, entryOfWeight())
    s.clock.moveTo('2026-03-02T08:00:00Z')
    const below = await downstream(first, 'BELOW-2')
    const second = must(await byValue(first, withReading('0.120')))
    expect(second.body).toMatchObject({
      version: 2,
      change: { class: 'value' },
      results: [{ reported: { value: '10000.125' } }],
      signatures: [{ person: 'technician' }, { person: 'reviewer' }, { person: 'signatory' }],
    })
    expect(await verdictOf(below.body.number)).toBe('suspect')
    const [row] = await s.orm.em.fork().execute<{ corrects: boolean }[]>(
      `select v2.corrects_id = v1.calibration_id as corrects from certificates v1
         join certificates w on w.number = v1.number and w.edition = 2
         join calibrations v2 on v2.id = w.calibration_id
        where v1.number = ? and v1.edition = 1`,
      [first.body.number],
    )
    expect(row).toEqual({ corrects: true })
    // What is calibrated from now on takes the newest version.
    const after = must(
      await lab.technician.post(
        '/v1/calibrations',
        entryOfWeight({
          item: { equipment: 'BELOW-2' },
          started: '2026-03-02T09:00:00+08:00',
          finished: '2026-03-02T09:10:00+08:00',
          results: [
            weightResult({ inputs: { ...inputs, m_S: { from: { certificate: first.body.number } } } }),
          ],
        }),
      ),
    )
    expect(after.body.results[0].budget.lines[0].from).toMatchObject({ version: 2 })
  })

  it('of a value that changes none leaves what rests on it as it was', async () => {
    s.clock.moveTo('2026-03-01T08:00:00Z')
    const first = await issued(lab, entryOfWeight())
    s.clock.moveTo('2026-03-02T08:00:00Z')
    const below = await downstream(first, 'BELOW-3')
    must(await byValue(first, entryOfWeight()))
    expect(await verdictOf(below.body.number)).toBe('traceable')
  })

  it('concerns the same item, of the same laboratory, and a calibration that was reviewed', async () => {
    const first = await issued(lab, entryOfWeight())
    must(await equipment(lab.admin, 'OTHER-WEIGHT', 'PLANT', 'instrument'))
    const refused = async (entry: unknown, state: 'evaluated' | 'reviewed') => {
      const { body } = await broughtTo(lab, entry, state)
      const value = { changeClass: 'value', reason: 'Wrong', calibration: body.id }
      return (await amended(lab.signatory, first, value)).body
    }
    const pointer = '/calibration'
    expect(await refused(entryOfWeight({ item: { equipment: 'OTHER-WEIGHT' } }), 'reviewed')).toMatchObject({
      status: 422,
      code: 'certificate.other-item',
      pointer,
    })
    expect(await refused(entryOfWeight(), 'evaluated')).toMatchObject({
      status: 409,
      code: 'calibration.wrong-state',
      pointer,
    })
    const nowhere = {
      changeClass: 'scope',
      reason: 'Wrong',
      calibration: '0190a000-0000-7000-8000-000000000000',
    }
    expect((await amended(lab.signatory, first, nowhere)).body).toMatchObject({
      status: 422,
      code: 'calibration.unknown-record',
      pointer,
    })
    const unreasoned = await amended(lab.signatory, first, { changeClass: 'editorial' })
    expect(unreasoned).toMatchObject({ status: 400, body: { code: 'request.does-not-match' } })
    const withoutWork = await amended(lab.signatory, first, { changeClass: 'value', reason: 'Wrong' })
    expect(withoutWork.status).toBe(400)
  })

  it('is signed by an authorised signatory who did not do the work, and who has seen how it stands', async () => {
    const first = await issued(lab, entryOfWeight())
    expect((await amended(lab.technician, first, editorial)).body.code).toBe('calibration.four-eyes')
    expect((await amended(lab.unauthorised, first, editorial)).body.code).toBe('calibration.not-authorised')
    expect((await amended(lab.stranger, first, editorial)).body.code).toBe('access.not-your-organization')
    const path = `/v1/certificates/${first.body.number}/amend`
    expect((await lab.signatory.post(path, editorial)).status).toBe(428)
    const both = await Promise.all([
      amended(lab.signatory, first, editorial),
      amended(lab.signatory, first, editorial),
    ])
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await amended(lab.signatory, first, editorial)).status).toBe(412)
  })

  it('is not made of what was withdrawn or revoked; a new certificate is issued instead', async () => {
    const withdrawn = await issued(lab, entryOfWeight())
    const ended = async (certificate: Answer, step: string, body: unknown) =>
      must(
        await lab.signatory.post(
          `/v1/certificates/${certificate.body.number}/${step}`,
          body,
          seen(certificate),
        ),
      )
    const gone = await ended(withdrawn, 'withdraw', { from: '2026-03-03T00:00:00Z', cause: 'Balance faulty' })
    expect((await amended(lab.signatory, gone, editorial)).body.code).toBe('certificate.no-longer-in-force')
    const revoked = await ended(gone, 'revoke', { cause: 'It never had a value' })
    expect((await amended(lab.signatory, revoked, editorial)).body.code).toBe(
      'certificate.no-longer-in-force',
    )
    expect(revoked.body.events).toMatchObject([{ kind: 'withdrawn' }, { kind: 'revoked' }])
  })

  it('leaves nobody with a complaint', () => {
    expect(s.complaints).toEqual([])
  })
})
