import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { equipment, laboratory } from '../laboratory-of-the-tests.ts'
import { must, newPerson, type Answer } from '../people-of-the-tests.ts'

const jobs = ({ body }: Answer) => body.items.map(({ job }: { job: string }) => job)

const used = (change: object = {}) => ({
  equipment: 'STANDARD',
  job: 'WO-1',
  product: 'Balance',
  batch: 'B-1',
  usedAt: '2026-02-20T09:30:00+08:00',
  ...change,
})

const point = (unit: string, more: object = {}) => ({
  measurandKind: 'mass.conventional',
  point: { nominal: { value: '1', unit }, ...more },
})

describe('a record of use', () => {
  const s = service()
  const lab = laboratory(s)
  const record = (change: object = {}) => lab.technician.post('/v1/usages', used(change))
  const refused = async (change: object) => {
    const { status, body } = await record(change)
    return { status, code: body.code, pointer: body.pointer, rule: body.rule }
  }

  it('says which component, point, job, product and batch, when and by whom', async () => {
    const made = must(
      await record({
        measurandKind: 'mass.conventional',
        point: { nominal: { value: '10.00', unit: 'kg' } },
        note: 'Check before filling',
      }),
    )
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      equipment: 'STANDARD',
      component: 'main',
      measurandKind: 'mass.conventional',
      point: { nominal: { value: '10.00', unit: 'kg' } },
      job: 'WO-1',
      product: 'Balance',
      batch: 'B-1',
      usedAt: '2026-02-20T01:30:00.000Z',
      operator: 'technician',
      recordedBy: 'technician',
      recordedAt: '2026-03-02T08:00:00.000Z',
    })
    const read = must(await lab.reviewer.get(made.headers.get('location') ?? ''))
    expect(read.body).toEqual(made.body)
    const named = must(await record({ operator: 'second-technician' }))
    expect(named.body).toMatchObject({ operator: 'second-technician', recordedBy: 'technician' })
  })

  it('is refused where it names what is not there, or not the owner’s', async () => {
    const cases: [object, number, string, string][] = [
      [{ equipment: 'NONE' }, 422, 'usage.equipment-not-registered', '/equipment'],
      [{ equipment: 'WEIGHT' }, 403, 'access.not-your-organization', '/equipment'],
      [{ component: 'ch9' }, 422, 'equipment.component-unknown', '/component'],
      [{ usedAt: '2026-03-03T08:00:00Z' }, 422, 'usage.in-future', '/usedAt'],
      [{ operator: 'nobody' }, 422, 'person.not-registered', '/operator'],
      [{ operator: 'stranger' }, 422, 'usage.foreign-operator', '/operator'],
      [{ measurandKind: 'nothing' }, 422, 'measurand-kind.not-registered', '/measurandKind'],
    ]
    for (const [change, status, code, pointer] of cases) {
      expect(await refused(change)).toMatchObject({ status, code, pointer })
    }
    expect(await refused(point('V'))).toMatchObject({
      code: 'calibration.unit-mismatch',
      pointer: '/point/nominal/unit',
    })
    expect(await refused(point('kg', { parameters: { x: { value: '1', unit: 'kg' } } }))).toMatchObject({
      code: 'calibration.unknown-parameter',
      pointer: '/point/parameters/x',
    })
  })

  it('says at least for what it was, and of which kind its point is', async () => {
    const bare = { equipment: 'STANDARD', usedAt: '2026-02-20T01:30:00Z' }
    expect((await lab.technician.post('/v1/usages', bare)).status).toBe(400)
    const { point: withoutKind } = point('kg')
    const odd = { ...bare, job: 'x', point: withoutKind }
    expect((await lab.technician.post('/v1/usages', odd)).status).toBe(400)
  })

  it('is made by whoever works with the equipment, and seen by its owner alone', async () => {
    expect((await lab.reviewer.post('/v1/usages', used())).status).toBe(403)
    expect((await lab.public.get('/v1/usages')).status).toBe(401)
    const { id } = must(await record()).body
    expect((await lab.stranger.get(`/v1/usages/${id}`)).body.code).toBe('usage.unknown')
    expect((await lab.stranger.get('/v1/usages')).body.items).toEqual([])
    expect((await lab.stranger.get('/v1/equipment/STANDARD/usages')).status).toBe(403)
    expect((await lab.admin.get(`/v1/usages/${id}`)).status).toBe(200)
  })

  it('is kept for ever as it was made', async () => {
    const em = s.orm.em.fork()
    await expect(em.execute(`update usages set job = 'other'`)).rejects.toThrow('append only')
    await expect(em.execute(`delete from usages`)).rejects.toThrow('append only')
    await expect(em.execute(`truncate usages`)).rejects.toThrow('append only')
  })

  it('stands in the audit trail', async () => {
    const { id } = must(await record({ job: 'WO-audited' })).body
    const { items } = must(await lab.admin.get(`/v1/audit-events?subject=/v1/usages/${id}`)).body
    expect(items).toMatchObject([{ operation: 'record-usage', after: { job: 'WO-audited' } }])
  })
})

