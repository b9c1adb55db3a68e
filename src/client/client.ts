import { requestLines } from './operations.ts'
import { persistently, usualPersistence, type Persistence } from './persistence.ts'
import { problemIn } from './problem.ts'
import { contentOf, headersOf, isSentOnce, targetOf, type Request } from './request.ts'
import type {
  Answer,
  Asked,
  ItemOf,
  ListId,
  Manner,
  MediaId,
  MediaOf,
  OperationId,
  Page,
  Question,
  RequestLine,
} from './shapes.ts'

export { EtalonProblem } from './problem.ts'
export type { Answer, Asked, Bytes, ItemOf, ListId, MediaId, MediaOf, OperationId } from './shapes.ts'
export type { Operations } from './operations.ts'

export interface ClientParts extends Pick<Manner, 'key' | 'language' | 'headers'>, Partial<Persistence> {
  /** Where the registry answers: `https://registry.example`. */
  readonly origin: string
  /** What sends the requests; the `fetch` of the platform if absent. */
  readonly fetch?: (url: string, init: RequestInit) => Response | Promise<Response>
}

export interface EtalonClient {
  /** Asks one operation, and answers what it promises; anything else is thrown as an `EtalonProblem`. */
  readonly ask: <Id extends OperationId>(id: Id, ...asked: Question<Asked<Id>>) => Promise<Answer<Id>>
  /** Every item of a list, page after page, as it is needed. */
  readonly all: <Id extends ListId>(id: Id, ...asked: Question<Asked<Id>>) => AsyncIterable<ItemOf<Id>>
  /** The answer in another medium than JSON, as it comes. */
  readonly media: <Id extends MediaId>(
    id: Id,
    asked: Asked<Id> & { readonly accept: MediaOf<Id> },
  ) => Promise<Response>
}

/** Talks to a registry; the same in Node, in a browser, and inside the service itself. */
export function etalonClient(parts: ClientParts): EtalonClient {
  const send = senderTo(parts)
  const ask = async (id: OperationId, asked: Request = {}) => {
    const answer = await send(requestLines[id], asked)
    const text = await answer.text()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const { status, headers } = answer
    return { status, body, etag: headers.get('etag') ?? undefined, headers }
  }
  return {
    // The node keeps what the document promises, and the types are made from the document.
    ask: ask as unknown as EtalonClient['ask'],
    all: (id, ...[asked]) => itemsOf((page) => ask(id, page), asked) as AsyncIterable<ItemOf<typeof id>>,
    media: (id, asked) => send(requestLines[id], asked as Request),
  }
}

async function* itemsOf(ask: (asked: Request) => Promise<{ body: unknown }>, asked: Request = {}) {
  let cursor: string | null | undefined
  do {
    const query = cursor === undefined ? asked.query : { ...asked.query, cursor }
    const { items, next } = (await ask({ ...asked, query })).body as Page<unknown>
    yield* items
    cursor = next
  } while (cursor !== null)
}

/** Sends one request, again where nothing can be done twice by it, and throws what is no success. */
function senderTo(parts: ClientParts): (line: RequestLine, asked: Request) => Promise<Response> {
  const { origin, fetch = (url, init) => globalThis.fetch(url, init), ...usual } = parts
  const base = origin.replace(/\/+$/, '')
  return async (line, asked) => {
    const url = base + targetOf(line, asked)
    const init: RequestInit & { readonly duplex?: 'half' } = {
      method: line.method.toUpperCase(),
      headers: headersOf(line, asked, { ...usual, newKey }),
      body: contentOf(line, asked.body),
      ...(asked.signal && { signal: asked.signal }),
      ...(isSentOnce(line, asked.body) && { duplex: 'half' }),
    }
    const isRepeatable = (line.method === 'get' || line.method === 'post') && !isSentOnce(line, asked.body)
    const persistence = { ...usualPersistence, ...stated(parts), ...(!isRepeatable && { retries: 0 }) }
    const answer = await persistently(async () => fetch(url, init), persistence, asked.signal)
    if (!answer.ok) throw await problemIn(answer)
    return answer
  }
}

function stated({ retries, longestPauseSeconds, pause }: ClientParts): Partial<Persistence> {
  return {
    ...(retries !== undefined && { retries }),
    ...(longestPauseSeconds !== undefined && { longestPauseSeconds }),
    ...(pause && { pause }),
  }
}

/** 122 bits of chance; `crypto.randomUUID` is there only on pages that came by https. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
