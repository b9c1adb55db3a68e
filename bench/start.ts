import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '#db/embedded.ts'
import { residentMegabytes, startService } from './processes.ts'
import type { Row } from './row.ts'
import { sampleOf } from './sample.ts'

const starts = 3
const idleMs = 5_000

/** From `npm start` on an existing embedded database to the first answer that it is ready, and what it holds when nobody asks. */
export async function benchStart(dataDir: string): Promise<Row[]> {
  const times: number[] = []
  let megabytes: number | undefined
  for (let i = 0; i < starts; i++) {
    const port = await freePort('127.0.0.1')
    const started = performance.now()
    const starting = startService({ ETALON_DATA_DIR: dataDir, PORT: String(port) })
    await firstSuccess(`http://127.0.0.1:${port}/readyz`)
    times.push(performance.now() - started)
    const service = await starting
    if (i === starts - 1) {
      await delay(idleMs)
      megabytes = residentMegabytes(service.process)
    }
    await service.stop()
  }
  const seconds = sampleOf(times).p50 / 1000
  return [
    {
      name: 'start on an existing embedded database, to the first 200',
      unit: 's',
      ours: seconds,
      target: { oursAtMost: 1.5 },
    },
    ...(megabytes === undefined
      ? []
      : [
          {
            name: 'resident memory of the idle server',
            unit: 'MB',
            ours: megabytes,
            target: { oursAtMost: 200 },
          },
        ]),
  ]
}

async function firstSuccess(url: string): Promise<void> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const answer = await fetch(url).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await delay(10)
  }
  throw new Error(`${url} did not answer`)
}
