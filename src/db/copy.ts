import type { EventEmitter } from 'node:events'
import { once } from 'node:events'
import { Readable } from 'node:stream'

/** As much of a connection of `pg` as COPY needs; the driver itself does not offer COPY. */
interface Wire {
  readonly stream: EventEmitter & { pause(): void; resume(): void; readonly writableNeedDrain: boolean }
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** A connection that nobody else uses meanwhile. */
export interface CopyingClient {
  query(task: { submit(wire: Wire): void }): unknown
}

interface Completed {
  readonly text: string
}

/** `COPY 12` → 12. */
const rowsOf = ({ text }: Completed): number => Number(/^COPY (\d+)$/.exec(text)?.[1] ?? Number.NaN)

/** What `copy … to stdout` says, row by row, no faster than it is read; `rows` is known at the end. */
export function copiedOut(client: CopyingClient, statement: string) {
  const found = { rows: 0 }
  const wire: { current?: Wire } = {}
  const stream = new Readable({
    objectMode: true,
    highWaterMark: 1_000,
    read: () => wire.current?.stream.resume(),
  })
  client.query({
    submit: (connection: Wire) => {
      wire.current = connection
      connection.query(statement)
    },
    handleCopyData: ({ chunk }: { readonly chunk: Uint8Array }) => {
      // A copy: the driver writes over what it has handed out, when more arrives.
      if (!stream.push(Buffer.from(chunk))) wire.current?.stream.pause()
    },
    handleCommandComplete: (completed: Completed) => {
      found.rows = rowsOf(completed)
    },
    handleReadyForQuery: () => {
      // The last row may have made it pause, and nobody reads on from here: whoever asks next would wait for ever.
      wire.current?.stream.resume()
      stream.push(null)
    },
    handleError: (error: Error) => {
      wire.current?.stream.resume()
      stream.destroy(error)
    },
  } as { submit(wire: Wire): void })
  return { found, chunks: stream as AsyncIterable<Uint8Array> }
}

/** Gives `copy … from stdin` what it reads, no faster than it is taken; answers how many rows it made of it. */
export function copyIn(
  client: CopyingClient,
  statement: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended: { rows: number; fault?: unknown } = { rows: 0 }
    client.query({
      submit: (wire: Wire) => wire.query(statement),
      handleCopyInResponse: (wire: Wire) => {
        feed(wire, chunks).catch((fault: unknown) => {
          ended.fault = fault
          wire.sendCopyFail('what is to be copied cannot be read')
        })
      },
      handleCommandComplete: (completed: Completed) => {
        ended.rows = rowsOf(completed)
      },
      handleReadyForQuery: () => resolve(ended.rows),
      // Said before the connection is ready again: whoever asks next is put in the queue behind it.
      handleError: (error: Error) => reject(ended.fault ?? error),
    } as { submit(wire: Wire): void })
  })
}

async function feed(wire: Wire, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    wire.sendCopyFromChunk(chunk)
    if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
  }
  wire.endCopyFrom()
}
