import type { MikroORM } from '@mikro-orm/postgresql'
import { certificateReaderOf } from '#compute/certificate-files/certificate-reader.ts'
import { readSchemas } from '#compute/certificate-files/schema-directory.ts'
import { watchClocks } from '#db/clock-watch.ts'
import { connect } from '#db/connection.ts'
import { freePort, startEmbedded } from '#db/embedded.ts'
import { applyMigrations } from '#db/migrations.ts'
import { databaseReadiness } from '#db/readiness.ts'
import { isolate } from '#db/tenancy/isolation.ts'
import type { Probes } from '#http/health.ts'
import { countAnswers, gauge, processMeasures } from '#http/measures.ts'
import { listen } from '#http/server.ts'
import type { Answered } from '#http/setting.ts'
import { entities } from '#registry/entities.ts'
import { settleKey } from '#registry/keys/change-keys.ts'
import type { Keyring } from '#registry/keys/keyring.ts'
import { logFault } from '#registry/log/log-fault.ts'
import { limitsOf } from '#registry/limits/limits.ts'
import { ensureFirstAdministrator } from '#registry/people/ensure-first-administrator.ts'
import { tokenReader } from '#registry/people/tokens/read-token.ts'
import { hiddenColumns } from '#registry/tenancy/hidden-columns.ts'
import { protectedTables } from '#registry/tenancy/protected-tables.queries.ts'
import type { Spans } from '#tracing/spans.ts'
import { pressOf } from '#typesetting/press.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { loadSealingKey, loadSecretKey, openKeyring } from './keys.ts'
import { judgedSpace, spaceOf } from './serve/free-space.ts'
import { openWork } from './serve/open-work.ts'

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

export interface ServeOptions {
  readonly config: Config
  readonly log: ServiceLog
  readonly clock: () => Date
  /** Ends a start that is under way, in order. */
  readonly signal: AbortSignal
}

export interface Serving {
  /** Where it listens, without a closing slash. */
  readonly url: string
  readonly orm: MikroORM
  readonly app: App
  /** The key of the first administrator, if it was made just now: nobody can read it again. */
  readonly firstKey: string | undefined
  /** Answers what is under way, closes the database, and stops it if it is ours. */
  readonly stop: () => Promise<void>
}

export type App = ReturnType<typeof createApp>
type Undo = (() => Promise<unknown>)[]

