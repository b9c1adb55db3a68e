import { bodyUnexpected, otherMedia, tooLarge } from '../http.refusals.ts'
import type { OperationDefinition } from '../operation.ts'
import { readJson } from '../json/strict-json.ts'

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

function checkMedia(headers: Headers, media: readonly string[]): void {
  const [stated = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((p) => /^\s*charset="?([\w-]+)"?\s*$/.exec(p)?.[1])
    .find((c) => c !== undefined)
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (!media.includes(stated.trim())) throw otherMedia(`Send ${media.join(' or ')}`, { accepted: media })
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') throw otherMedia('Send UTF-8')
  if (encoding !== 'identity') throw otherMedia('Send it without a Content-Encoding')
}

export interface ReadBody {
  readonly json: unknown
  readonly bytes: Uint8Array | undefined
}

/** What the operation says it reads, and nothing else; `{}` is as good as no body where none is expected. */
export async function readBody(definition: OperationDefinition, request: Request): Promise<ReadBody> {
  if (definition.bytes) {
    checkMedia(request.headers, definition.bytes.media)
    return { json: undefined, bytes: await readBytes(request, definition.bytes.maxBytes) }
  }
  if (definition.body !== undefined) {
    checkMedia(request.headers, ['application/json'])
    return { json: readJson(await readBytes(request, mostJsonBytes)), bytes: undefined }
  }
  if (definition.method !== 'get') {
    const bytes = await readBytes(request, mostJsonBytes)
    const isEmpty = bytes.length === 0 || JSON.stringify(readJson(bytes)) === '{}'
    if (!isEmpty) throw bodyUnexpected('Send the request without a body')
  }
  return { json: undefined, bytes: undefined }
}
