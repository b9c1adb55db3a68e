import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbedded, type Embedded } from '#db/embedded.ts'
import { statusOf, untilStatus } from './etalon-process.ts'
import { expectKept } from './kept.ts'
import { unreliableNet, type UnreliableNet } from './unreliable-net.ts'
import { poolOf, workedNode } from './worked-node.ts'
import { acknowledgedBy, told, untilMore, writers } from './writers.ts'

const isNight = process.env['ETALON_NIGHT'] === '1'
const rounds = isNight ? 10 : 1

const dataDir = mkdtempSync(join(tmpdir(), 'etalon-outages-'))
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: console.error }
const made: { embedded?: Embedded; net?: UnreliableNet } = {}

beforeAll(async () => {
  made.embedded = await startEmbedded({ dataDir: join(dataDir, 'database'), log: quiet })
  made.net = await unreliableNet({ port: Number(new URL(made.embedded.url).port) })
}, 60_000)
const net = (): UnreliableNet => made.net as UnreliableNet
const directUrl = (): string => made.embedded?.url ?? ''
const node = workedNode(() => ({
  ETALON_DATA_DIR: join(dataDir, 'node'),
  DATABASE_URL: Object.assign(new URL(directUrl()), { port: net().port }).href,
}))
afterAll(async () => {
  await node.end('SIGKILL')
  await made.net?.close()
  await made.embedded?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const askDirectly = async (...statements: readonly string[]): Promise<void> => {
  const client = new Client({ connectionString: directUrl() })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Every calibration takes longer to be written than a statement may last. */
const slowDown = `
  create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(9); return new; end $$;
  create trigger slow before insert on calibrations for each row execute function slow()`
const speedUp = 'drop function slow cascade'

/** What goes wrong, and what ends it; a time after which it is over by itself. */
const outages: Readonly<Record<string, () => Promise<void>>> = {
  'every connection cut': async () => net().cut(),
  'nobody let through for a second': async () => {
    net().refuse()
    await untilStatus(node.url(), '/readyz', 503)
    await delay(1_000)
    net().mend()
  },
  'nothing heard for five seconds': async () => {
    net().hold()
    await untilStatus(node.url(), '/readyz', 503)
    expect(await statusOf(node.url(), '/healthz')).toBe(200)
    await delay(5_000)
    net().mend()
  },
  'connections half open': async () => net().halfClose(),
  'statements that last too long': async () => {
    await askDirectly(slowDown)
    await delay(6_000)
    // Others are not held up by them.
    expect(await statusOf(node.url(), '/v1/certificates/NMI-2025-0001/validity')).toBe(200)
    await askDirectly(speedUp)
  },
}

it(
  'a database that is out of reach, slow or silent costs time and 503, and nothing that was acknowledged',
  { timeout: isNight ? 1_800_000 : 240_000 },
  async () => {
    const work = writers(node.lab)
    const slowest: Record<string, number> = {}
    for (let round = 0; round < rounds; round++) {
      for (const [name, happens] of Object.entries(outages)) {
        await untilMore(work, acknowledgedBy(work.count))
        await happens()
        const over = performance.now()
        await untilMore(work, acknowledgedBy(work.count))
        await untilStatus(node.url(), '/readyz', 200)
        slowest[name] = Math.max(slowest[name] ?? 0, (performance.now() - over) / 1000)
      }
    }
    await work.stop()
    await expect.poll(() => poolOf(node.url()), { timeout: 20_000 }).toEqual({ held: 0, awaited: 0 })

    const recoveries = Object.entries(slowest).map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
    console.log(`outages: ${told(work.count)}; slowest recovery after ${recoveries.join(', ')}`)
    await expectKept(directUrl(), work.count)
    // A silent server is given up two seconds after it would have given up a statement.
    expect(Math.max(...Object.values(slowest))).toBeLessThan(20)
  },
)
