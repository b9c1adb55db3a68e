import type { Context } from 'hono'
import { conform, conformText } from '#contract/schemas.ts'
import { doesNotMatch } from '#contract/contract.refusals.ts'
import type { Actor } from '../actor.ts'
import type { Task } from '../carry-out.ts'
import { readIfMatch } from './conditional.ts'
import { keyMissing, keyUnknown, roleMissing } from '../http.refusals.ts'
import { clientOf, countRequest, countWrongKey } from '../limits.ts'
import { checkKey, keyedRequest } from '../idempotency.ts'
import { languageOf } from '../language.ts'
import { negotiate, splitEnding } from './negotiation.ts'
import { changes, type Operation } from '../operation.ts'
import { readBody } from './body.ts'
import type { Setting } from '../setting.ts'
import { bearerToken, readQuery } from './target.ts'

/** From bytes and headers to values that have been seen by their schemas. Nobody checks again afterwards. */
export async function understand(
  c: Context,
  operation: Operation,
  requestId: string,
  setting: Setting,
): Promise<Task> {
  const now = setting.clock()
  const header = (name: string) => c.req.header(name)
  const actor = await actorOf(c, operation, now, setting)
  await countRequest(c, setting.limits, operation, actor)
  const { params, medium, ending } = readParams(c.req.param(), operation)
  const query = readQueryOf(c.req.url, operation)
  const accept = medium ?? negotiate(operation, header('accept'))
  const ifMatch = operation.ifMatch ? readIfMatch(header('if-match')) : undefined
  const key = operation.method === 'post' ? header('idempotency-key') : undefined
  checkKey(key)
  const { json, bytes } = await readBody(operation, c.req.raw)
  const body = operation.body === undefined ? undefined : conform(operation.body, json)

  const path = new URL(c.req.url).pathname
  const isKeyed = key !== undefined && actor !== null && changes(operation)
  const keyed = isKeyed
    ? keyedRequest(actor, key, { operation: operation.id, target: path, json, bytes })
    : undefined
  const language = languageOf(header('accept-language'))
  const { facilities } = setting
  const lastEventId = header('last-event-id')
  // Asked for only where it is needed: the signal costs a request of its own.
  const signal = () => c.req.raw.signal
  const asked = { now, actor, params, query, body, bytes, ifMatch, accept, ending, language, requestId }
  return { operation, asked: { ...asked, lastEventId, facilities, signal }, path, keyed }
}

async function actorOf(
  c: Context,
  { access }: Operation,
  now: Date,
  setting: Setting,
): Promise<Actor | null> {
  const authorization = c.req.header('authorization')
  if (authorization === undefined && access === 'public') return null
  if (authorization === undefined)
    throw keyMissing({ en: 'Send Authorization: Bearer KEY', zh: '请发送 Authorization: Bearer 密钥' })
  const token = bearerToken(authorization)
  const shown = token === undefined ? undefined : { token, address: clientOf(c, setting.limits) }
  const actor = shown === undefined ? null : await setting.authenticate(shown, now)
  if (!actor) {
    await countWrongKey(c, setting.limits)
    throw keyUnknown(keyUnknown.definition.title)
  }
  if (access !== 'public' && !setting.may(actor, access)) {
    throw roleMissing(
      { en: `It needs a role that may ${access}`, zh: `需要具有 ${access} 权限的角色` },
      { action: access },
    )
  }
  return actor
}

function readParams(sent: Record<string, string>, operation: Operation) {
  if (operation.params === undefined) return { params: undefined, medium: undefined, ending: undefined }
  const names = Object.keys(sent)
  const last = names.at(-1) ?? ''
  const { value, medium, ending } = splitEnding(operation, sent[last] ?? '')
  const params = conformText(operation.params, { ...sent, [last]: value.normalize('NFC') })
  return { params, medium, ending }
}

function readQueryOf(url: string, operation: Operation) {
  const sent = readQuery(url)
  if (operation.query !== undefined) return conformText(operation.query, sent)
  const [unknown] = Object.keys(sent)
  if (unknown === undefined) return undefined
  const detail = { en: `"${unknown}" is not a parameter of this request`, zh: `该请求没有参数"${unknown}"` }
  const pointer = `/${unknown}`
  throw doesNotMatch(detail, {}, { pointer, errors: [{ pointer, code: 'unknown-member', detail }] })
}
