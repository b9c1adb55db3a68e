import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'
import { multimeter, revision } from './a-multimeter.ts'

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