/** Database, migrations, app, port: in this order, and undone in the reverse one. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const undo: Undo = []
  const stop = async () => {
    for (const step of undo.splice(0).toReversed())
      await step().catch((error: unknown) => options.log.error(`while stopping: ${String(error)}`))
  }
  try {
    const orm = await openDatabase(options, undo)
    const { log } = options
    const { webhookAllowPrivate: allowPrivateTargets, dataDir } = options.config
    const work = await openWork({ orm, log, allowPrivateTargets, secretKey: loadSecretKey(dataDir) })
    undo.push(work.stop)
    const { url, app } = await openPort(options, orm, undo)
    // Last: a start that fails must not have made a key that nobody has seen.
    const asked = { adminKey: options.config.adminKey, now: options.clock() }
    const { printedKey } = await orm.em.fork().transactional((tx) => ensureFirstAdministrator(tx, asked))
    return { url, orm, app, firstKey: printedKey, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDatabase({ config, log, signal }: ServeOptions, undo: Undo): Promise<MikroORM> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, log, signal })
      : undefined
  if (embedded) undo.push(embedded.stop)
  const url = embedded?.url ?? config.databaseUrl ?? ''
  const applied = await applyMigrations(url, log)
  if (applied.length > 0) log.info(`applied ${applied.length} migrations, up to ${applied.at(-1)}`)
  const isolation = await isolate(url, protectedTables, hiddenColumns)
  if (!isolation.isEnforced) log.warn(notIsolated(isolation.why))
  const orm = await connect({ url, replicaUrls: config.replicaUrls, entities, log })
  undo.push(() => orm.close(true))
  return orm
}

const notIsolated = (why: string) =>
  `Organizations are kept apart by the program only, not by PostgreSQL: the roles etalon_request and etalon_chain could not be made (${why}). ` +
  'Let the user of DATABASE_URL create roles, or have them made and granted to it (docs/access.md)'

async function openPort(
  options: ServeOptions,
  orm: MikroORM,
  undo: Undo,
): Promise<{ url: string; app: App }> {
  const { config, log, clock, signal } = options
  const { host } = config
  const port = config.port === 0 ? await freePort(host) : config.port
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const origin = config.origin ?? url
  const answers = countAnswers()
  const probes = await probesOf(orm, config.dataDir, answers.measures)
  // That of the machine, not that of the registry, which a demo turns back.
  const clocks = await watchClocks(orm)
  undo.push(async () => clocks.stop())
  const key = openKeyring(config.dataDir)
  await openLog(orm, key, clock())
  // The time of the machine: a certificate of a key is no part of the history that a demo replays.
  const sealingKey = loadSealingKey(config.dataDir, new Date())
  const press = pressOf()
  undo.push(press.close)
  const certificateReader = readerOfCertificates(config)
  undo.push(certificateReader.close)
  const { issuer = '', audience, client } = config.oidc ?? {}
  const tokens = audience === undefined ? undefined : tokenReader({ issuer, audience })
  const signIn = client && { issuer, clientId: client.id, clientSecret: client.secret }
  const spans = await openSpans(config, undo)
  const observe = (answered: Answered) => {
    answers.observe(answered)
    spans?.observe(answered)
  }
  const closing = new AbortController()
  const parts = {
    orm,
    log,
    clock,
    assertClock: clocks.assert,
    origin,
    key,
    sealingKey,
    press,
    certificateReader,
    probes,
    observe,
    ...(tokens && { tokens }),
    ...(signIn && { signIn }),
    secretKey: loadSecretKey(config.dataDir),
    allowPrivateTargets: config.webhookAllowPrivate,
    closing: closing.signal,
    limits: limitsOf({
      perMinute: config.rateLimits,
      trustedProxies: config.trustedProxies,
      store: await orm.em.getConnection().getNativeClient(),
    }),
    allowedOrigins: config.corsOrigins,
  }
  const app = createApp(parts)
  signal.throwIfAborted()
  const listening = await listen(app.fetch, { host, port, origin, log }).catch(
    (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'something else listens there (set PORT)' : cause.message
      throw new Error(`Cannot listen on ${url}: ${why}`, { cause })
    },
  )
  undo.push(listening.drain)
  // Streams never end by themselves: they end first.
  undo.push(async () => closing.abort())
  return { url, app }
}

/** Loaded only where somebody wants to see them. */
async function openSpans({ otlpEndpoint }: Config, undo: Undo): Promise<Spans | undefined> {
  if (otlpEndpoint === undefined) return undefined
  const { spansOf } = await import('#tracing/spans.ts')
  const spans = spansOf('0.1.0')
  undo.push(spans.close)
  return spans
}

/** A directory without schemas is a mistake of whoever named it: better now than at the first import. */
function readerOfCertificates({ dccSchemaDir }: Config) {
  if (dccSchemaDir !== undefined) readSchemas(dccSchemaDir)
  return certificateReaderOf({ schemaDir: dccSchemaDir })
}

/** A log that contradicts itself is not signed; else it names the key by which this process is going to sign. */
async function openLog(orm: MikroORM, keyring: Keyring, now: Date): Promise<void> {
  const fault = await logFault(orm.em.fork())
  if (fault !== undefined) throw new Error(`The log of this registry is damaged: ${fault}`)
  keyring.adopt(await orm.em.fork().transactional((tx) => settleKey(tx, keyring, now)))
}

/** The database can be used, there is room on the disk, and the log is that of its entries. */
async function readinessOf(orm: MikroORM, dataDir: string): ReturnType<Probes['readiness']> {
  // The time of the machine, not that of the registry, which a demo turns back.
  const database = await databaseReadiness(orm, new Date())
  const disk = judgedSpace(await spaceOf(dataDir))
  const ground = {
    checks: { ...database.checks, disk: disk.check },
    faults: [...database.faults, ...(disk.fault === undefined ? [] : [disk.fault])],
  }
  if (ground.faults.length > 0) return ground
  const fault = await logFault(orm.em.fork()).catch(String)
  const checks = { ...ground.checks, log: fault ?? 'whole' }
  return { checks, faults: fault === undefined ? [] : [`The log is damaged: ${fault}`] }
}

async function probesOf(orm: MikroORM, dataDir: string, measures: Probes['measures']): Promise<Probes> {
  const pool = await orm.em.getConnection().getNativeClient()
  const poolMeasures = () => [
    gauge('etalon_database_connections', 'Open connections of the pool.', pool.totalCount),
    gauge('etalon_database_connections_idle', 'Connections nobody holds.', pool.idleCount),
    gauge('etalon_database_connections_awaited', 'Requests that wait for a connection.', pool.waitingCount),
  ]
  return {
    readiness: () => readinessOf(orm, dataDir),
    measures: () => [...processMeasures(), ...poolMeasures(), ...measures()],
  }
}
