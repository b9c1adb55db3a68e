import { Logger, parseCronItems, run, runMigrations } from 'graphile-worker'
import { Pool } from 'pg'
import { hangUpOnSilence, type ListeningPool } from './silent-server.ts'

/** What was ordered; empty for what begins by itself. */
export type JobPayload = Readonly<Record<string, unknown>>

interface JobLog {
  debug(message: string): void
  warn(message: string): void
}

export interface JobWorker {
  /** Takes nothing new, and ends when what is under way has ended. */
  readonly stop: () => Promise<void>
}

export interface JobOptions {
  readonly url: string
  readonly tasks: Readonly<Record<string, (payload: JobPayload) => Promise<void>>>
  /** When tasks without a payload begin by themselves, as cron writes it, in UTC. */
  readonly regularly?: readonly { readonly task: string; readonly match: string }[]
  readonly log: JobLog
  readonly concurrency?: number
}

const workerConnections = 5
/** What the queue asks takes milliseconds, and nobody waits for it. */
const mostSilenceMs = 30_000

/** The tables of the queue, in a schema of their own; what is there already is left alone. */
export async function migrateJobs(url: string, log: { debug(message: string): void }): Promise<void> {
  const pool = poolOf(url, 2)
  try {
    await runMigrations({ pgPool: pool, logger: loggerTo({ ...log, warn: log.debug }), taskList: {} })
  } finally {
    await pool.end()
  }
}

/** Carries out jobs that were ordered in transactions, on connections of its own. */
export async function startJobs({
  url,
  tasks,
  regularly = [],
  log,
  concurrency = 3,
}: JobOptions): Promise<JobWorker> {
  const pool = poolOf(url, workerConnections)
  hangUpOnSilence(pool as unknown as ListeningPool, mostSilenceMs)
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, carryOut]) => [
        name,
        (payload: unknown) => carryOut(payload as JobPayload),
      ]),
    ),
    parsedCronItems: parseCronItems(regularly.map(({ task, match }) => ({ task, match, identifier: task }))),
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: loggerTo(log),
  })
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

function poolOf(url: string, max: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: 'etalon jobs',
    keepAlive: true,
  })
  // A lost connection of the pool is replaced; unheard, its error would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const loggerTo = (log: JobLog): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(`jobs: ${message}`)
    else log.debug(`jobs: ${message}`)
  })
