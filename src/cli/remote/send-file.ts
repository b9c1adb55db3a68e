import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { EtalonProblem, type EtalonClient } from '#client/client.ts'
import type { ImportCounts, ImportReport } from '#contract/types.ts'
import type { Progress } from './progress.ts'
import { serverSentEvents } from './server-sent-events.ts'

/** A file to import, and how. */
export interface Shipment {
  /** The operation that takes files of this kind. */
  readonly id: 'bulk-import-equipment'
  readonly file: string
  readonly media: 'application/x-ndjson'
  readonly query: { readonly mode?: 'all' | 'each'; readonly dryRun: boolean; readonly name: string }
  /** Not the import that the same file was before. */
  readonly anew: boolean
}

/** After so many seconds a file whose import broke off is sent again; then the patience ends. */
const pausesSeconds = [1, 3, 10, 30]

/**
 * Sends a file, and tells how far it is. What breaks off is sent again under the same Idempotency-Key, which the file itself gives: the
 * registry goes on where it was, also for a program that was stopped and is started again.
 */
export async function sendFile(
  client: EtalonClient,
  shipment: Shipment,
  progress: Progress,
): Promise<ImportReport> {
  const idempotencyKey = await keyOf(shipment)
  for (const pause of [...pausesSeconds, undefined]) {
    try {
      return await sendOnce(client, shipment, { idempotencyKey, progress })
    } catch (error) {
      if (pause === undefined || !isBrokenOff(error)) throw error
      progress.tell(`broken off; goes on in ${pause} s`)
      await delay(pause * 1000)
    }
  }
  throw new Error('The last attempt answers or throws')
}

/** Of the connection, or by a service that stops. */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof EtalonProblem && (error.status === 503 || error.code === 'imports.broken-off'))

async function keyOf({ id, file, query, anew }: Shipment): Promise<string> {
  const hash = createHash('sha256').update(`${id}\n${JSON.stringify(query)}\n`)
  for await (const bytes of createReadStream(file) as AsyncIterable<Uint8Array>) hash.update(bytes)
  return `etalon-import-${hash.digest('hex')}${anew ? `-${Date.now()}` : ''}`
}

async function sendOnce(
  client: EtalonClient,
  { id, file, media, query }: Shipment,
  { idempotencyKey, progress }: { readonly idempotencyKey: string; readonly progress: Progress },
): Promise<ImportReport> {
  const content = await openAsBlob(file)
  const accept = 'text/event-stream'
  const answer = await client.media(id, { query, body: { content, media }, accept, idempotencyKey })
  for await (const { name, data } of serverSentEvents(answer.body as AsyncIterable<Uint8Array>)) {
    if (name === 'report') return JSON.parse(data) as ImportReport
    if (name === 'failed') throw new EtalonProblem(answer.status, JSON.parse(data) as object)
    if (name === 'progress') progress.tell(countsLine(JSON.parse(data) as ImportCounts))
  }
  throw new TypeError('broken off', { cause: new Error('the answer has no end') })
}

export const countsLine = ({ rows, recorded, unchanged, conflicting, refused }: ImportCounts): string =>
  `${rows} rows: ${recorded} recorded, ${unchanged} unchanged, ${conflicting} conflicting, ${refused} refused`
