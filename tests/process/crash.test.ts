import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '#db/connection.ts'
import { verifyAuditTrail } from '#registry/audit/verify-audit-trail.ts'
import { entities } from '#registry/entities.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { verifyLog } from '#registry/log/verify-log.ts'
import { laboratory } from '../registry/laboratory-of-the-tests.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import type { Service } from '../service.ts'
import {
  embeddedUrl,
  etalon,
  type EtalonProcess,
  postgresOf,
  postmasterOf,
  untilStatus,
} from './etalon-process.ts'
import { writers } from './writers.ts'

const isNight = process.env['ETALON_NIGHT'] === '1'
const rounds = isNight ? 200 : 10
/** A crash is recovered from within this time, and the start of a process is part of it; a busy machine gets more in the tests. */
const mostSeconds = 20

const dataDir = mkdtempSync(join(tmpdir(), 'etalon-crash-'))
const running: { process?: EtalonProcess; url: string } = { url: '' }

async function start(): Promise<void> {
  running.process = etalon({
    ETALON_DATA_DIR: dataDir,
    ETALON_ADMIN_KEY: administratorKey,
    LOG_LEVEL: 'fatal',
  })
  running.url = await running.process.ready
}

async function killNode(): Promise<void> {
  running.process?.child.kill('SIGKILL')
  await running.process?.ended
  await start()
}

const killPostmaster = async (): Promise<void> => void process.kill(postmasterOf(dataDir), 'SIGKILL')

/** One process of PostgreSQL: the postmaster then ends all others, and begins anew. */
async function killBackend(): Promise<void> {
  const backends = postgresOf(dataDir).filter((pid) => pid !== postmasterOf(dataDir))
  const chosen = backends[Math.floor(Math.random() * backends.length)]
  if (chosen !== undefined) process.kill(chosen, 'SIGKILL')
}

const kills = [killNode, killPostmaster, killBackend]

/** The service as the laboratory of the tests knows it, in a process that may be gone at any moment. */
const s = {
  clock: { now: () => new Date() },
  app: { request: (path: string, init: RequestInit) => fetch(`${running.url}${path}`, init) },
  orm: { em: { fork: () => ({ transactional: async () => undefined }) } },
} as unknown as Service

beforeAll(start, 60_000)
const lab = laboratory(s)
afterAll(async () => {
  running.process?.child.kill('SIGKILL')
  await running.process?.ended
  for (const pid of postgresOf(dataDir)) process.kill(pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** A transcribed certificate brings a calibration of its own, of somebody else. */
const calibrationsOfOurs = `
  select c.id from calibrations c join organizations o on o.id = c.laboratory_id where o.code = 'LAB'`

const idsOf = async (orm: MikroORM, sql: string) =>
  (await orm.em.fork().execute<{ id: string }[]>(sql)).map(({ id }) => id).toSorted()

it(
  `loses nothing that was acknowledged and does nothing twice, in ${rounds} kills of Node and of PostgreSQL under writes`,
  { timeout: isNight ? 3_600_000 : 240_000 },
  async () => {
    const work = writers(lab)
    const recoveries: number[] = []
    for (let round = 0; round < rounds; round++) {
      await delay(100 + Math.random() * 900)
      const killed = performance.now()
      await kills[round % kills.length]?.()
      // It may still answer for a moment: what has to come back is work.
      const before = work.count.calibrations.length + work.count.transcribed.length
      while (work.count.calibrations.length + work.count.transcribed.length <= before + 5) await delay(10)
      await untilStatus(running.url, '/readyz', 200)
      recoveries.push((performance.now() - killed) / 1000)
    }
    await work.stop()

    const { count } = work
    const slowest = Math.max(...recoveries)
    const acknowledged = count.calibrations.length * 4 + count.transcribed.length
    console.log(
      `crash: ${rounds} kills, ${acknowledged} acknowledged, ${count.retried} sent again, ` +
        `${count.replayed} answered from what was kept, slowest recovery ${slowest.toFixed(1)} s`,
    )
    const orm = await connect({ url: embeddedUrl(dataDir), entities, log: { debug: () => undefined } })
    try {
      const em = orm.em.fork()
      const logged = await idsOf(orm, calibrationsOfOurs)
      expect(logged).toEqual(count.calibrations.toSorted())
      const issued = await idsOf(
        orm,
        `select v.number as id from certificates v join (${calibrationsOfOurs}) c on c.id = v.calibration_id`,
      )
      expect(issued).toEqual(count.issued.toSorted())
      const transcribed = await idsOf(
        orm,
        `select number as id from certificates where number like 'TRANSCRIBED-%'`,
      )
      expect(transcribed).toEqual(count.transcribed.toSorted())
      const acts = await idsOf(
        orm,
        `select request_id as id from audit_events where operation = 'log-calibration'`,
      )
      expect(acts).toHaveLength(count.calibrations.length)
      expect(await verifyAuditTrail(em)).toMatchObject({ intact: true })
      expect(await verifyLog(em)).toMatchObject({ intact: true })
      expect(await logFault(em)).toBeUndefined()
    } finally {
      await orm.close(true)
    }
    expect(slowest).toBeLessThan(mostSeconds)
  },
)
