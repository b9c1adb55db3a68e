import { beforeAll, describe, expect, it } from 'vitest'
import { tellDue } from '#registry/due/tell-due.ts'
import { service } from '../../service.ts'
import { entryOfWeight, equipment, issued, laboratory } from '../laboratory-of-the-tests.ts'
import { must, newPerson } from '../people-of-the-tests.ts'

type Person = Awaited<ReturnType<typeof newPerson>>

describe('what is due', () => {
  const s = service()
  const lab = laboratory(s)
  const made: { plant?: Person } = {}
  const plant = (): Person => {
    if (!made.plant) throw new Error('The people are there once the tests run')
    return made.plant
  }
  beforeAll(async () => {
    made.plant = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['quality-manager'] })
    must(await equipment(lab.admin, 'NEW', 'PLANT', 'instrument'))
    must(await equipment(lab.admin, 'FREE', 'PLANT', 'instrument', { calibrationIntervalMonths: undefined }))
    await issued(lab, entryOfWeight())
  })
  const due = async (query = '') => must(await plant().get(`/v1/due${query}`)).body
  const weight = async () =>
    (await due()).items.find((one: { equipment: string }) => one.equipment === 'WEIGHT')
  const tell = async () => tellDue(() => s.orm.em.fork(), s.clock.now())
  const told = async () =>
    must(await plant().get('/v1/events?limit=500')).body.items.filter(
      ({ type }: { type: string }) => type === 'equipment.due',
    )

  it('is reckoned by the interval of the owner from the day of the measurement', async () => {
    s.clock.moveTo('2026-03-02T08:00:00Z')
    expect(await due()).toMatchObject({
      today: '2026-03-02',
      until: '2026-04-01',
      items: [{ equipment: 'NEW', standing: 'never-calibrated' }],
    })
    const { items } = await due('?within=P12M')
    expect(items[1]).toMatchObject({
      equipment: 'WEIGHT',
      owner: 'PLANT',
      due: '2027-02-25',
      days: 360,
      by: 'owner-programme',
      intervalMonths: 12,
      standing: 'soon',
      issuer: 'LAB',
    })
    expect(items).toHaveLength(2)
  })

  it('is overdue on the day after the last one, as the day begins in China', async () => {
    s.clock.moveTo('2027-02-25T15:59:59Z')
    expect(await weight()).toMatchObject({ standing: 'soon', days: 0 })
    s.clock.moveTo('2027-02-25T16:00:00Z')
    expect(await weight()).toMatchObject({ standing: 'overdue', days: -1 })
    s.clock.moveTo('2026-03-02T08:00:00Z')
  })

  it('is read page by page in one order, each item once', async () => {
    const first = await due('?within=P12M&limit=1')
    const second = await due(`?within=P12M&limit=1&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ equipment: code }) => code)).toEqual(['NEW', 'WEIGHT'])
    expect(second.next).toBeNull()
  })

  it('is the list of one organization, which nobody else reads but an administrator', async () => {
    expect((await plant().get('/v1/due?owner=LAB')).status).toBe(403)
    const listed = must(await lab.admin.get('/v1/due?owner=LAB&within=P12M')).body.items
    expect(listed).toMatchObject([{ equipment: 'STANDARD', due: '2026-06-03' }])
    for (const within of ['30', 'P30', 'PT3H', 'P-1D', 'P99999D'])
      expect((await plant().get(`/v1/due?within=${within}`)).status, within).toBe(400)
  })

  it('is told to the owner a month ahead and when it is overdue, each once', async () => {
    await tell()
    expect(await told()).toEqual([])
    s.clock.moveTo('2027-02-01T01:00:00Z')
    await tell()
    await tell()
    expect(await told()).toMatchObject([
      {
        subject: '/v1/equipment/WEIGHT',
        data: { equipment: 'WEIGHT', owner: 'PLANT', due: '2027-02-25', standing: 'soon' },
      },
    ])
    s.clock.moveTo('2027-03-01T01:00:00Z')
    await tell()
    expect((await told()).map(({ data }: { data: { standing: string } }) => data.standing)).toEqual([
      'soon',
      'overdue',
    ])
    s.clock.moveTo('2026-03-02T08:00:00Z')
  })

  it('is a calendar for whoever has its key, until the key is revoked', async () => {
    const { id, key, url } = must(await plant().post('/v1/due/feed-keys')).body
    expect(url).toBe(`http://etalon.test/v1/due.ics?key=${key}`)
    const answer = must(await lab.public.get(`/v1/due.ics?key=${key}`))
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.body).toContain('BEGIN:VCALENDAR\r\n')
    expect(answer.body).toContain('DTSTART;VALUE=DATE:20270225\r\n')
    expect(answer.body).toContain('SUMMARY:WEIGHT 砝码 WEIGHT / Weight WEIGHT\r\n')
    expect(answer.body.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(must(await plant().get('/v1/due.ics')).body).toBe(answer.body)
    expect((await lab.public.get('/v1/due.ics')).status).toBe(401)
    expect((await lab.public.get(`/v1/events`)).status).toBe(401)
    expect((await s.app.request('/v1/due', { headers: { authorization: `Bearer ${key}` } })).status).toBe(401)
    expect((await lab.signatory.send('DELETE', `/v1/due/feed-keys/${id}`)).status).toBe(403)
    expect((await plant().send('DELETE', `/v1/due/feed-keys/${id}`)).status).toBe(204)
    expect((await plant().send('DELETE', `/v1/due/feed-keys/${id}`)).status).toBe(404)
    expect((await lab.public.get(`/v1/due.ics?key=${key}`)).status).toBe(401)
  })
})
