import type { EventEmitter } from 'node:events'

interface Wire extends EventEmitter {
  setTimeout(milliseconds: number): unknown
  isPaused(): boolean
  destroy(error?: Error): unknown
}

/** A connection of pg, as far as it is needed here. */
interface Asking {
  /** False while an answer is awaited. */
  readonly readyForQuery?: boolean | null
  readonly connection: { readonly stream: Wire }
}

export interface ListeningPool {
  on(event: 'connect', listener: (connection: Asking) => void): unknown
}

/**
 * Hangs up where a server that was asked something says nothing for longer than it may work on a statement: its machine or
 * the net between is gone, and nobody said so. TCP itself would wait for a quarter of an hour, and each request that is
 * handed the connection with it.
 */
export function hangUpOnSilence(pool: ListeningPool, mostSilenceMs: number): void {
  pool.on('connect', (connection) => {
    const { stream } = connection.connection
    stream.setTimeout(mostSilenceMs)
    stream.on('timeout', () => {
      // Nothing is awaited, or it is we who do not listen.
      if (connection.readyForQuery === true || stream.isPaused()) return
      const silence = new Error(`The database has not answered for ${mostSilenceMs / 1000} s`)
      stream.destroy(Object.assign(silence, { code: 'ETIMEDOUT' }))
    })
  })
}
