import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { laboratory } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Asking } from '../people-of-the-tests.ts'
import { heavyDrift } from './a-drifting-weight.ts'

const mine = async (by: Asking) =>
  must(await by.get('/v1/certificates?awaitingMyCheck=true')).body.items.length

describe('the drift of a device', () => {
  const s = service({ at: '2026-03-02T08:00:00Z' })
  const lab = laboratory(s)
  beforeAll(async () => {
    await heavyDrift(lab)
  })
  const drift = async (query = '') =>
    must(await lab.technician.get(`/v1/equipment/DRIFTER/drift${query}`)).body

  it('is told at the point of the most results, with the limits of error as registered', async () => {
    const { series, drift: chosen } = await drift()
    expect(series[0]).toMatchObject({ measurandKind: 'mass.conventional', component: 'main', results: 6 })
    expect(chosen).toMatchObject({ unit: 'g', limits: { by: 'equipment' }, due: { by: 'owner-programme' } })
    expect(chosen.limits.lower).toBeCloseTo(9999.5, 9)
    expect(chosen.limits.upper).toBeCloseTo(10000.5, 9)
    expect(chosen.points.map(({ stage }: { stage: string }) => stage)).toEqual([
      'as-found-and-left',
      'as-found',
      'as-left',
      'as-found-and-left',
      'as-found-and-left',
      'as-found-and-left',
    ])
    expect(chosen.points[0]).toMatchObject({ certificate: 'D-2021', version: 1, result: 'm1', issuer: 'NMI' })
  })

  it('is predicted from the last adjustment on, until it is due, and says when its band meets a limit', async () => {
    const { drift: chosen } = await drift()
    expect(chosen.since).toBe('2022-06-03T08:00:00.000Z')
    const { prediction, due } = chosen
    // Four results 0.06 g a year apart: the slope is that of the line through them.
    expect(prediction.changePerYear).toBeCloseTo(0.06, 2)
    expect(prediction.degreesOfFreedom).toBe(2)
    expect(prediction.band[0].at).toBe('2022-06-03')
    expect(prediction.band.at(-1).at).toBe(due.day)
    expect(due.day).toBe('2026-06-03')
    expect(prediction.meets).toMatchObject({ limit: 'upper' })
    expect(prediction.meets.at > due.day).toBe(true)
    expect(chosen.controlLimits.centre).toBeCloseTo(10000.09, 9)
  })

  it('is that of the point that is asked for', async () => {
    const { drift: chosen } = await drift('?measurandKind=mass.conventional&value=10000&unit=g')
    expect(chosen.points).toHaveLength(6)
    const again = await drift(`?series=${chosen.series}`)
    expect(again.drift).toEqual(chosen)
    const none = await lab.technician.get(
      '/v1/equipment/DRIFTER/drift?measurandKind=mass.conventional&value=5&unit=kg',
    )
    expect(none).toMatchObject({ status: 404, body: { code: 'equipment.no-such-series' } })
    expect((await lab.technician.get('/v1/equipment/none/drift')).body.code).toBe('equipment.unknown')
    expect((await lab.public.get('/v1/equipment/DRIFTER/drift')).status).toBe(401)
  })

  it('has certificates from elsewhere that wait for a second person', async () => {
    const waiting = must(await lab.reviewer.get('/v1/certificates?awaitingCheck=true')).body.items
    const numbers = waiting.map(({ number }: { number: string }) => number)
    expect(numbers).toEqual(['D-2025', 'D-2024', 'D-2023', 'D-2022', 'D-2021'])
    // Four eyes: whoever typed them is not whom they wait for, and neither is a stranger.
    expect(await mine(lab.reviewer)).toBe(5)
    expect(await mine(lab.technician)).toBe(0)
    const stranger = await newPerson(s, lab.admin, { organization: 'OTHER', roles: ['reviewer'] })
    expect(await mine(stranger)).toBe(0)
    must(await lab.reviewer.post('/v1/certificates/D-2025/check', undefined, { 'if-match': '"1"' }))
    expect(must(await lab.reviewer.get('/v1/certificates?awaitingCheck=true')).body.items).toHaveLength(4)
    expect(await mine(lab.reviewer)).toBe(4)
  })

  it('leaves out what was revoked, and predicts nothing from too few', async () => {
    const { headers } = must(await lab.admin.get('/v1/certificates/D-2024'))
    must(
      await lab.signatory.post(
        '/v1/certificates/D-2024/revoke',
        { cause: 'The balance was found faulty' },
        { 'if-match': headers.get('etag')! },
      ),
    )
    const { drift: chosen } = await drift()
    expect(chosen.points.map(({ certificate }: { certificate: string }) => certificate)).not.toContain(
      'D-2024',
    )
    expect(chosen.prediction.degreesOfFreedom).toBe(1)
    const weight = must(await lab.technician.get('/v1/equipment/WEIGHT/drift')).body
    expect(weight).toEqual({ equipment: 'WEIGHT', series: [] })
    const standard = must(await lab.technician.get('/v1/equipment/STANDARD/drift')).body.drift
    expect(standard).toMatchObject({ unpredictable: 'too-few-results', points: [{ value: 10000.005 }] })
  })
})

