import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { embeddedUrl, postgresOf, postmasterOf, untilStatus } from './etalon-process.ts'
import { expectKept } from './kept.ts'
import { poolOf, workedNode } from './worked-node.ts'
import { acknowledgedBy, told, untilMore, writers } from './writers.ts'

const isNight = process.env['ETALON_NIGHT'] === '1'
const rounds = isNight ? 200 : 10
/** A crash is recovered from within this time, and the start of a process is part of it. */
const mostSeconds = 20

const dataDir = mkdtempSync(join(tmpdir(), 'etalon-crash-'))
const node = workedNode(() => ({ ETALON_DATA_DIR: dataDir }))

async function killNode(): Promise<void> {
  await node.end('SIGKILL')
  await node.start()
}

/** What was accepted is finished; then it ends, and its PostgreSQL with it. */
async function stopNode(): Promise<void> {
  await node.end('SIGTERM')
  expect(postgresOf(dataDir)).toEqual([])
  await node.start()
}

const killPostmaster = async (): Promise<void> => void process.kill(postmasterOf(dataDir), 'SIGKILL')

/** One process of PostgreSQL: the postmaster then ends all others, and begins anew. */
async function killBackend(): Promise<void> {
  const backends = postgresOf(dataDir).filter((pid) => pid !== postmasterOf(dataDir))
  const chosen = backends[Math.floor(Math.random() * backends.length)]
  if (chosen !== undefined) process.kill(chosen, 'SIGKILL')
}

const kills = [killNode, killPostmaster, killBackend, stopNode]

afterAll(async () => {
  await node.end('SIGKILL')
  for (const pid of postgresOf(dataDir)) process.kill(pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

it(
  `loses nothing that was acknowledged and does nothing twice, in ${rounds} kills of Node and of PostgreSQL under writes`,
  { timeout: isNight ? 3_600_000 : 240_000 },
  async () => {
    const work = writers(node.lab)
    const recoveries: number[] = []
    for (let round = 0; round < rounds; round++) {
      await delay(100 + Math.random() * 900)
      const killed = performance.now()
      await kills[round % kills.length]?.()
      // It may still answer for a moment: what has to come back is work.
      await untilMore(work, acknowledgedBy(work.count))
      await untilStatus(node.url(), '/readyz', 200)
      recoveries.push((performance.now() - killed) / 1000)
    }
    await work.stop()
    await expect.poll(() => poolOf(node.url()), { timeout: 15_000 }).toEqual({ held: 0, awaited: 0 })

    const slowest = Math.max(...recoveries)
    console.log(`crash: ${rounds} kills, ${told(work.count)}, slowest recovery ${slowest.toFixed(1)} s`)
    await expectKept(embeddedUrl(dataDir), work.count)
    expect(slowest).toBeLessThan(mostSeconds)
  },
)