describe('equipment that must not be used', () => {
  const s = service()
  const lab = laboratory(s)
  const use = (usedAt: string, change: object = {}) =>
    lab.technician.post('/v1/usages', { equipment: 'STANDARD', job: 'WO-1', usedAt, ...change })
  const happened = (kind: string, occurredAt: string) =>
    lab.technician.post('/v1/equipment/STANDARD/events', { kind, occurredAt, detail: 'as told' })

  it('is not used after its calibration was due, unless the reason is told', async () => {
    // Finished on 2025-06-03 and due after twelve months.
    s.clock.moveTo('2026-07-01T08:00:00Z')
    must(await use('2026-06-03T23:00:00+08:00'))
    const late = await use('2026-06-04T00:30:00+08:00')
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'usage.overdue', rule: 'R09', pointer: '/usedAt', due: '2026-06-03' },
    })
    const told = must(await use('2026-06-04T00:30:00+08:00', { despite: 'The label was not read' }))
    expect(told.body.despite).toBe('The label was not read')
  })

  it('is not used in quarantine, and is used before it and after it', async () => {
    must(await happened('quarantine', '2026-05-01T08:00:00Z'))
    must(await happened('release', '2026-05-03T08:00:00Z'))
    must(await use('2026-05-01T07:59:00Z'))
    must(await use('2026-05-03T08:00:00Z'))
    const within = await use('2026-05-02T08:00:00Z')
    expect(within).toMatchObject({ status: 409, body: { code: 'usage.quarantined', rule: 'R02' } })
    must(await use('2026-05-02T08:00:00Z', { despite: 'Used by mistake' }))
  })

  it('is told from equipment without a calibration on record', async () => {
    must(await equipment(lab.admin, 'NEW', 'LAB', 'working-standard'))
    must(await use('2026-05-02T08:00:00Z', { equipment: 'NEW' }))
  })
})

describe('where results have gone (去向可追)', () => {
  const s = service()
  const lab = laboratory(s)
  const path = '/v1/equipment/STANDARD/usages'
  const record = async (job: string, usedAt: string, change: object = {}) =>
    must(await lab.technician.post('/v1/usages', { equipment: 'STANDARD', job, usedAt, ...change }))

  it('is answered for a window, in the order of use and not of recording', async () => {
    await record('c', '2026-02-03T08:00:00Z', { product: 'P', batch: '2' })
    await record('a', '2026-02-01T08:00:00Z', { product: 'P', batch: '1' })
    await record('b', '2026-02-02T08:00:00Z', { product: 'Q' })
    expect(jobs(must(await lab.technician.get(path)))).toEqual(['a', 'b', 'c'])
    const window = '?from=2026-02-01T08:00:01Z&to=2026-02-03T08:00:00Z'
    expect(jobs(must(await lab.technician.get(path + window)))).toEqual(['b', 'c'])
    const filtered = async (query: string) => jobs(must(await lab.technician.get(`/v1/usages?${query}`)))
    expect(await filtered('product=P')).toEqual(['a', 'c'])
    expect(await filtered('product=P&batch=2')).toEqual(['c'])
    expect(await filtered('equipment=STANDARD&component=main&job=b')).toEqual(['b'])
    expect(await filtered('equipment=WEIGHT')).toEqual([])
  })

  it('is refused for a window that ends before it begins, and for equipment that is not there', async () => {
    const reversed = await lab.technician.get(`${path}?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z`)
    expect(reversed).toMatchObject({ status: 422, body: { code: 'usage.window-reversed', pointer: '/to' } })
    expect((await lab.technician.get('/v1/equipment/NONE/usages')).body.code).toBe('equipment.unknown')
  })

  it('comes page by page, each use once', async () => {
    const first = must(await lab.technician.get(`${path}?limit=2`)).body
    const second = must(await lab.technician.get(`${path}?limit=2&cursor=${first.next}`)).body
    expect([...first.items, ...second.items].map(({ job }) => job)).toEqual(['a', 'b', 'c'])
    expect(second.next).toBeNull()
    const forged = Buffer.from(JSON.stringify(['x', 'y', 'z'])).toString('base64url')
    expect((await lab.technician.get(`${path}?cursor=${forged}`)).body.code).toBe('request.cursor-invalid')
  })

  const exported = async (accept: string, query = '') => {
    const headers = { authorization: `Bearer ${lab.technician.key}`, accept }
    const answer = await s.app.request(path + query, { headers })
    return { media: answer.headers.get('content-type'), text: await answer.text() }
  }

  it('is exported whole as NDJSON', async () => {
    const { media, text } = await exported('application/x-ndjson', '?limit=1')
    expect(media).toBe('application/x-ndjson')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ job }) => job)).toEqual(['a', 'b', 'c'])
  })

  it('is exported whole as CSV, in which no cell is a formula', async () => {
    await record('=HYPERLINK("http://evil.example","x")', '2026-02-04T08:00:00Z', {
      measurandKind: 'mass.conventional',
      point: { nominal: { value: '-5.0', unit: 'g' } },
    })
    const { media, text } = await exported('text/csv')
    expect(media).toBe('text/csv; charset=utf-8; header=present')
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'id,usedAt,equipment,component,job,product,batch,operator,measurandKind,value,unit,despite,note,recordedBy,recordedAt',
    )
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain(',2026-02-01T08:00:00.000Z,STANDARD,main,a,P,1,technician,')
    expect(lines[4]).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
    expect(lines[4]).toContain(',-5.0,g,')
  })

  it('is exported in full where there are more uses than are read at once', async () => {
    const em = s.orm.em.fork()
    await em.execute(
      `insert into usages (id, equipment_id, component_id, job, used_at, operator_id, recorded_by_id, recorded_at)
       select uuidv7(), equipment_id, component_id, 'n' || n, used_at + make_interval(secs => n), operator_id,
              recorded_by_id, recorded_at
         from usages, generate_series(1, 1500) n where job = 'a'`,
    )
    const { text } = await exported('application/x-ndjson')
    expect(new Set(text.trimEnd().split('\n')).size).toBe(1504)
  })

  it('stays with people of the organization', async () => {
    const plant = await newPerson(s, lab.admin, { organization: 'PLANT', roles: ['quality-manager'] })
    expect((await plant.get('/v1/usages')).body.items).toEqual([])
    expect(s.complaints).toEqual([])
  })
})
