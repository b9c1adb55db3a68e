import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** Where a program of PostgreSQL runs: in the directory of the cluster, as the account that owns it. */
export interface Place {
  readonly cluster: string
  readonly account: Account | undefined
}

/**
 * The cluster as PostgreSQL is told of it. Under another account it is named by the working directory, which is
 * entered before the account changes: so it may lie below directories that only root may enter.
 */
export const clusterArgument = ({ cluster, account }: Place) =>
  account === undefined || process.platform !== 'linux' ? cluster : '/proc/self/cwd'

/** Of our environment only this: PGPORT, PGDATA and LC_ALL are not meant for the embedded server. */
const passedOn = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot'] as const

/** In a process group of its own: Ctrl-C in a terminal is for us, and we stop PostgreSQL in order. */
export function startProgram(
  program: string,
  args: readonly string[],
  { cluster, account }: Place,
): ChildProcess {
  const known = passedOn.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  return spawn(program, args, {
    cwd: cluster,
    env: { ...Object.fromEntries(known), LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...account,
  })
}

/** Runs a program to its end; its own words are in the error if it fails. */
export function runProgram(
  program: string,
  args: readonly string[],
  place: Place,
  { input = '', signal }: { input?: string; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  signal?.throwIfAborted()
  const child = startProgram(program, args, place)
  const stopIt = () => signalGroup(child, 'SIGTERM')
  signal?.addEventListener('abort', stopIt, { once: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
  child.stdin?.on('error', () => undefined).end(input)
  return new Promise<void>((resolve, reject) => {
    child.on('error', (cause) => reject(notStarted(program, place, cause)))
    child.on('close', (code) => {
      if (signal?.aborted) reject(signal.reason)
      else if (code === 0) resolve()
      else reject(new Error(`${program} failed (${code}): ${said.trim()}`))
    })
  }).finally(() => signal?.removeEventListener('abort', stopIt))
}

/** To the program and to those it has started. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

export function notStarted(program: string, { account }: Place, cause: Error): Error {
  const code = (cause as NodeJS.ErrnoException).code ?? cause.message
  if (account === undefined) return new Error(`${program} could not be started: ${code}`, { cause })
  const message =
    `${program} could not be started under the account ${account.uid}:${account.gid} (${code}). ` +
    'PostgreSQL refuses to run as root: start Etalon as an ordinary user, or set DATABASE_URL'
  return new Error(message, { cause })
}
