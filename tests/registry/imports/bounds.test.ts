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

const third = () => send([device('A-1')])

/** A file of which the end is in our hand. */
function arriving() {
  const end: { finish?: () => void } = {}
  const received = Promise.withResolvers<void>()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(Buffer.from(`${device('A-1')}\n`))
      end.finish = () => controller.close()
    },
    pull: () => received.resolve(),
  })
  const headers = { ...ndjson, authorization: `Bearer ${plant.key}` }
  const request = new Request('http://localhost/v1/import/equipment?mode=each', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  const answer = Promise.resolve(s.app.fetch(request))
  return { answer, received: received.promise, finish: () => end.finish?.() }
}

it('a file has its place before it is received, and whoever sends slowly has no more than two', async () => {
  const two = [arriving(), arriving()]
  await Promise.all(two.map(({ received }) => received))
  expect((await third()).status).toBe(429)
  expect((await third()).body).toMatchObject({ code: 'imports.too-many-at-once', mostOfOne: 2 })
  for (const { finish } of two) finish()
  for (const { answer } of two) expect((await answer).status).toBe(201)
  expect((await third()).status).toBe(201)
  const unreadable = await plant.send('POST', '/v1/import/equipment', '', ndjson)
  expect(unreadable.body).toMatchObject({ code: 'imports.empty' })
  for (let i = 0; i < 3; i++) expect((await third()).status).toBe(201)
})

it('answers all of this without a bug', () => {
  expect(s.complaints).toEqual([])
})
