import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Client } from 'pg'

/** What pg's connection offers beside its queries. */
interface Connection {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** `COPY … FROM STDIN`: the fastest way in. The text is made while it is sent, no faster than the server takes it. */
export function copyInto(client: Client, table: string, lines: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = {
      submit: (connection: Connection) => connection.query(`copy ${table} from stdin`),
      handleCopyInResponse: (connection: Connection) => {
        send(connection, lines).catch((error: unknown) => connection.sendCopyFail(String(error)))
      },
      handleCommandComplete: () => undefined,
      handleRowDescription: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    }
    client.query(copy as unknown as Parameters<Client['query']>[0])
  })
}

const chunkLength = 1 << 20

async function send(connection: Connection, lines: Iterable<string>): Promise<void> {
  let chunk: string[] = []
  let length = 0
  const flush = async () => {
    connection.sendCopyFromChunk(Buffer.from(chunk.join('')))
    chunk = []
    length = 0
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
  }
  for (const line of lines) {
    chunk.push(line)
    length += line.length
    if (length >= chunkLength) await flush()
  }
  await flush()
  connection.endCopyFrom()
}
