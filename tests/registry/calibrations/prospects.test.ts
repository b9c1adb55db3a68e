import { afterEach, describe, expect, it } from 'vitest'
import { attachmentsOf, qrOfFirstPage, textOfPages } from '../../pdf-of-the-tests.ts'
import { service } from '../../service.ts'
import { moved, rowsOf } from '../calibrations-of-the-tests.ts'
import {
  entryOfWeight,
  equipment,
  laboratory,
  standardTranscription,
  weightResult,
} from '../laboratory-of-the-tests.ts'
import { must } from '../people-of-the-tests.ts'

const s = service()
const lab = laboratory(s)
const startOfTests = s.clock.now()
afterEach(() => s.clock.moveTo(startOfTests.toISOString()))

describe('an assessment', () => {
  it('answers what logging the same entry would, and stores nothing', async () => {
    const before = await rowsOf(s)
    const { status, body } = await lab.technician.post('/v1/calibrations/assessment', entryOfWeight())
    expect(status).toBe(200)
    expect(body.results[0].reported).toMatchObject({
      value: '10000.025',
      expandedUncertainty: '0.059',
      unit: 'g',
    })
    expect(body.mayBeSubmitted).toBe(true)
    expect(await rowsOf(s)).toBe(before)

    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    expect(body.results).toEqual(logged.body.results)
    expect(body.findings).toEqual(logged.body.findings)
    expect(body.missing).toEqual(logged.body.missing)
    // Once it has been submitted, its number may be assessed again and again.
    const again = entryOfWeight({ certificateNumber: 'LAB-AGAIN' })
    for (const _ of [1, 2])
      expect((await lab.technician.post('/v1/calibrations/assessment', again)).status).toBe(200)
  })

  it('says that it may not be submitted, and why, where a rule forbids it', async () => {
    s.clock.moveTo('2026-07-02T00:00:00Z')
    const late = { started: '2026-07-01T09:00:00+08:00', finished: '2026-07-01T11:00:00+08:00' }
    const { body } = await lab.technician.post('/v1/calibrations/assessment', entryOfWeight(late))
    expect(body.mayBeSubmitted).toBe(false)
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'R09', outcome: 'fail' }))
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight(late)))
    const submitted = await moved(lab.technician, 'submit', logged)
    expect(submitted.body).toMatchObject({ code: 'calibration.rule-fails', rule: 'R09' })
  })

  it('refuses what logging would refuse, at the same place', async () => {
    const wrong = entryOfWeight({ results: [weightResult({ unit: 'm' })] })
    const assessed = await lab.technician.post('/v1/calibrations/assessment', wrong)
    const logged = await lab.technician.post('/v1/calibrations', wrong)
    expect(assessed.status).toBe(422)
    expect({ ...assessed.body, instance: '', requestId: '' }).toEqual({
      ...logged.body,
      instance: '',
      requestId: '',
    })
    expect((await lab.stranger.post('/v1/calibrations/assessment', entryOfWeight())).status).toBe(403)
  })
})

const asked = (change: Record<string, unknown> = {}) => ({
  laboratory: 'LAB',
  item: { equipment: 'WEIGHT' },
  measurandKind: 'mass.conventional',
  started: '2026-02-25T09:00:00+08:00',
  finished: '2026-02-25T11:00:00+08:00',
  point: { value: { value: '10', unit: 'kg' } },
  ...change,
})

