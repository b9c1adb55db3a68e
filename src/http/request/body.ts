import type { IncomingMessage } from 'node:http'
import type { Actor } from '../actor.ts'
import { bodyUnexpected, otherMedia, tooLarge } from '../http.refusals.ts'
import type { BytesTaken, FileTaken, OperationDefinition } from '../operation.ts'
import { readJson } from '../json/strict-json.ts'
import { giveTime } from '../slow-bodies.ts'
import { receiveFile, type ReceivedFile } from './received-file.ts'

/** Imports have limits of their own, each in its operation. */
export const mostJsonBytes = 1 << 20

/** The bytes of a body, counted while they arrive where their number is not stated. */
export async function readBytes(request: Request, mostBytes: number): Promise<Uint8Array> {
  const refuse = () => tooLarge(`At most ${mostBytes} bytes`, { mostBytes })
  const stated = request.headers.get('content-length')
  if (Number(stated ?? 0) > mostBytes) throw refuse()
  // Node itself ends a body at its stated length; this way is the shorter one.
  if (stated !== null) return new Uint8Array(await request.arrayBuffer())
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.length
    if (length > mostBytes) throw refuse()
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

function checkMedia(headers: Headers, media: readonly string[], charsets: readonly string[] = []) {
  const [stated = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((p) => /^\s*charset="?([\w-]+)"?\s*$/.exec(p)?.[1])
    .find((c) => c !== undefined)
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (!media.includes(stated.trim())) throw otherMedia(`Send ${media.join(' or ')}`, { accepted: media })
  const isKnown = charset === undefined || ['utf-8', 'utf8', ...charsets].includes(charset)
  if (!isKnown) throw otherMedia(`Send ${['UTF-8', ...charsets].join(' or ')}`)
  if (encoding !== 'identity') throw otherMedia('Send it without a Content-Encoding')
  return { media: stated.trim(), charset }
}

export interface ReadBody {
  readonly json: unknown
  readonly bytes: Uint8Array | undefined
  readonly file: ReceivedFile | undefined
}

const nothing: ReadBody = { json: undefined, bytes: undefined, file: undefined }

/** Who sends a body, and over what; nothing of a socket where the app is asked in its own process. */
export interface Sender {
  readonly actor: Actor | null
  readonly incoming: IncomingMessage | undefined
}

async function readFile(
  request: Request,
  { media, charsets, maxBytes }: BytesTaken,
  { takePlace, mostSeconds }: FileTaken,
  { actor, incoming }: Sender,
): Promise<ReceivedFile> {
  if (actor === null) throw new Error('Files are taken of those who are known')
  const stated = checkMedia(request.headers, media, charsets)
  const refuseOver = (size: number) => {
    if (size > maxBytes) throw tooLarge(`At most ${maxBytes} bytes`, { mostBytes: maxBytes })
  }
  refuseOver(Number(request.headers.get('content-length') ?? 0))
  const giveBack = takePlace(actor)
  try {
    giveTime(incoming, mostSeconds * 1000)
    const file = await receiveFile(request.body, stated, refuseOver)
    return { ...file, discard: () => file.discard().finally(giveBack) }
  } catch (error) {
    giveBack()
    throw error
  }
}

/** What the operation says it reads, and nothing else; `{}` is as good as no body where none is expected. */
export async function readBody(
  definition: OperationDefinition,
  request: Request,
  sender: Sender,
): Promise<ReadBody> {
  const asFile = definition.bytes?.asFile
  if (definition.bytes && asFile)
    return { ...nothing, file: await readFile(request, definition.bytes, asFile, sender) }
  if (definition.bytes) {
    checkMedia(request.headers, definition.bytes.media)
    return { ...nothing, bytes: await readBytes(request, definition.bytes.maxBytes) }
  }
  if (definition.body !== undefined) {
    checkMedia(request.headers, ['application/json'])
    return { ...nothing, json: readJson(await readBytes(request, mostJsonBytes)) }
  }
  if (definition.method !== 'get') {
    const bytes = await readBytes(request, mostJsonBytes)
    const isEmpty = bytes.length === 0 || JSON.stringify(readJson(bytes)) === '{}'
    if (!isEmpty) throw bodyUnexpected('Send the request without a body')
  }
  return nothing
}
