import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const multimeter = {
  code: 'DMM-1',
  owner: 'LAB',
  name: { en: 'Digital multimeter', zh: '数字多用表' },
  manufacturer: 'Fluke',
  model: '8588A',
  serialNumber: '0001',
  firmware: '1.0',
  level: 'working-standard',
  usedBy: 'value',
  calibrationIntervalMonths: 12,
  driftAllowance: { value: '0.000 010', unit: 'V' },
  components: [
    {
      code: 'dcv',
      name: 'DC voltage',
      intervals: [
        {
          measurandKind: 'voltage.dc',
          range: { lower: '-10.00', upper: '10.00', unit: 'V' },
          resolution: '1e-7',
          maximumPermissibleError: '0.000 04',
        },
      ],
    },
    { code: 'ohm', intervals: [] },
  ],
}
const {
  code: _,
  owner: __,
  firmware: ___,
  components: ____,
  ...revision
} = { ...multimeter, state: 'in-service' }

describe('measuring equipment', () => {
  const s = service()
  const admin = administrator(s)

  it('is found as it was stated, with the digits of its figures', async () => {
    await newOrganization(admin, 'LAB')
    const made = must(await admin.post('/v1/equipment', multimeter))
    expect(made.body).toMatchObject({
      code: 'DMM-1',
      owner: 'LAB',
      state: 'in-service',
      mandatoryVerification: false,
      driftAllowance: { value: '0.000010', unit: 'V' },
      version: 1,
    })
    const [dcv, ohm] = made.body.components
    expect(dcv).toEqual({
      code: 'dcv',
      name: 'DC voltage',
      intervals: [
        {
          measurandKind: 'voltage.dc',
          range: { lower: '-10.00', upper: '10.00', unit: 'V' },
          resolution: '0.0000001',
          maximumPermissibleError: '0.00004',
        },
      ],
    })
    expect(ohm).toEqual({ code: 'ohm', intervals: [] })
    expect((await admin.get('/v1/equipment/DMM-1')).body).toEqual(made.body)
    expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body)
    expect((await admin.get('/v1/equipment/none')).body.code).toBe('equipment.unknown')
  })

  it('has one component main where none is stated', async () => {
    const { components: _, ...plain } = { ...multimeter, code: 'DMM-2', serialNumber: '0002' }
    const made = must(await admin.post('/v1/equipment', plain))
    expect(made.body.components).toEqual([{ code: 'main', intervals: [] }])
  })

  it('is refused at the place where it cannot be so', async () => {
    const refused = async (change: object) =>
      (await admin.post('/v1/equipment', { ...multimeter, code: 'NEW', serialNumber: 'new', ...change })).body
    const [dcv, ohm] = multimeter.components
    const interval = dcv!.intervals[0]!
    const withInterval = (change: object) => ({
      components: [ohm, { code: 'a', intervals: [{ ...interval, ...change }] }],
    })
    const place = '/components/1/intervals/0'

    expect(await refused({ code: 'DMM-1' })).toMatchObject({ code: 'equipment.code-taken', pointer: '/code' })
    expect(await refused({ serialNumber: '0001' })).toMatchObject({
      code: 'equipment.identity-taken',
      pointer: '/serialNumber',
    })
    expect(await refused({ owner: 'NOWHERE' })).toMatchObject({
      code: 'organization.not-registered',
      pointer: '/owner',
    })
    expect(await refused({ level: 'instrument' })).toMatchObject({
      code: 'equipment.not-a-standard',
      pointer: '/usedBy',
    })
    expect(await refused({ driftAllowance: { value: 0, unit: 'V' } })).toMatchObject({
      code: 'equipment.figure-not-positive',
      pointer: '/driftAllowance/value',
    })
    expect(await refused({ driftAllowance: { value: 1, unit: 'volts per moon' } })).toMatchObject({
      pointer: '/driftAllowance/unit',
    })
    expect(await refused({ components: [ohm, ohm] })).toMatchObject({
      code: 'equipment.component-repeated',
      pointer: '/components/1/code',
    })
    expect(await refused(withInterval({ measurandKind: 'voltage.of-the-mind' }))).toMatchObject({
      code: 'measurand-kind.not-registered',
      pointer: `${place}/measurandKind`,
    })
    expect(await refused(withInterval({ range: { lower: 0, upper: 1, unit: 'kg' } }))).toMatchObject({
      code: 'measurand-kind.unit-of-other-dimension',
      pointer: `${place}/range/unit`,
    })
    expect(await refused(withInterval({ range: { lower: 2, upper: 1, unit: 'V' } }))).toMatchObject({
      code: 'measurand-kind.range-reversed',
      pointer: `${place}/range/upper`,
    })
    expect(await refused(withInterval({ resolution: '-1' }))).toMatchObject({
      pointer: `${place}/resolution`,
    })
    expect(await refused({ calibrationIntervalMonths: 0 })).toMatchObject({ code: 'request.does-not-match' })
    expect((await admin.get('/v1/equipment/NEW')).status).toBe(404)
  })

  it('measures an error stated as a fraction over the quantity it is found at', async () => {
    const charger = {
      ...multimeter,
      code: 'EVSE-1',
      serialNumber: 'evse',
      level: 'instrument',
      usedBy: undefined,
      components: [
        {
          code: 'main',
          intervals: [
            {
              measurandKind: 'energy.dc-electric.indication-error',
              range: { lower: 1, upper: 60, unit: 'kW' },
            },
          ],
        },
      ],
    }
    must(await admin.post('/v1/equipment', charger))
  })

  it('is stated anew, but for its owner, its firmware and its components', async () => {
    const revised = await admin.put(
      '/v1/equipment/DMM-2',
      { ...revision, serialNumber: '0002', location: 'Room 2' },
      1,
    )
    expect(revised.body).toMatchObject({ location: 'Room 2', firmware: '1.0', owner: 'LAB', version: 2 })
    expect((await admin.put('/v1/equipment/DMM-2', revision, 2)).body.code).toBe('equipment.identity-taken')
    expect((await admin.put('/v1/equipment/DMM-2', { ...revision, serialNumber: '0002' }, 1)).status).toBe(
      412,
    )
    const withFirmware = { ...revision, serialNumber: '0002', firmware: '2.0' }
    expect((await admin.put('/v1/equipment/DMM-2', withFirmware, 2)).body).toMatchObject({
      status: 400,
      pointer: '/firmware',
    })
  })

  it('gains components and loses none', async () => {
    const component = { code: 'ch2', intervals: multimeter.components[0]!.intervals }
    const add = (version: number) =>
      admin.post('/v1/equipment/DMM-2/components', component, { 'if-match': `"${version}"` })
    const extended = must(await add(2))
    expect(extended.body.components.map(({ code }: { code: string }) => code)).toEqual(['main', 'ch2'])
    expect(extended.body.version).toBe(3)
    expect((await add(2)).status).toBe(412)
    expect((await add(3)).body).toMatchObject({ code: 'equipment.component-repeated', pointer: '/code' })
    expect((await admin.get('/v1/equipment/DMM-2')).body).toEqual(extended.body)
  })

  const listed = async (query: string) =>
    (await admin.get(`/v1/equipment?${query}`)).body.items.map(({ code }: { code: string }) => code)

  it('is listed by owner, level, state, measurand and words, and by what is due', async () => {
    expect(await listed('owner=LAB')).toEqual(['DMM-1', 'DMM-2', 'EVSE-1'])
    expect(await listed('level=instrument')).toEqual(['EVSE-1'])
    expect(await listed('state=quarantined')).toEqual([])
    expect(await listed('measurandKind=voltage.dc')).toEqual(['DMM-1', 'DMM-2'])
    expect(await listed(`q=${encodeURIComponent('多用表')}&limit=1`)).toEqual(['DMM-1'])
    expect(await listed('dueBefore=2030-01-01')).toEqual(['DMM-1', 'DMM-2', 'EVSE-1'])
  })

  it('is registered and revised for its own organization only', async () => {
    await newOrganization(admin, 'OTHER')
    const manager = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
    const foreign = await manager.post('/v1/equipment', { ...multimeter, code: 'X', serialNumber: 'x' })
    expect(foreign.body).toMatchObject({ code: 'access.not-your-organization', pointer: '/owner' })
    expect((await manager.put('/v1/equipment/DMM-1', revision, 1)).status).toBe(403)
    const component = { code: 'z' }
    expect(
      (await manager.post('/v1/equipment/DMM-1/components', component, { 'if-match': '"1"' })).status,
    ).toBe(403)
    const event = { kind: 'repair', occurredAt: '2026-03-01T08:00:00Z', detail: 'x' }
    expect((await manager.post('/v1/equipment/DMM-1/events', event)).status).toBe(403)
  })
})

