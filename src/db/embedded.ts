import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { serverAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { databaseName, prepareCluster, superuser } from './embedded/cluster.ts'
import { lockDirectory } from './embedded/directory-lock.ts'
import { stopLeftovers } from './embedded/leftovers.ts'
import { makeRoles } from './tenancy/isolation.ts'
import { freePort, type Log, type Postmaster, portTaken, startPostmaster } from './embedded/postmaster.ts'

export { freePort } from './embedded/postmaster.ts'
export type { Log } from './embedded/postmaster.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly log: Log
  /** Ends a start that is under way, in order. */
  readonly signal?: AbortSignal
  /** `false` only for tests: faster, and what was acknowledged may be lost with the power. */
  readonly durable?: boolean
}

export interface Embedded {
  /** As the role that owns the database and nothing else. */
  readonly url: string
  /** As superuser, for those who make databases: the tests. */
  readonly adminUrl: string
  readonly stop: () => Promise<void>
  /** Tells PostgreSQL to end at once and does not wait. */
  readonly abandon: () => void
}

/** Our own PostgreSQL: created at first start, kept running, stopped with us. One per data directory. */
export async function startEmbedded({
  dataDir,
  log,
  signal,
  durable = true,
}: EmbeddedOptions): Promise<Embedded> {
  signal?.throwIfAborted()
  const home = openDirectory(dataDir)
  const cluster = join(home, 'postgres')
  const lock = await lockDirectory(home)
  try {
    await stopLeftovers(cluster, lock.identity, (message) => log.warn(message))
    const account = serverAccount(cluster)
    const place = { cluster, account, binaries: findBinaries(account, home), durable }
    const password = await prepareCluster({ ...place, dataDir: home, signal })
    const start = (port: number, stopping: AbortSignal | undefined) =>
      startPostmaster({ ...place, port, identity: lock.identity, log, signal: stopping })
    const { port, postmaster } = await onFreePort((chosen) => start(chosen, signal))

    const supervisor = keepRunning(postmaster, log, async (stopping) => {
      await stopLeftovers(cluster, lock.identity, (message) => log.warn(message))
      return start(port, stopping)
    })
    const urlOf = (role: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${databaseName}`
    // Whatever ends this process in passing, an error nobody caught among it, PostgreSQL does not outlive it.
    process.once('exit', supervisor.abandon)
    // The owner of the database may make no roles: those of requests are made for it.
    await makeRoles(urlOf(superuser), databaseName).catch(async (error: unknown) => {
      await supervisor.stop()
      throw error
    })
    const stop = async () => {
      await supervisor.stop().finally(lock.release)
      process.off('exit', supervisor.abandon)
    }
    return { url: urlOf(databaseName), adminUrl: urlOf(superuser), stop, abandon: supervisor.abandon }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function openDirectory(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    for (const place of [dataDir, join(dataDir, 'postgres')].filter(existsSync))
      accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException
    const advice = 'give it to the user who starts Etalon, or set ETALON_DATA_DIR to another directory'
    throw new Error(`The data directory ${dataDir} cannot be used (${code} at ${path}): ${advice}`, { cause })
  }
}

async function onFreePort(start: (port: number) => Promise<Postmaster>) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort('127.0.0.1')
    try {
      return { port, postmaster: await start(port) }
    } catch (error) {
      if ((error as { code?: string }).code !== portTaken || attempt === 5) throw error
    }
  }
}

/** Starts PostgreSQL again when it ends without us, on the same port, until we stop it. */
function keepRunning(first: Postmaster, log: Log, start: (stopping: AbortSignal) => Promise<Postmaster>) {
  const stopping = new AbortController()
  let current: Postmaster | undefined = first
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await current?.exited
      current = undefined
      if (!stopping.signal.aborted) current = await startAgain()
    }
  }
  const startAgain = async (): Promise<Postmaster | undefined> => {
    for (let waitMs = 50; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, 5000)) {
      log.error('PostgreSQL has ended unexpectedly: starting it again')
      await delay(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      try {
        const postmaster = await start(stopping.signal)
        log.info('PostgreSQL is running again')
        return postmaster
      } catch (error) {
        if (!stopping.signal.aborted) log.error(`PostgreSQL could not be started again: ${String(error)}`)
      }
    }
    return undefined
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping.abort()
      await current?.stop()
      await watching
      // One that became ready at this very moment.
      await current?.stop()
    },
    abandon: () => {
      stopping.abort()
      current?.abandon()
    },
  }
}
