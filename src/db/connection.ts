import { MikroORM, type Options } from '@mikro-orm/postgresql'
import { type GuardedPool, guardPool } from './pool-guard.ts'
import { prepareMarked, type PreparingPool } from './prepared.ts'
import { hangUpOnSilence, type ListeningPool } from './silent-server.ts'
import { type HandingPool, tellStanding } from './tenancy/handing-out.ts'

export interface ConnectionOptions {
  readonly url: string
  /** Read only where a query says that a stale answer will do. */
  readonly replicaUrls?: readonly string[]
  readonly entities: readonly NonNullable<Options['entities']>[number][]
  readonly log: { debug(message: string): void }
  /** Most connections at once; the embedded PostgreSQL has 60 for everybody. */
  readonly poolSize?: number
  /** `false` for migrations: filling a column may take its time. */
  readonly timeLimits?: boolean
  readonly migrations?: NonNullable<Options['migrations']>
  /** Is given each connection that is opened: for what the ORM cannot say, COPY for one. */
  readonly onConnection?: (client: object) => void
}

/** A request that waits for a connection, a row or a statement longer than this gets an answer instead. */
const timeLimits = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
} as const

/** A server that works would have given up a statement by then, and said so. */
const mostSilenceMs = timeLimits.statement_timeout + 2_000

/** The ORM on a pool that survives lost connections. Nothing is discovered, cached in files or sent to replicas. */
export async function connect(options: ConnectionOptions): Promise<MikroORM> {
  const { url, replicaUrls = [], entities, log, poolSize = 10, migrations } = options
  const limits = options.timeLimits === false ? {} : timeLimits
  const driverOptionsOf = (address: string) => ({
    // The ORM reads host, user and database; sslmode and sockets only the driver understands.
    connectionString: address,
    application_name: 'etalon',
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    options: '-c TimeZone=UTC',
    ...limits,
    onPoolCreated: (pool: GuardedPool & ListeningPool & PreparingPool & HandingPool) => {
      guardPool(pool)
      if (options.timeLimits !== false) hangUpOnSilence(pool, mostSilenceMs)
      prepareMarked(pool)
      tellStanding(pool)
      if (options.onConnection) pool.on('connect', options.onConnection)
    },
  })
  const orm = new MikroORM({
    clientUrl: url,
    driverOptions: driverOptionsOf(url),
    replicas: replicaUrls.map((address) => ({ clientUrl: address, driverOptions: driverOptionsOf(address) })),
    preferReadReplicas: false,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: poolSize },
    ensureDatabase: false,
    forceUtcTimezone: true,
    metadataCache: { enabled: false },
    // The queue keeps its own tables, in a schema of its own.
    schemaGenerator: { ignoreSchema: ['graphile_worker'] },
    colors: false,
    logger: (message) => log.debug(message),
    ...(migrations === undefined ? {} : { migrations }),
  })
  await isReachable(orm)
  return orm
}

async function isReachable(orm: MikroORM): Promise<void> {
  try {
    await orm.em.getConnection().execute('select 1')
  } catch (cause) {
    await orm.close(true)
    const { hostname, port, pathname } = new URL(orm.config.get('clientUrl') ?? '')
    const place = `${hostname}${port === '' ? '' : `:${port}`}${pathname}`
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new Error(`The database ${place} cannot be used: ${why}`, { cause })
  }
}
