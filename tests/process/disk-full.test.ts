import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedUrl, postgresOf, untilStatus } from './etalon-process.ts'
import { expectKept } from './kept.ts'
import { workedNode } from './worked-node.ts'
import { acknowledgedBy, told, untilMore, writers } from './writers.ts'

const isNight = process.env['ETALON_NIGHT'] === '1'
/** A disk of its own takes a mount, and that takes root. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0
const megabytes = 256

const disk = mkdtempSync(join(tmpdir(), 'etalon-disk-'))
const dataDir = join(disk, 'data')
const ballast = join(disk, 'ballast')
const made = { isMounted: false }

beforeAll(() => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk])
  made.isMounted = true
  mkdirSync(dataDir)
})
const node = workedNode(() => ({ ETALON_DATA_DIR: dataDir }))
afterAll(async () => {
  if (made.isMounted) {
    await node.end('SIGKILL')
    for (const pid of postgresOf(dataDir)) process.kill(pid, 'SIGKILL')
    await delay(500)
    execFileSync('umount', ['--lazy', disk])
  }
  rmSync(disk, { recursive: true, force: true })
})

function fill(): void {
  const file = openSync(ballast, 'w')
  const block = Buffer.alloc(64 * 1024)
  try {
    for (;;) writeSync(file, block)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  } finally {
    closeSync(file)
  }
}

it.skipIf(!isNight || !mayMount)(
  'a full disk costs time and 503, and nothing that was acknowledged; it works on when there is room again (by night, as root)',
  { timeout: 300_000 },
  async () => {
    const work = writers(node.lab)
    await untilMore(work, acknowledgedBy(work.count))
    fill()
    await untilStatus(node.url(), '/readyz', 503)
    const began = acknowledgedBy(work.count)
    for (let last = -1; acknowledgedBy(work.count) > last; await delay(4_000))
      last = acknowledgedBy(work.count)
    const onTheLastBytes = acknowledgedBy(work.count) - began

    rmSync(ballast)
    const freed = performance.now()
    await untilMore(work, acknowledgedBy(work.count))
    await untilStatus(node.url(), '/readyz', 200)
    const seconds = (performance.now() - freed) / 1000
    await work.stop()
    console.log(
      `disk full: ${told(work.count)}, ${onTheLastBytes} on the last bytes, back after ${seconds.toFixed(1)} s`,
    )
    await expectKept(embeddedUrl(dataDir), work.count)
    expect(seconds).toBeLessThan(10)
  },
)
