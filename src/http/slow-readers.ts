import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** What lies ready for a client, and since when it has taken nothing of it. */
interface Stuck {
  readonly waiting: number
  readonly since: number
}

/**
 * Hangs up on clients that take nothing of their answer for so long: Node limits how long a request may take to arrive, and not how
 * long an answer may take to leave.
 */
export function cutOffSlowReaders(server: Server, sockets: ReadonlySet<Socket>, milliseconds: number): void {
  const stuck = new WeakMap<Socket, Stuck>()
  const look = () => {
    const now = performance.now()
    for (const socket of sockets) {
      const waiting = socket.writableLength
      const before = stuck.get(socket)
      if (waiting === 0) stuck.delete(socket)
      else if (before?.waiting !== waiting) stuck.set(socket, { waiting, since: now })
      else if (now - before.since >= milliseconds) socket.destroy()
    }
  }
  const looking = setInterval(look, milliseconds / 10)
  looking.unref()
  server.once('close', () => clearInterval(looking))
}
