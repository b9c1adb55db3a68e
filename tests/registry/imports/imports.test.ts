import { beforeAll, describe, expect, it } from 'vitest'
import { service } from '../../service.ts'
import {
  administrator,
  asking,
  must,
  newOrganization,
  newPerson,
  type Asking,
} from '../people-of-the-tests.ts'

const s = service()
const admin = administrator(s)
let plant: Awaited<ReturnType<typeof newPerson>>
let other: Awaited<ReturnType<typeof newPerson>>

beforeAll(async () => {
  must(await newOrganization(admin, 'PLANT'))
  must(await newOrganization(admin, 'OTHER'))
  plant = await newPerson(s, admin, { organization: 'PLANT', roles: ['quality-manager'] })
  other = await newPerson(s, admin, { organization: 'OTHER', roles: ['quality-manager'] })
})

const csv = { 'content-type': 'text/csv' }
const head = 'code,nameEn,manufacturer,model,serialNumber,level'
const row = (code: string, serial = code) => `${code},Weight,Maker,Model,${serial},instrument`
const table = (...rows: readonly string[]) => [head, ...rows, ''].join('\r\n')
const send = (
  query: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = csv,
  who: Asking = plant,
) => who.send('POST', `/v1/import/equipment${query}`, body, headers)

async function linesOf(path: string, body?: string): Promise<readonly object[]> {
  const headers = { authorization: `Bearer ${plant.key}`, accept: 'application/x-ndjson', ...csv }
  const answer = await s.app.request(path, { headers, ...(body !== undefined && { method: 'POST', body }) })
  const text = await answer.text()
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
}

const codes = async () => {
  const { body } = await plant.get('/v1/equipment?owner=PLANT&limit=500')
  return (body.items as { code: string }[]).map(({ code }) => code)
}

