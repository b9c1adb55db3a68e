import { readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { administratorKey, type App } from './client.ts'
import type { BenchRegistry } from './country.ts'
import { oneCertificate } from './issue.ts'
import { residentMegabytes, startService, type Served } from './processes.ts'
import { sampleOf, timed } from './sample.ts'
import { lineThrough, type Watched, watchedRows } from './watched.ts'
import type { Row } from './row.ts'

/** `ETALON_SOAK=600 npm run bench -- soak`: so many seconds. */
const seconds = Number(process.env['ETALON_SOAK'] ?? 600)
/** Compilers and caches fill meanwhile. */
const warmUpShare = 0.25
const everyMs = 2_000
const looksForALine = 15
/** Between two requests of one client: a long day, not a flood. */
const pauseMs = 20

/** Reads, pages, certificates and imports for a long while, on the service as it is started by `npm start`. */
export async function benchSoak(registry: BenchRegistry, say: (text: string) => void): Promise<Row[]> {
  const { database, keys, standards } = registry
  const service = await startService({
    DATABASE_URL: database.url,
    ETALON_DATA_DIR: `${database.dataDir}-node`,
    ETALON_ADMIN_KEY: administratorKey,
  })
  const url = `http://127.0.0.1:${service.port}`
  const app = { request: (path: string, init: RequestInit) => fetch(url + path, init) } as unknown as App
  const state = { isOver: false }
  const took: number[] = []
  const failures: string[] = []
  const again = async (work: (turn: number) => Promise<unknown>) => {
    for (let turn = 0; !state.isOver; turn++) {
      await work(turn).catch((error: unknown) => failures.push(String(error)))
      await delay(pauseMs)
    }
  }
  const read = async (path: string) => {
    took.push(await timed(async () => sound(await fetch(url + path), path)))
  }
  const paths = pathsOf(registry)
  const reader = (first: number) => (turn: number) => read(paths[(first + turn * 7) % paths.length] ?? '/')
  const clients = [
    ...[0, 1, 2, 3].map((first) => again(reader(first))),
    again((turn) => oneCertificate(app, keys, standards, 1_000_000 + turn)),
    again((turn) => importEquipment(url, turn)),
  ]
  say(`soak for ${seconds} s`)
  const watched = await watch(service, url, say)
  state.isOver = true
  await Promise.all(clients)
  const pool = await poolOf(url)
  const isAlive = service.process.exitCode === null
  await service.stop()
  for (const failure of new Set(failures.slice(0, 5))) say(failure)
  return watchedRows(
    { ...watched, seconds, requests: took.length, failures: failures.length, pool, isAlive },
    sampleOf(took),
  )
}

/** Copies of certificates have a place in chains, and no sheet: pages are those of certificates that were issued one by one. */
function pathsOf({ subjects, standards }: BenchRegistry): readonly string[] {
  return subjects
    .slice(0, 500)
    .flatMap(({ number }, i) => [
      `/v1/certificates/${number}/validity`,
      `/v1/certificates/${number}/traceability`,
      `/v1/certificates/${number}`,
      `/v1/certificates/${standards[i % standards.length]}.html`,
      '/',
      '/log/checkpoint',
    ])
}

async function sound(answer: Response, path: string): Promise<void> {
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
}

/** Fifty instruments of an enterprise, as its own list has them. */
async function importEquipment(url: string, turn: number): Promise<void> {
  const lines = Array.from({ length: 50 }, (_, i) => {
    const code = `SOAK-${turn}-${i}`
    const names = { name: `Weight ${code}`, manufacturer: 'Maker', model: '10 kg', serialNumber: code }
    return JSON.stringify({ code, owner: 'PLANT', level: 'instrument', ...names })
  })
  const headers = { authorization: `Bearer ${administratorKey}`, 'content-type': 'application/x-ndjson' }
  const path = '/v1/import/equipment'
  await sound(await fetch(url + path, { method: 'POST', headers, body: lines.join('\n') }), path)
  await delay(1_000)
}

async function watch({ process: child }: Served, url: string, say: (text: string) => void): Promise<Watched> {
  const seen: { at: number; megabytes: number; handles: number; heap: number }[] = []
  const end = performance.now() + seconds * 1000
  const warm = performance.now() + seconds * 1000 * warmUpShare
  let [mostConnections, looks] = [0, 0]
  while (performance.now() < end) {
    await delay(everyMs)
    const { open, heap } = await poolOf(url)
    mostConnections = Math.max(mostConnections, open)
    if (++looks % looksForALine === 0)
      say(
        `after ${(looks * everyMs) / 1000} s: ${residentMegabytes(child)?.toFixed()} MB resident, ${heap.toFixed()} MB of heap`,
      )
    if (performance.now() < warm) continue
    const handles = readdirSync(`/proc/${child.pid}/fd`).length
    seen.push({
      at: performance.now() / 1000,
      megabytes: residentMegabytes(child) ?? Number.NaN,
      handles,
      heap,
    })
  }
  const memory = lineThrough(seen.map(({ at, megabytes }) => [at, megabytes]))
  const handles = lineThrough(seen.map(({ at, handles: open }) => [at, open]))
  const third = Math.ceil(seen.length / 3)
  const lowest = (part: typeof seen) => Math.min(...part.map(({ heap }) => heap))
  const heap = { first: lowest(seen.slice(0, third)), last: lowest(seen.slice(-third)) }
  return { memory, heap, handles, mostConnections }
}

async function poolOf(url: string) {
  const text = await (await fetch(`${url}/metrics`)).text()
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
  const open = gauge('etalon_database_connections')
  const heap = gauge('nodejs_heap_size_used_bytes') / 2 ** 20
  return { open, heap, held: open - gauge('etalon_database_connections_idle') }
}
