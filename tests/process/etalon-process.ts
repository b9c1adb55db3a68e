import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface EtalonProcess {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The URL of the ready line; fails with what the process said if it ends before. */
  readonly ready: Promise<string>
  /** What it has printed so far. */
  readonly printed: () => string
}

/** What Node has read of the source is read again by the next process: tests start many. */
export const compiled = resolve('node_modules/.cache/etalon-processes')

/** A real Etalon: `node src/main.ts` with nothing of our environment but the path. */
export function etalon(
  environment: Readonly<Record<string, string>>,
  [program, ...args]: readonly [string, ...string[]] = [process.execPath, 'src/main.ts'],
): EtalonProcess {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], PORT: '0', NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, ...said })),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^Etalon is ready at (http:\S+)$/m.exec(said.out)?.[1]
      if (url !== undefined) resolve(url)
    })
    void ended.then(({ code, err }) => reject(new Error(`ended with ${code}: ${err}`)))
  })
  // A test that waits for the end does not ask for the URL.
  ready.catch(() => undefined)
  return { child, ended, ready, printed: () => said.out }
}

/** The PostgreSQL processes of a data directory, by the name that its lock gives them. */
export function postgresOf(dataDir: string): readonly number[] {
  const { dev, ino } = statSync(dataDir, { bigint: true })
  const name = `etalon-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 20)}`
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => commandLine(pid).includes(name))
    .map(Number)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

const postmasterNote = (dataDir: string) =>
  readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')

/** NaN while there is none. */
export function postmasterOf(dataDir: string): number {
  try {
    return Number(postmasterNote(dataDir)[0])
  } catch {
    return Number.NaN
  }
}

/** The embedded database as the service itself reaches it. */
export function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  return `postgresql://etalon:${password}@127.0.0.1:${postmasterNote(dataDir)[3]}/etalon`
}

/** The status of a path; 0 while nobody listens. */
export const statusOf = (url: string, path: string): Promise<number> =>
  fetch(`${url}${path}`).then(
    ({ status }) => status,
    () => 0,
  )

/** Milliseconds until the status is seen. */
export async function untilStatus(url: string, path: string, wanted: number): Promise<number> {
  const started = performance.now()
  while (performance.now() - started < 20_000) {
    if ((await statusOf(url, path)) === wanted) return performance.now() - started
    await delay(20)
  }
  throw new Error(`${path} did not answer ${wanted} within 20 s`)
}
