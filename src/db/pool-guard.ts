import type { EventEmitter } from 'node:events'

/** A connection while somebody holds it; the pool gives it a `release` each time it is handed out. */
interface HeldConnection extends EventEmitter {
  release?: (error?: Error) => void
}

export interface GuardedPool {
  on(event: 'connect', listener: (connection: HeldConnection) => void): unknown
}

/** Long enough for the holder to give a lost connection back by itself. */
const patienceMs = 300

/**
 * Takes a lost connection back from a holder that forgets it. Kysely 0.29.6, which MikroORM 7.2 pins, never
 * releases a connection whose ROLLBACK fails (kysely issue 1990): after as many losses as the pool has
 * places the service would answer 503 for ever. Our override of kysely mends it as well; either is enough.
 */
export function guardPool(pool: GuardedPool): void {
  pool.on('connect', (connection) => {
    connection.once('error', (error: Error) =>
      setTimeout(() => takeBack(connection, error), patienceMs).unref(),
    )
  })
}

function takeBack(connection: HeldConnection, error: Error): void {
  const release = connection.release
  // A holder that comes late must not find the door shut with an error of its own.
  connection.release = () => undefined
  try {
    release?.(error)
  } catch {
    // It was given back in time.
  }
}
