import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { conform, conformText } from '#contract/schemas.ts'
import { doesNotMatch } from '#contract/contract.refusals.ts'
import type { Task } from '../carry-out.ts'
import { readIfMatch } from './conditional.ts'
import { countRequest } from '../limits.ts'
import { checkKey, keyedRequest } from '../idempotency.ts'
import { languageOf } from '../language.ts'
import { wholeListMedia } from '../lists/list.ts'
import { readWholeListQuery } from '../lists/whole-list-query.ts'
import { negotiate, splitEnding } from './negotiation.ts'
import { changes, type Operation } from '../operation.ts'
import { readBody } from './body.ts'
import type { Setting } from '../setting.ts'
import { readQuery } from './target.ts'
import { whoAsks } from './who-asks.ts'

/** From bytes and headers to values that have been seen by their schemas. Nobody checks again afterwards. */
export async function understand(
  c: Context,
  operation: Operation,
  requestId: string,
  setting: Setting,
  named?: string,
): Promise<Task> {
  const now = setting.clock()
  const header = (name: string) => c.req.header(name)
  const actor = await whoAsks(c, operation, now, setting)
  await countRequest(c, setting.limits, operation, actor)
  const { params, medium, ending } = readParams(c.req.param(), operation)
  const accept = named ?? medium ?? negotiate(operation, header('accept'))
  const { query, whole } = readQueryFor(accept, c.req.url, operation)
  const ifMatch = operation.ifMatch ? readIfMatch(header('if-match')) : undefined
  const key = operation.method === 'post' ? header('idempotency-key') : undefined
  checkKey(key)
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  // A file is discarded by whoever handles it: nothing is refused any more once there is one.
  const { json, bytes, file } = await readBody(operation, c.req.raw, { actor, incoming })
  const body = operation.body === undefined ? undefined : conform(operation.body, json)

  const path = new URL(c.req.url).pathname
  const isKeyed = key !== undefined && actor !== null && changes(operation)
  const keyed = isKeyed
    ? keyedRequest(actor, key, { operation: operation.id, target: path, json, bytes, file, query })
    : undefined
  const language = languageOf(header('accept-language'))
  const { facilities } = setting
  const lastEventId = header('last-event-id')
  // Asked for only where it is needed: the signal costs a request of its own.
  const signal = () => c.req.raw.signal
  const asked = { now, actor, params, query, body, bytes, file, ifMatch, accept, ending, language, requestId }
  return { operation, asked: { ...asked, lastEventId, facilities, signal }, path, keyed, whole }
}

function readParams(sent: Record<string, string>, operation: Operation) {
  if (operation.params === undefined) return { params: undefined, medium: undefined, ending: undefined }
  const names = Object.keys(sent)
  const last = names.at(-1) ?? ''
  const { value, medium, ending } = splitEnding(operation, sent[last] ?? '')
  const params = conformText(operation.params, { ...sent, [last]: value.normalize('NFC') })
  return { params, medium, ending }
}

/** A list in another medium is answered whole: it has the filters of its pages, and no pages. */
function readQueryFor(accept: string, url: string, operation: Operation) {
  if (!wholeListMedia(operation).includes(accept))
    return { query: readQueryOf(readQuery(url), operation), whole: undefined }
  const { filters, whole } = readWholeListQuery(readQuery(url), operation)
  return { query: readQueryOf(filters, operation), whole }
}

function readQueryOf(sent: Readonly<Record<string, string>>, operation: Operation) {
  if (operation.query !== undefined) return conformText(operation.query, sent)
  const [unknown] = Object.keys(sent)
  if (unknown === undefined) return undefined
  const detail = { en: `"${unknown}" is not a parameter of this request`, zh: `该请求没有参数"${unknown}"` }
  const pointer = `/${unknown}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'unknown-member', detail }] })
}
