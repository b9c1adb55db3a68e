import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The net between a node and its database, for as long as it can be relied upon and no longer. */
export interface UnreliableNet {
  readonly port: number
  /** Every connection is closed at once. */
  readonly cut: () => void
  /** Nobody gets through any more, and those who ask are told so; until it is mended. */
  readonly refuse: () => void
  /** Nothing arrives any more; until it is mended: then all of it, in order. */
  readonly hold: () => void
  /** The database sees every connection close; the node does not, and is never answered on them. */
  readonly halfClose: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

interface Way {
  readonly near: Socket
  readonly far: Socket
}

export async function unreliableNet(target: { readonly port: number }): Promise<UnreliableNet> {
  const ways = new Set<Way>()
  const state = { isRefusing: false, isHolding: false }
  const server = createServer((near) => {
    if (state.isRefusing) return void near.destroy()
    const far = connect(target.port, '127.0.0.1')
    const way = { near, far }
    ways.add(way)
    near.pipe(far)
    far.pipe(near)
    if (state.isHolding) pause(way)
    for (const end of [near, far]) {
      end.on('error', () => undefined)
      end.on('close', () => {
        // One end is gone: so is the other, unless nobody is to know.
        if (ways.delete(way)) for (const other of [near, far]) other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const { near } of ways) near.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    refuse: () => {
      state.isRefusing = true
      cut()
    },
    hold: () => {
      state.isHolding = true
      ways.forEach(pause)
    },
    halfClose: () => {
      for (const way of ways) {
        ways.delete(way)
        way.near.unpipe(way.far)
        way.far.unpipe(way.near)
        way.near.resume()
        way.far.destroy()
      }
    },
    mend: () => {
      Object.assign(state, { isRefusing: false, isHolding: false })
      ways.forEach(resume)
    },
    close: async () => {
      cut()
      server.close()
    },
  }
}

function pause({ near, far }: Way): void {
  near.unpipe(far)
  far.unpipe(near)
  near.pause()
  far.pause()
}

function resume({ near, far }: Way): void {
  near.pipe(far)
  far.pipe(near)
}
