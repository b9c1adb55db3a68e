import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LoadResult, LoadTask } from './load.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Served {
  readonly port: number
  readonly process: ChildProcess
  readonly stop: () => Promise<void>
}

/** The service as it is started by `npm start`, on a database that is there. */
export async function startService(environment: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for (;;) {
    const port = /ready at http:\/\/[^:]+:(\d+)/.exec(said)?.[1]
    if (port !== undefined) return { port: Number(port), process: child, stop: () => stopped(child) }
    if (child.exitCode !== null) throw new Error(`The service ended before it was ready: ${said}`)
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  }
}

/** One of `peers/`: it sends the port on which it listens. */
export async function startPeer(name: string, argument = ''): Promise<Served> {
  const child = fork(new URL(`peers/${name}.ts`, import.meta.url), [argument])
  const [port] = (await once(child, 'message')) as [number]
  return { port, process: child, stop: () => stopped(child) }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** Load from a process of its own. */
export async function underLoad(task: LoadTask): Promise<LoadResult> {
  const child = fork(new URL('load.ts', import.meta.url))
  child.send(task)
  const [result] = (await once(child, 'message')) as [LoadResult]
  await stopped(child)
  if (result.failures > 0) throw new Error(`${result.failures} of ${result.requests} answers were no success`)
  return result
}

/** Resident megabytes of a process (Linux); undefined elsewhere. */
export function residentMegabytes({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
