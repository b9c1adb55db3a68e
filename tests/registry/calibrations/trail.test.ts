import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { broughtTo, moved, rowsOf } from '../calibrations-of-the-tests.ts'
import { entryOfWeight, laboratory } from '../laboratory-of-the-tests.ts'
import { must, type Answer } from '../people-of-the-tests.ts'

interface Event {
  readonly operation: string
  readonly person: string
  readonly organization: string
  readonly before?: { state: string; version: number }
  readonly after: { state: string; version: number; number?: string }
  readonly reason?: string
}

describe('the trail of a calibration', () => {
  const s = service()
  const lab = laboratory(s)
  const eventsOn = async (subject: string): Promise<readonly Event[]> =>
    must(await lab.admin.get(`/v1/audit-events?limit=500&subject=${encodeURIComponent(subject)}`)).body.items

  it('has one event for each move: who, what it was, what it became, and why', async () => {
    const returned = await broughtTo(lab, entryOfWeight(), 'returned')
    const path = `/v1/calibrations/${returned.body.id}`
    const revised = must(await lab.technician.put(path, entryOfWeight({ place: 'Room 3' }), 3))
    must(await moved(lab.technician, 'cancel', revised, { reason: 'The weight is cracked' }))

    const events = await eventsOn(path)
    expect(
      events.map(({ operation, person, before, after, reason }) => [
        operation,
        person,
        before?.state,
        after.state,
        reason,
      ]),
    ).toEqual([
      ['log-calibration', 'technician', undefined, 'evaluated', undefined],
      ['submit-calibration', 'technician', 'evaluated', 'submitted', undefined],
      ['review-calibration', 'reviewer', 'submitted', 'returned', 'The nominal is wrong'],
      ['revise-calibration', 'technician', 'returned', 'evaluated', undefined],
      ['cancel-calibration', 'technician', 'evaluated', 'cancelled', 'The weight is cracked'],
    ])
    expect(events.every(({ organization }) => organization === 'LAB')).toBe(true)
    expect(events.slice(1).map(({ before, after }) => after.version - (before?.version ?? 0))).toEqual([
      1, 1, 1, 1,
    ])
  })

  it('leads into that of its certificate, with the signatory', async () => {
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const certificate = must(await moved(lab.signatory, 'authorise', reviewed))
    const path = `/v1/certificates/${certificate.body.number}`
    must(
      await lab.signatory.post(
        `${path}/withdraw`,
        { from: '2026-03-03T00:00:00+08:00', cause: 'The balance was faulty' },
        { 'if-match': '"1"' },
      ),
    )
    expect(await eventsOn(path)).toMatchObject([
      {
        operation: 'authorise-calibration',
        person: 'signatory',
        before: { id: reviewed.body.id, state: 'reviewed' },
        after: { number: certificate.body.number, sha256: certificate.body.sha256 },
      },
      {
        operation: 'withdraw-certificate',
        person: 'signatory',
        before: { events: [] },
        after: { events: [{ kind: 'withdrawn', cause: 'The balance was faulty' }] },
        reason: 'The balance was faulty',
      },
    ])
  })

  it('has nothing of what was refused', async () => {
    const logged = await broughtTo(lab, entryOfWeight(), 'evaluated')
    const before = await rowsOf(s)
    expect((await moved(lab.signatory, 'authorise', logged)).status).toBe(409)
    expect((await moved(lab.stranger, 'submit', logged)).status).toBe(404)
    expect(await rowsOf(s)).toBe(before)
  })
})

describe('a calibration that is sent again under the same Idempotency-Key', () => {
  const s = service()
  const lab = laboratory(s)
  const calibrations = async () => (await lab.technician.get('/v1/calibrations?limit=500')).body.items.length
  const logged = (key: string, entry: unknown = entryOfWeight()): Promise<Answer> =>
    lab.technician.post('/v1/calibrations', entry, { 'idempotency-key': key })

  it('is logged once and answered alike', async () => {
    const first = await logged('K-1')
    const second = await logged('K-1')
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await calibrations()).toBe(1)
    const other = await logged('K-1', entryOfWeight({ place: 'Room 3' }))
    expect(other).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } })
    expect(await calibrations()).toBe(1)
  })

  it('is logged once also by twenty copies at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => logged('K-20')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await calibrations()).toBe(2)
  })

  it('does not spend the key where it is refused', async () => {
    expect((await logged('K-3', entryOfWeight({ operator: 'nobody' }))).status).toBe(422)
    expect((await logged('K-3')).status).toBe(201)
  })

  it('issues one certificate where the authorisation is sent again', async () => {
    const reviewed = await broughtTo(lab, entryOfWeight(), 'reviewed')
    const authorised = () =>
      lab.signatory.post(`/v1/calibrations/${reviewed.body.id}/authorise`, undefined, {
        'if-match': reviewed.headers.get('etag') ?? '',
        'idempotency-key': 'A-1',
      })
    const answers = await Promise.all([authorised(), authorised(), authorised()])
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual(
      Array.from({ length: 3 }, () => [201, 'LAB-2026-0001']),
    )
    expect((await lab.technician.get('/v1/certificates?issuer=LAB')).body.items).toHaveLength(1)
  })
})
