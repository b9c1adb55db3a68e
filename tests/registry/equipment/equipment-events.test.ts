import { describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import { administrator, must, newOrganization } from '../people-of-the-tests.ts'
import { multimeter, revision } from './a-multimeter.ts'

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

  it('waits for the one before it, and none is lost', async () => {
    must(await admin.post('/v1/equipment', { ...multimeter, code: 'DMM-9', serialNumber: '9' }))
    const update = (i: number) =>
      admin.post('/v1/equipment/DMM-9/events', {
        kind: 'firmware-change',
        firmware: `3.${i}`,
        occurredAt: '2026-03-01T08:00:00Z',
        detail: 'update',
      })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => update(i)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    const after = (await admin.get('/v1/equipment/DMM-9')).body
    expect(after.version).toBe(9)
    expect((await admin.get('/v1/equipment/DMM-9/events')).body.items).toHaveLength(8)
  })

  it('is never changed, not even in SQL', async () => {
    await expect(sql(`update equipment_events set detail = 'x'`)).rejects.toThrow('append only')
    await expect(sql('delete from equipment_events')).rejects.toThrow('append only')
    await expect(sql('truncate equipment_events')).rejects.toThrow('append only')
  })
})
