import { beforeAll, describe, expect, it } from 'vitest'
import { stretched, whyToStop } from '#registry/imports/running/bounds.ts'
import { service } from '../../service.ts'
import { administrator, must, newOrganization, newPerson } from '../people-of-the-tests.ts'

const s = service()
const admin = administrator(s)
let plant: Awaited<ReturnType<typeof newPerson>>

beforeAll(async () => {
  must(await newOrganization(admin, 'PLANT'))
  plant = await newPerson(s, admin, { organization: 'PLANT', roles: ['quality-manager'] })
})

const ndjson = { 'content-type': 'application/x-ndjson' }
const device = (code: string) =>
  JSON.stringify({
    code,
    name: { en: 'Weight' },
    manufacturer: 'Maker',
    model: 'Model',
    serialNumber: code,
    owner: 'PLANT',
    level: 'instrument',
  })
const send = (rows: readonly string[], headers: Record<string, string> = {}) =>
  plant.send('POST', '/v1/import/equipment?mode=each', `${rows.join('\n')}\n`, { ...ndjson, ...headers })

describe('a file of which each row stands by itself', () => {
  it('is stopped where 10 000 rows one after the other are refused, says where, and keeps what it has recorded', async () => {
    const rows = [device('A-1'), ...Array<string>(10_100).fill('0'), device('A-2')]
    const first = await send(rows, { 'idempotency-key': 'too-wrong' })
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      mode: 'each',
      state: 'refused',
      counts: { rows: 10_001, recorded: 1, refused: 10_000 },
      warnings: [{ code: 'stopped-after-refused-rows' }],
    })
    expect(first.body.warnings[0].detail).toContain('from line 10002 on')
    expect((await plant.get('/v1/equipment/A-1')).status).toBe(200)
    expect((await plant.get('/v1/equipment/A-2')).status).toBe(404)
    const again = await send(rows, { 'idempotency-key': 'too-wrong' })
    expect(again.body).toEqual(first.body)
  })

  it('is not stopped by as many that are not one after the other', () => {
    const refused = { line: 1, state: 'refused' } as const
    const recorded = { line: 1, state: 'recorded' } as const
    let stretch = { rows: 0, refusedInARow: 0 }
    for (let i = 0; i < 30_000; i++) stretch = stretched(stretch, i % 9_999 === 9_998 ? recorded : refused)
    expect(whyToStop(stretch, 30_001)).toBeUndefined()
  })

  it('has at most a million rows', () => {
    expect(whyToStop({ rows: 999_999, refusedInARow: 0 }, 1_000_000)).toBeUndefined()
    expect(whyToStop({ rows: 1_000_000, refusedInARow: 0 }, 1_000_002)).toMatchObject({
      code: 'stopped-at-most-rows',
    })
  })
})

it('answers all of this without a bug', () => {
  expect(s.complaints).toEqual([])
})
