import type { KeyObject } from 'node:crypto'
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import type { Config } from '#config.ts'
import { connect } from '#db/connection.ts'
import { type Embedded, freePort, startEmbedded } from '#db/embedded.ts'
import { applyMigrations } from '#db/migrations.ts'
import { databaseReadiness } from '#db/readiness.ts'
import type { Probes } from '#http/health.ts'
import { countAnswers, gauge, processMeasures } from '#http/measures.ts'
import { listen } from '#http/server.ts'
import type { Answered } from '#http/setting.ts'
import { entities } from '#registry/entities.ts'
import { loadNodeKey } from './keys.ts'

/** pino's logger is one. */
export interface ServiceLog {
  debug(message: string): void
  debug(facts: object, message: string): void
  info(message: string): void
  info(facts: object, message: string): void
  warn(message: string): void
  warn(facts: object, message: string): void
  error(message: string): void
  error(facts: object, message: string): void
}

/** What the app is put together from. */
export interface Parts {
  readonly orm: MikroORM
  readonly config: Config
  readonly log: ServiceLog
  readonly clock: () => Date
  /** Public base URL, without a closing slash. */
  readonly origin: string
  /** The Ed25519 key of the node. */
  readonly key: KeyObject
  readonly probes: Probes
  readonly observe: (answered: Answered) => void
}

export interface ServeOptions {
  readonly config: Config
  readonly log: ServiceLog
  readonly clock: () => Date
  /** Ends a start that is under way, in order. */
  readonly signal: AbortSignal
  readonly makeApp: (parts: Parts) => { fetch(request: Request): Response | Promise<Response> }
  /** Inside a transaction, once the tables are there and before anybody can ask. */
  readonly prepare: (em: EntityManager, now: Date) => Promise<void>
}

export interface Serving {
  /** Where it listens, without a closing slash. */
  readonly url: string
  readonly orm: MikroORM
  /** Answers what is under way, closes the database, and stops it if it is ours. */
  readonly stop: () => Promise<void>
}

/** Database, migrations, app, port: in this order, and undone in the reverse one. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    return { ...(await start(options, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  options: ServeOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Omit<Serving, 'stop'>> {
  const { config, log, clock, signal, makeApp, prepare } = options
  const database = config.databaseUrl ?? (await embedded(options, undo)).url
  const applied = await applyMigrations(database, log)
  if (applied.length > 0) log.info(`applied ${applied.length} migrations, up to ${applied.at(-1)}`)
  const orm = await connect({ url: database, replicaUrls: config.replicaUrls, entities, log })
  undo.push(() => orm.close(true))
  await orm.em.fork().transactional((tx) => prepare(tx, clock()))

  const port = config.port === 0 ? await freePort(config.host) : config.port
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  const origin = config.origin ?? url
  const answers = countAnswers()
  const probes = await probesOf(orm, clock, answers.measures)
  const key = loadNodeKey(config.dataDir)
  const app = makeApp({ orm, config, log, clock, origin, key, probes, observe: answers.observe })
  signal.throwIfAborted()
  const listening = await listen((request) => app.fetch(request), {
    host: config.host,
    port,
    origin,
    log,
  }).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EADDRINUSE' ? 'something else listens there (set PORT)' : cause.message
    throw new Error(`Cannot listen on ${url}: ${why}`, { cause })
  })
  undo.push(listening.drain)
  return { url, orm }
}

async function embedded(
  { config, log, signal }: ServeOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Embedded> {
  const started = await startEmbedded({ dataDir: config.dataDir, log, signal })
  undo.push(started.stop)
  return started
}

async function probesOf(orm: MikroORM, clock: () => Date, measures: Probes['measures']): Promise<Probes> {
  const pool = await orm.em.getConnection().getNativeClient()
  const poolMeasures = () => [
    gauge('etalon_database_connections', 'Open connections of the pool.', pool.totalCount),
    gauge('etalon_database_connections_idle', 'Connections nobody holds.', pool.idleCount),
    gauge('etalon_database_connections_awaited', 'Requests that wait for a connection.', pool.waitingCount),
  ]
  return {
    readiness: () => databaseReadiness(orm, clock()),
    measures: () => [...processMeasures(), ...poolMeasures(), ...measures()],
  }
}
