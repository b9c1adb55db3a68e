import { Client } from 'pg'
import { administratorKey, ask, type App } from './client.ts'
import type { BenchRegistry } from './country.ts'
import { copyInto } from './copy.ts'
import type { Row } from './row.ts'

const devices = 1_000
const warmUp = 200

const entry = (code: string) => ({
  code,
  owner: 'PLANT',
  name: { en: '10 kg weight', zh: '10 kg 砝码' },
  manufacturer: 'Bench',
  model: 'M1 10 kg',
  serialNumber: code,
  level: 'instrument',
  calibrationIntervalMonths: 12,
})

/** A list of equipment against the same devices one request each, and against COPY of as many bare rows. */
export async function benchBulkImport({ app, database }: BenchRegistry): Promise<readonly Row[]> {
  const run = Date.now()
  const list = (series: string, count: number) =>
    Array.from({ length: count }, (_, i) => entry(`BULK-${run}-${series}-${i}`))
  await importAll(app, list('W', warmUp), 'each')
  const ours = await rate(() => importAll(app, list('E', devices), 'each'))
  const whole = await rate(() => importAll(app, list('A', devices), 'all'))
  const single = await rate(async () => {
    for (const body of list('S', devices))
      await ask(app, 'POST', '/v1/equipment', { key: administratorKey, body })
  })
  const bare = await rate(() => copyBare(database.url))
  const one = { what: 'one request each', figure: single }
  return [
    { name: 'bulk import: devices, each by itself', unit: '/s', ours, limit: one },
    { name: 'bulk import: devices, as a whole', unit: '/s', ours: whole, limit: one },
    {
      name: 'the same against bare rows',
      unit: '/s',
      ours: whole,
      limit: { what: 'COPY into a bare table', figure: bare },
      target: { ratioAtLeast: 0.35 },
    },
  ]
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return devices / ((performance.now() - started) / 1000)
}

async function importAll(app: App, list: readonly object[], mode: string): Promise<void> {
  const headers = { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/x-ndjson' }
  const body = list.map((each) => JSON.stringify(each)).join('\n')
  const answer = await app.request(`/v1/import/equipment?mode=${mode}`, { method: 'POST', headers, body })
  const text = await answer.text()
  const { counts } = JSON.parse(text) as { counts?: { recorded: number } }
  if (counts?.recorded !== list.length)
    throw new Error(`An import answered ${answer.status} ${text.slice(0, 500)}`)
}

const bareLine = (_: unknown, i: number) =>
  `${crypto.randomUUID()}\tBARE-${i}\t${crypto.randomUUID()}\t{"en":"10 kg weight"}\tBench\tM1\t${i}\tinstrument\tf\tin-service\t2026-01-01\t1\n`

async function copyBare(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create temporary table bare (like equipment including indexes)')
    await copyInto(
      client,
      'bare (id, code, owner_id, name, manufacturer, model, serial_number, level, mandatory_verification, state, recorded_at, version)',
      Array.from({ length: devices }, bareLine),
    )
  } finally {
    await client.end()
  }
}