describe('the standards that could be used', () => {
  it('are told with their certificate, and are admitted while it is in force and not overdue', async () => {
    const { status, body } = await lab.technician.post('/v1/calibrations/standards', asked())
    expect(status).toBe(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      from: { certificate: 'NMI-2025-0001', result: 'm1', version: 1 },
      equipment: { code: 'STANDARD', component: 'main' },
      point: { nominal: { value: '10', unit: 'kg' } },
      reported: { value: '10000.005', expandedUncertainty: '0.045', unit: 'g' },
      admissible: true,
    })
  })

  it('are not admitted once they are overdue, with the rule and the reason', async () => {
    s.clock.moveTo('2026-07-02T00:00:00Z')
    const times = { started: '2026-07-01T09:00:00+08:00', finished: '2026-07-01T11:00:00+08:00' }
    const { body } = await lab.technician.post('/v1/calibrations/standards', asked(times))
    expect(body.items[0]).toMatchObject({ admissible: false })
    const [why] = body.items[0].findings.filter(({ outcome }: { outcome: string }) => outcome === 'fail')
    expect(why).toMatchObject({ code: 'R09', subject: expect.stringContaining('NMI-2025-0001') })
    expect(why.message.en).toContain('2026-06')
    // The same as is found once the work is logged.
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight(times)))
    expect(logged.body.findings).toContainEqual(why)
  })

  it('are not admitted at a point that their certificate does not cover', async () => {
    const far = asked({ point: { value: { value: '1', unit: 'kg' } } })
    const { body } = await lab.technician.post('/v1/calibrations/standards', far)
    expect(body.items[0]).toMatchObject({ admissible: false })
    expect(body.items[0].findings).toContainEqual(expect.objectContaining({ code: 'R05', outcome: 'fail' }))
  })

  it('are not admitted after a repair; those that are stand first, and an item is no standard of its own', async () => {
    must(await equipment(lab.admin, 'SPARE', 'LAB', 'working-standard'))
    must(
      await lab.technician.post(
        '/v1/certificates',
        standardTranscription({ number: 'NMI-2025-0002', item: { equipment: 'SPARE' } }),
      ),
    )
    const repair = {
      kind: 'repair',
      occurredAt: '2026-01-10T09:00:00+08:00',
      detail: 'It was dropped',
    }
    must(await lab.technician.post('/v1/equipment/SPARE/events', repair))
    const { body } = await lab.technician.post('/v1/calibrations/standards', asked())
    expect(body.items.map(({ equipment: { code }, admissible }: never) => [code, admissible])).toEqual([
      ['STANDARD', true],
      ['SPARE', false],
    ])
    expect(body.items[1].findings).toContainEqual(expect.objectContaining({ code: 'R02', outcome: 'fail' }))
    const own = await lab.technician.post(
      '/v1/calibrations/standards',
      asked({ item: { equipment: 'STANDARD' } }),
    )
    expect(own.body.items.map(({ equipment: { code } }: { equipment: { code: string } }) => code)).toEqual([
      'SPARE',
    ])
  })

  it('are asked for by their own laboratory, for a kind and an item that exist', async () => {
    const refused = async (change: Record<string, unknown>) => {
      const { status, body } = await lab.technician.post('/v1/calibrations/standards', asked(change))
      return [status, body.code, body.pointer]
    }
    expect(await refused({ measurandKind: 'nothing' })).toEqual([
      422,
      'calibration.unknown-record',
      '/measurandKind',
    ])
    expect(await refused({ item: { equipment: 'NO' } })).toEqual([
      422,
      'calibration.unknown-record',
      '/item/equipment',
    ])
    expect(await refused({ laboratory: 'NMI' })).toEqual([403, 'access.not-your-organization', '/laboratory'])
    expect(await refused({ finished: '2026-02-25T08:00:00+08:00' })).toEqual([
      422,
      'calibration.times-reversed',
      '/finished',
    ])
    expect(await refused({ point: { value: { value: '1', unit: 'nothing' } } })).toMatchObject([
      422,
      expect.stringContaining('unit.'),
      expect.stringContaining('/point'),
    ])
    expect((await lab.public.post('/v1/calibrations/standards', asked())).status).toBe(401)
  })
})

describe('a calibration as it was stated', () => {
  it('is read with every digit, and can be stated again', async () => {
    const entry = entryOfWeight({ remarks: 'As stated' })
    const logged = must(await lab.technician.post('/v1/calibrations', entry))
    const { status, body, headers } = await lab.technician.get(`/v1/calibrations/${logged.body.id}/entry`)
    expect([status, headers.get('etag')]).toEqual([200, '"1"'])
    expect(body).toEqual(entry)
    expect((await lab.technician.post('/v1/calibrations', body)).status).toBe(201)
    expect((await lab.stranger.get(`/v1/calibrations/${logged.body.id}/entry`)).status).toBe(404)
    const { body: list } = await lab.technician.get('/v1/calibrations?state=evaluated&limit=1')
    expect(list.items[0]).toMatchObject({ operator: 'technician', state: 'evaluated' })
  })
})

const asPdf = (id: string, query = '') =>
  s.app.request(`/v1/calibrations/${id}/preview${query}`, {
    headers: { authorization: `Bearer ${lab.reviewer.key}` },
  })

describe('the preview of a certificate', () => {
  it('is the sheet that would be issued, and says on its first page that it is none', async () => {
    const logged = must(await lab.technician.post('/v1/calibrations', entryOfWeight()))
    const answer = await asPdf(logged.body.id)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pdf = new Uint8Array(await answer.arrayBuffer())
    const [first = ''] = await textOfPages(pdf)
    expect(first.replaceAll(/\s+/g, ' ')).toContain('Preview, not issued: Calibration Certificate')
    expect(first).toContain('预览')
    const code = decodeURIComponent((await qrOfFirstPage(pdf, 144)) ?? '')
    expect(code).toContain('/verify/预览 PREVIEW')
    expect((await attachmentsOf(pdf)).length).toBe(0)
    const pages = (await textOfPages(pdf)).join(' ')
    expect(pages).toContain('0.059')
    expect((await lab.stranger.get(`/v1/calibrations/${logged.body.id}/preview`)).status).toBe(404)
  })
})