const incomplete = (pointer: string) => ({ code: 'equipment.event-incomplete', status: 422, pointer })

describe('an event of equipment', () => {
  const s = service()
  const admin = administrator(s)
  const happened = (kind: string, more: object = {}) =>
    admin.post('/v1/equipment/DMM-1/events', {
      kind,
      occurredAt: '2026-03-01T16:00:00+08:00',
      detail: 'as told',
      ...more,
    })
  const state = async () => (await admin.get('/v1/equipment/DMM-1')).body

  it('is recorded with who recorded it and when', async () => {
    await newOrganization(admin, 'LAB')
    must(await admin.post('/v1/equipment', multimeter))
    const made = must(await happened('intermediate-check', { outcome: 'passed', component: 'dcv' }))
    expect(made.body).toMatchObject({
      equipment: 'DMM-1',
      component: 'dcv',
      outcome: 'passed',
      occurredAt: '2026-03-01T08:00:00.000Z',
      recordedBy: 'administrator',
      recordedAt: '2026-03-02T08:00:00.000Z',
    })
    must(await happened('adjustment'))
    const { items } = (await admin.get('/v1/equipment/DMM-1/events')).body
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['intermediate-check', 'adjustment'])
    expect((await admin.get('/v1/equipment/DMM-1/events?kind=adjustment')).body.items).toHaveLength(1)
    expect((await admin.get('/v1/equipment/none/events')).status).toBe(404)
  })

  const refused = async (kind: string, more: object = {}) => (await happened(kind, more)).body

  it('says what its kind must say, and has happened', async () => {
    expect(await refused('intermediate-check')).toMatchObject(incomplete('/outcome'))
    expect(await refused('repair', { outcome: 'passed' })).toMatchObject(incomplete('/outcome'))
    expect(await refused('firmware-change')).toMatchObject(incomplete('/firmware'))
    expect(await refused('repair', { firmware: '2.0' })).toMatchObject(incomplete('/firmware'))
    expect(await refused('repair', { component: 'ch9' })).toMatchObject({
      code: 'equipment.component-unknown',
      pointer: '/component',
    })
    expect(await refused('repair', { occurredAt: '2026-03-02T09:00:00Z' })).toMatchObject({
      code: 'equipment.event-in-future',
      pointer: '/occurredAt',
    })
    expect(await refused('repair', { occurredAt: '2026-03-01T09:00:00' })).toMatchObject({ status: 400 })
    expect(await refused('calibration')).toMatchObject({ status: 400 })
  })

  it('alone changes the firmware', async () => {
    must(await happened('firmware-change', { firmware: '2.1' }))
    expect(await state()).toMatchObject({ firmware: '2.1', version: 2 })
  })

  it('alone begins and ends a quarantine', async () => {
    must(await happened('quarantine'))
    expect(await state()).toMatchObject({ state: 'quarantined', version: 3 })
    const lifted = await admin.put('/v1/equipment/DMM-1', revision, 3)
    expect(lifted.status).toBe(409)
    expect(lifted.body).toMatchObject({
      code: 'equipment.state-not-reachable',
      pointer: '/state',
      state: 'quarantined',
    })
    must(await happened('release'))
    expect(await state()).toMatchObject({ state: 'in-service' })
    expect((await happened('release')).body).toMatchObject({
      code: 'equipment.state-not-reachable',
      pointer: '/kind',
    })
    must(await admin.put('/v1/equipment/DMM-1', { ...revision, state: 'retired' }, 4))
    expect((await happened('quarantine')).status).toBe(409)
    expect((await admin.put('/v1/equipment/DMM-1', revision, 5)).status).toBe(409)
  })

  const sql = (text: string) => s.orm.em.fork().execute(text)

  it('is never changed, not even in SQL', async () => {
    await expect(sql(`update equipment_events set detail = 'x'`)).rejects.toThrow('append only')
    await expect(sql('delete from equipment_events')).rejects.toThrow('append only')
    await expect(sql('truncate equipment_events')).rejects.toThrow('append only')
  })
})
