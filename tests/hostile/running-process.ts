import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { etalon, type EtalonProcess } from '../process/etalon-process.ts'
import { administratorKey } from '../registry/people-of-the-tests.ts'
import type { Service } from '../service.ts'
import { changedSince, stampOf, type Stamp } from './stored.ts'
import { healthyTarget, patience, quickest, type Answered, type Ask } from './undone.ts'

export interface RunningProcess {
  /** Asks over the wire; what is stored stays stored. */
  readonly ask: Ask
  readonly isRunning: () => boolean
  /** The memory that it holds, in MB. */
  readonly residentMegabytes: () => Promise<number>
}

/** A process of its own over the database of `s`, as `npm start` runs it. */
export function runningProcess(s: Service): RunningProcess {
  const dataDir = mkdtempSync(join(tmpdir(), 'etalon-hostile-'))
  const running: { etalon?: EtalonProcess; url?: string; known?: Stamp } = {}
  beforeAll(async () => {
    const environment = { DATABASE_URL: s.url, ETALON_ADMIN_KEY: administratorKey, ETALON_DATA_DIR: dataDir }
    running.etalon = etalon(environment)
    running.url = await running.etalon.ready
  }, 60_000)
  afterAll(async () => {
    running.etalon?.child.kill('SIGTERM')
    await running.etalon?.ended
    rmSync(dataDir, { recursive: true, force: true })
  })
  const stamp = () => stampOf(s.orm.em.fork())
  async function timed(target: string, init: RequestInit) {
    const started = performance.now()
    const answer = await fetch(`${running.url}${target}`, init)
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      milliseconds: performance.now() - started,
    }
  }
  async function askOnce(target: string, init: RequestInit): Promise<Answered> {
    const before = (running.known ??= await stamp())
    const answer = await timed(target, init)
    const now = (running.known = await stamp())
    const { status, milliseconds } = await timed(healthyTarget, {})
    const healthy = status === 200 && milliseconds < patience()
    return { ...answer, changed: changedSince(before, now), written: '', healthy }
  }
  return {
    ask: (target, init) => quickest(() => askOnce(target, init)),
    isRunning: () => running.etalon?.child.exitCode === null,
    residentMegabytes: async () => {
      const measures = await (await fetch(`${running.url}/metrics`)).text()
      return Number(/^process_resident_memory_bytes (\d+)/m.exec(measures)?.[1]) / 2 ** 20
    },
  }
}