describe('a list of equipment', () => {
  it('is recorded as a whole, each device as by a request of its own, with the import in the trail', async () => {
    const answer = await send('?name=list.csv', table(row('A-1'), row('A-2')))
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      kind: 'equipment',
      mode: 'all',
      state: 'finished',
      name: 'list.csv',
      encoding: 'utf-8',
      separator: ',',
      counts: { rows: 2, recorded: 2, unchanged: 0, conflicting: 0, refused: 0 },
      organization: 'PLANT',
      rows: [],
    })
    const device = must(await plant.get('/v1/equipment/A-2')).body
    expect(device).toMatchObject({
      owner: 'PLANT',
      serialNumber: 'A-2',
      name: { en: 'Weight' },
      state: 'in-service',
    })
    const trail = await admin.get(
      `/v1/audit-events?subject=${encodeURIComponent(`/v1/equipment/${device.id}`)}`,
    )
    expect(trail.body.items).toMatchObject([
      { operation: 'register-equipment', person: plant.code, reason: `import ${answer.body.id}, line 3` },
    ])
    const whole = await admin.get(`/v1/audit-events?subject=/v1/imports/${answer.body.id}`)
    expect(whole.body.items).toMatchObject([{ operation: 'bulk-import-equipment' }])
  })

  it('leaves nothing of it behind where one row is refused, and tells every fault by line, column and member', async () => {
    const answer = await send('', table(row('B-1'), 'B-2,Weight,Maker,Model,,gadget', row('B-3', 'A-1')))
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      code: 'imports.refused',
      counts: { rows: 3, recorded: 0, conflicting: 1, refused: 1 },
      errors: [
        { pointer: '/3/serialNumber', code: 'missing-member' },
        { pointer: '/3/level', code: 'not-listed' },
        { pointer: '/4/serialNumber', code: 'equipment.identity-taken' },
      ],
    })
    expect(await codes()).toEqual(['A-1', 'A-2'])
    const report = must(await plant.get(answer.body.import)).body
    expect(report).toMatchObject({ state: 'refused', counts: { rows: 3, recorded: 0 } })
    expect(report.rows).toMatchObject([
      { line: 3, key: 'B-2', state: 'refused', code: 'request.does-not-match' },
      { line: 4, key: 'B-3', state: 'conflicting', code: 'equipment.identity-taken' },
    ])
    expect(report.rows[0].errors).toContainEqual(
      expect.objectContaining({ pointer: '/level', column: { number: 6, heading: 'level' } }),
    )
  })

  it('takes what can be taken where each row stands by itself', async () => {
    const answer = await send(
      '?mode=each',
      table(row('C-1'), 'C-2,Weight,Maker,Model,,instrument', row('C-3')),
    )
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      state: 'finished',
      counts: { rows: 3, recorded: 2, refused: 1 },
      rows: [{ line: 3, state: 'refused', key: 'C-2' }],
    })
    expect(await codes()).toEqual(['A-1', 'A-2', 'C-1', 'C-3'])
  })

  it('makes no second device when it is sent again, and says where a device is another', async () => {
    const again = await send('', table(row('A-1'), row('A-2')))
    expect(again.body).toMatchObject({ counts: { rows: 2, recorded: 0, unchanged: 2 } })
    const changed = await send('?mode=each', table(row('A-1', 'other-serial')))
    expect(changed.body.rows).toMatchObject([
      {
        state: 'conflicting',
        code: 'equipment.code-taken',
        errors: [{ pointer: '/code' }, { pointer: '/serialNumber', code: 'differs-from-record' }],
      },
    ])
  })

  it('is tried without leaving anything behind', async () => {
    const before = await codes()
    const trail = must(await admin.get('/v1/audit-events?limit=500')).body.items.length
    const answer = await send('?dryRun=true', table(row('D-1'), row('D-2', '')))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ dryRun: true, state: 'refused', counts: { recorded: 1, refused: 1 } })
    expect(answer.body.id).toBeUndefined()
    expect(await codes()).toEqual(before)
    expect(must(await admin.get('/v1/audit-events?limit=500')).body.items).toHaveLength(trail)
  })

  it('is refused row by row in the name of whoever sends it: no device of others, no key without the scope', async () => {
    const foreign = await send('?mode=each', `${head},owner\n${row('E-1')},PLANT\n`, csv, other)
    expect(foreign.body.rows).toMatchObject([
      { state: 'refused', code: 'access.not-your-organization', errors: [{ pointer: '/owner' }] },
    ])
    const issued = must(
      await admin.post('/v1/api-keys', {
        person: plant.code,
        roles: ['quality-manager'],
        scopes: ['equipment.read'],
      }),
    )
    const narrow = asking(s, issued.body.key)
    expect((await send('', table(row('E-2')), csv, narrow)).body).toMatchObject({
      code: 'request.role-missing',
    })
    const imports = must(await other.get('/v1/imports')).body.items
    expect(imports).toHaveLength(1)
    const [own] = must(await plant.get('/v1/imports?limit=1')).body.items
    expect((await other.get(`/v1/imports/${own.id}`)).body).toMatchObject({ code: 'imports.unknown' })
  })
})

describe('the answer to an import', () => {
  it('has every row as NDJSON, how far it is as events, and the report last', async () => {
    const lines = await linesOf('/v1/import/equipment?mode=each', table(row('F-1'), row('F-2', '')))
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['row', 'row', 'report'])
    const events = await send('?mode=each', table(row('F-3')), { ...csv, accept: 'text/event-stream' })
    expect(events.body).toMatch(/^event: progress\ndata: \{"rows":1.*event: report\ndata: /s)
    const [newest] = must(await plant.get('/v1/imports?limit=1')).body.items
    const followed = await plant.send('GET', `/v1/imports/${newest.id}/events`)
    expect(followed.body).toMatch(/^event: ended\ndata: \{"id":"/)
    const rows = await linesOf(`/v1/imports/${newest.id}`)
    expect(rows).toMatchObject([{ row: { line: 2, state: 'recorded', key: 'F-3' } }])
  })

  it('is the first one where the same file comes again with the same key, and a refusal where another does', async () => {
    const keyed = { ...csv, 'idempotency-key': 'list-of-g' }
    const first = must(await send('', table(row('G-1')), keyed))
    const again = must(await send('', table(row('G-1')), keyed))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect((await send('', table(row('G-2')), keyed)).body).toMatchObject({
      code: 'request.idempotency-key-reused',
    })
    expect((await send('?mode=each', table(row('G-1')), keyed)).body).toMatchObject({
      code: 'request.idempotency-key-reused',
    })
  })
})

it('answers all of this without a bug', () => {
  expect(s.complaints).toEqual([])
})
