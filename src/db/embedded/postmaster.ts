import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import type { Binaries } from './binaries.ts'
import { clusterName } from './leftovers.ts'
import { clusterArgument, notStarted, type Place, startProgram } from './program.ts'

/** What the service logs with; pino's logger is one. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface PostmasterOptions extends Place {
  readonly binaries: Binaries
  readonly identity: string
  readonly port: number
  readonly durable: boolean
  readonly log: Log
  readonly signal?: AbortSignal | undefined
}

/** A running server. */
export interface Postmaster {
  readonly exited: Promise<void>
  /** Fast shutdown: transactions are rolled back, everything committed is on disk. */
  readonly stop: () => Promise<void>
  /** Immediate shutdown, for those who cannot wait: the next start recovers. */
  readonly abandon: () => void
}

/** Another program took the port between our choice and the start. */
export const portTaken = 'PORT_TAKEN'

const readyLine = /database system is ready to accept connections/
const portLine = /could not bind|could not create any TCP\/IP sockets/

/** Starts a server and waits until it takes connections, however long its recovery needs. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  options.signal?.throwIfAborted()
  const child = startProgram(
    options.binaries.postgres,
    ['-D', clusterArgument(options), ...settings(options)],
    options,
  )
  child.stdin?.end()
  child.stdout?.resume()
  const exited = new Promise<void>((resolve) =>
    child.on('close', () => resolve()).on('error', () => resolve()),
  )
  const stopIt = () => void stop(child, exited)
  options.signal?.addEventListener('abort', stopIt, { once: true })
  try {
    await ready(child, exited, options)
  } finally {
    options.signal?.removeEventListener('abort', stopIt)
  }
  return { exited, stop: () => stop(child, exited), abandon: () => void child.kill('SIGQUIT') }
}

function ready(child: ChildProcess, exited: Promise<void>, options: PostmasterOptions): Promise<void> {
  const last: string[] = []
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(notStarted(options.binaries.postgres, options, cause)))
    if (child.stderr !== null)
      createInterface({ input: child.stderr }).on('line', (line) => {
        tell(options.log, line)
        last.push(line)
        if (last.length > 8) last.shift()
        if (readyLine.test(line)) resolve()
      })
    void exited.then(() => {
      if (options.signal?.aborted) return reject(options.signal.reason)
      const failure = new Error(`PostgreSQL ended while starting: ${last.join(' / ')}`)
      return reject(
        last.some((line) => portLine.test(line)) ? Object.assign(failure, { code: portTaken }) : failure,
      )
    })
  })
}

function tell(log: Log, line: string): void {
  if (/^(FATAL|PANIC):/.test(line)) log.warn(`postgres: ${line}`)
  else log.debug(`postgres: ${line}`)
}

async function stop(child: ChildProcess, exited: Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    child.kill(signal)
    const patience = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), 20_000).unref())
    if ((await Promise.race([exited, patience])) !== 'late') return
  }
}

/** Given at every start, so that they are ours whatever stands in the files of the cluster. */
function settings({ port, identity, durable }: PostmasterOptions): readonly string[] {
  const yes = durable ? 'on' : 'off'
  const values = {
    cluster_name: clusterName(identity),
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // An acknowledged write survives: of the process, of PostgreSQL, of the power.
    fsync: yes,
    full_page_writes: yes,
    synchronous_commit: yes,
    max_connections: 60,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    lc_messages: 'C',
    // Refused statements are the client's news, not the log's.
    log_min_messages: 'log',
    log_line_prefix: '',
    log_checkpoints: 'off',
    logging_collector: 'off',
    log_destination: 'stderr',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** A port that was free a moment ago. */
export function freePort(host: string): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
