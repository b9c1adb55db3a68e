import { describe, expect, it } from 'vitest'
import { coherent } from '#metrology/quantity/coherent-unit.ts'
import { parseUnit } from '#metrology/quantity/parse-unit.ts'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

describe('a kind of measurand', () => {
  const s = service()
  const admin = administrator(s)
  const humidity = {
    code: 'humidity.absolute',
    name: { en: 'Absolute humidity', zh: '绝对湿度' },
    quantityKind: 'mass-density',
    unit: 'kg/m^3',
    parameters: [{ name: 'temperature', unit: '°C' }],
  }

  it('of the common chains is known from the beginning, in coherent units that are read here', async () => {
    const { items } = (await admin.get('/v1/measurand-kinds?limit=500')).body
    expect(items.length).toBeGreaterThan(40)
    for (const { code, unit, parameters, recordedAt } of items) {
      for (const text of [unit, ...parameters.map((p: { unit: string }) => p.unit)]) {
        const read = parseUnit(text)
        expect(coherent(read).symbol, `${code}: ${text}`).toBe(read.symbol)
      }
      expect(recordedAt).toBe('2000-01-01T00:00:00.000Z')
    }
    const torque = (await admin.get('/v1/measurand-kinds/torque')).body
    const energy = (await admin.get('/v1/measurand-kinds/energy.dc-electric')).body
    expect(torque.quantityKind).not.toBe(energy.quantityKind)
  })

  it('is found as it was stated', async () => {
    const made = must(await admin.post('/v1/measurand-kinds', humidity))
    expect(made.body).toMatchObject({ ...humidity, version: 1 })
    expect((await admin.get('/v1/measurand-kinds/humidity.absolute')).body).toEqual(made.body)
    const again = await admin.post('/v1/measurand-kinds', humidity)
    expect(again.body).toMatchObject({ code: 'measurand-kind.code-taken', measurandKind: made.body.id })
    expect((await admin.get('/v1/measurand-kinds/unheard.of')).body.code).toBe('measurand-kind.unknown')
  })

  it('is stated in coherent units, and says which ones where it is not', async () => {
    const refused = async (change: object) =>
      (await admin.post('/v1/measurand-kinds', { ...humidity, code: 'x', ...change })).body
    expect(await refused({ unit: 'g/m^3' })).toMatchObject({
      code: 'measurand-kind.unit-not-coherent',
      pointer: '/unit',
    })
    expect(await refused({ unit: 'furlong' })).toMatchObject({ code: 'unit.unknown', pointer: '/unit' })
    expect(await refused({ parameters: [{ name: 'p', unit: 'bar' }] })).toMatchObject({
      code: 'measurand-kind.unit-not-coherent',
      pointer: '/parameters/0/unit',
      coherent: 'Pa',
    })
    const twice = [humidity.parameters[0], humidity.parameters[0]]
    expect(await refused({ parameters: twice })).toMatchObject({
      code: 'measurand-kind.parameter-repeated',
      pointer: '/parameters/1/name',
    })
    expect(
      must(await admin.post('/v1/measurand-kinds', { ...humidity, code: 'n', unit: 'kg.m/s^2' })).status,
    ).toBe(201)
  })

  it('keeps its unit when it is stated anew', async () => {
    const { code: _, unit: __, ...revision } = humidity
    const revised = await admin.put(
      '/v1/measurand-kinds/humidity.absolute',
      { ...revision, parameters: [] },
      1,
    )
    expect(revised.body).toMatchObject({ unit: 'kg/m^3', parameters: [], version: 2 })
    expect((await admin.put('/v1/measurand-kinds/humidity.absolute', revision, 1)).status).toBe(412)
    expect((await admin.put('/v1/measurand-kinds/humidity.absolute', humidity, 2)).status).toBe(400)
  })

  const listed = async (query: string) =>
    (await admin.get(`/v1/measurand-kinds?${query}`)).body.items.map(({ code }: { code: string }) => code)

  it('is found by the kind of quantity and by words', async () => {
    expect(await listed('quantityKind=torque')).toEqual(['torque', 'torque.indication-error'])
    expect(await listed(`q=${encodeURIComponent('量块')}`)).toEqual(['length.gauge-block'])
  })

  it('is registered by whoever manages methods, not by a technician', async () => {
    await newOrganization(admin, 'LAB')
    const technician = await newPerson(s, admin, { organization: 'LAB', roles: ['technician'] })
    expect((await technician.post('/v1/measurand-kinds', { ...humidity, code: 'y' })).status).toBe(403)
    expect((await technician.get('/v1/measurand-kinds/torque')).status).toBe(200)
  })
})