describe('the inventory of an owner', () => {
  const s = service({ at: '2026-03-02T08:00:00Z' })
  const lab = laboratory(s)
  beforeAll(async () => {
    await heavyDrift(lab)
    const bare = { manufacturer: 'Maker', model: 'M', level: 'instrument', owner: 'LAB' }
    const more = [
      { code: 'NEVER', calibrationIntervalMonths: 12, location: 'Hall 2' },
      { code: 'FREE', location: 'Hall 2' },
      { code: 'GONE', calibrationIntervalMonths: 12 },
    ]
    for (const one of more)
      must(await lab.admin.post('/v1/equipment', { ...bare, ...one, name: one.code, serialNumber: one.code }))
    const gone = must(await lab.admin.get('/v1/equipment/GONE'))
    const { id: _, code: __, owner: ___, components: ____, recordedAt: _____, version, ...stated } = gone.body
    must(await lab.admin.put('/v1/equipment/GONE', { ...stated, state: 'retired' }, version))
  })
  const list = async (query = '') => must(await lab.technician.get(`/v1/inventory${query}`)).body

  it('has every device once, the most urgent first, with how it stands', async () => {
    const { today, items } = await list()
    expect(today).toBe('2026-03-02')
    expect(
      items.map((each: { equipment: string; standing: string }) => [each.equipment, each.standing]),
    ).toEqual([
      ['NEVER', 'never-calibrated'],
      ['STANDARD', 'in-force'],
      ['DRIFTER', 'in-force'],
      ['FREE', 'no-programme'],
      ['GONE', 'out-of-use'],
    ])
    expect(items[2]).toMatchObject({ due: '2026-06-03', days: 93, certificate: 'D-2025', issuer: 'NMI' })
    const soon = await list('?soonWithin=P6M&standing=soon')
    expect(soon.items.map(({ equipment }: { equipment: string }) => equipment)).toEqual([
      'STANDARD',
      'DRIFTER',
    ])
  })

  it('is filtered by words, place, kind and standing, and read in pages', async () => {
    const codes = async (query: string) =>
      (await list(query)).items.map(({ equipment }: { equipment: string }) => equipment)
    expect(await codes('?q=drift')).toEqual(['DRIFTER'])
    expect(await codes('?location=hall')).toEqual(['NEVER', 'FREE'])
    expect(await codes('?measurandKind=mass.conventional')).toContain('DRIFTER')
    expect(await codes('?standing=out-of-use')).toEqual(['GONE'])
    expect(await codes('?state=retired')).toEqual(['GONE'])
    const first = await list('?limit=2')
    const second = await list(`?limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map((each: { equipment: string }) => each.equipment)).toEqual([
      'NEVER',
      'STANDARD',
      'DRIFTER',
      'FREE',
    ])
    expect((await lab.technician.get('/v1/inventory?owner=OTHER')).body.code).toBe(
      'access.not-your-organization',
    )
  })

  it('is counted, with the load of the coming weeks', async () => {
    const summary = must(await lab.technician.get('/v1/inventory/summary')).body
    expect(summary).toMatchObject({
      owner: 'LAB',
      total: 5,
      standings: {
        'never-calibrated': 1,
        overdue: 0,
        soon: 0,
        'in-force': 2,
        'no-programme': 1,
        'out-of-use': 1,
      },
    })
    expect(summary.weeks).toHaveLength(26)
    expect(summary.weeks[0]).toEqual({ from: '2026-03-02', count: 0 })
    expect(summary.weeks.find(({ from }: { from: string }) => from === '2026-06-01')).toEqual({
      from: '2026-06-01',
      count: 2,
    })
    s.clock.moveTo('2026-06-10T08:00:00Z')
    expect(must(await lab.technician.get('/v1/inventory/summary')).body.standings.overdue).toBe(2)
    expect((await lab.technician.get('/v1/inventory/summary?owner=PLANT')).body.code).toBe(
      'access.not-your-organization',
    )
  })
})
