import { Hono, type Context, type MiddlewareHandler } from 'hono'
import { Refusal } from '#refusal.ts'
import { allowOrigins } from './cors.ts'
import { carryOut } from './carry-out.ts'
import { isUnchanged } from './request/conditional.ts'
import { everywhereByCode, noSuchMethod, noSuchPath } from './http.refusals.ts'
import { languageOf } from './language.ts'
import { endingsOf } from './lists/list.ts'
import type { Operation } from './operation.ts'
import { problemOf, problemOfBug } from './problem.ts'
import { finished, surroundingHeaders, toResponse } from './rendering.ts'
import type { Setting } from './setting.ts'
import { checkPath, rawPath, requestIdOf } from './request/target.ts'
import { understand } from './request/understand.ts'

export interface HttpEnv {
  Variables: { requestId: string; isDressed: boolean }
}

/** `/v1/equipment/{code}` as Hono writes it; `{+path}` takes the slashes too. */
const honoPath = (path: string) => path.replaceAll(/\{\+(\w+)\}/g, ':$1{.+}').replaceAll(/\{(\w+)\}/g, ':$1')

/** One app for the operations; what stands beside them (health, pages) is added to it afterwards. */
export function httpApp(operations: readonly Operation[], setting: Setting): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>({ getPath: rawPath })
  const { allowedOrigins = [] } = setting
  if (allowedOrigins.length > 0) app.use('*', allowOrigins(allowedOrigins))
  app.use('*', dress(setting))
  app.onError((error, c) => refuse(error, c, undefined, setting))
  app.notFound((c) => refuse(noSuchPath(noSuchPath.definition.title), c, undefined, setting))
  for (const operation of operations) {
    checkDefinition(operation)
    app.on(operation.method.toUpperCase(), honoPath(operation.path), (c) => answer(c, operation, setting))
    for (const { ending, medium } of endingsOf(operation)) {
      app.get(honoPath(operation.path + ending), (c) => answer(c, operation, setting, medium))
    }
  }
  for (const [path, allow] of methodsByPath(operations)) {
    app.all(honoPath(path), (c) =>
      c.req.method === 'OPTIONS'
        ? optionsOf(allow)
        : refuse(noSuchMethod(allow.join(', '), { allow }), c, undefined, setting),
    )
  }
  return app
}

const optionsOf = (allow: readonly string[]) =>
  new Response(null, { status: 204, headers: { allow: allow.join(', ') } })

function methodsByPath(operations: readonly Operation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const operation of operations) {
    const { path, method } = operation
    const allow = methods.get(path) ?? ['OPTIONS']
    methods.set(path, [...allow, method.toUpperCase(), ...(method === 'get' ? ['HEAD'] : [])])
    for (const { ending } of endingsOf(operation)) methods.set(path + ending, ['OPTIONS', 'GET', 'HEAD'])
  }
  return methods
}

function checkDefinition({ id, path, params }: Operation): void {
  if (path.includes('{') && params === undefined)
    throw new Error(`${id}: the parameters of ${path} have no schema`)
}

/** Gives the request its order number, refuses paths nobody can have meant, and dresses what has no headers yet. */
function dress({ origin }: Setting): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    c.set('requestId', requestIdOf(c.req.header('x-request-id')))
    checkPath(c.req.path)
    await next()
    if (c.get('isDressed')) return
    for (const [name, value] of Object.entries(surroundingHeaders(origin, c.get('requestId')))) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  }
}

async function answer(
  c: Context<HttpEnv>,
  operation: Operation,
  setting: Setting,
  medium?: string,
): Promise<Response> {
  const started = performance.now()
  const requestId = c.get('requestId')
  const response = await carryOutFor(c, operation, setting, medium).catch((error: unknown) =>
    refuse(error, c, operation, setting),
  )
  const seconds = (performance.now() - started) / 1000
  const { status } = response
  const { id, method, path } = operation
  const traceparent = c.req.header('traceparent')
  setting.observe?.({ operation: id, status, seconds, method, path, requestId, traceparent })
  setting.log.debug({ requestId, operation: operation.id, status, seconds }, 'answered')
  return response
}

async function carryOutFor(
  c: Context<HttpEnv>,
  operation: Operation,
  setting: Setting,
  medium: string | undefined,
): Promise<Response> {
  const requestId = c.get('requestId')
  const task = await understand(c, operation, requestId, setting, medium)
  const answered = await setting.within(task.asked.actor, async () => {
    const rendered = await carryOut(task, setting)
    const isRead = operation.method === 'get'
    const isKnown = isRead && isUnchanged(c.req.header('if-none-match'), rendered.headers['etag'])
    return isKnown ? { ...rendered, status: 304, content: null } : finished(rendered)
  })
  c.set('isDressed', true)
  return toResponse(answered, surroundingHeaders(setting.origin, requestId))
}

function refuse(
  error: unknown,
  c: Context<HttpEnv>,
  operation: Operation | undefined,
  setting: Setting,
): Response {
  const requestId = c.get('requestId') ?? requestIdOf(undefined)
  const language = languageOf(c.req.header('accept-language'))
  const circumstance = { origin: setting.origin, language, requestId }
  const facts = { requestId, operation: operation?.id }

  const refusal = setting.asRefusal(error, operation?.constraints ?? {})
  if (refusal !== error) setting.log.warn({ ...facts, err: error }, 'refused by the database')
  const isListed = refusal instanceof Refusal && (operation === undefined || lists(operation, refusal))
  if (refusal instanceof Refusal && !isListed)
    setting.log.error({ ...facts, err: refusal }, 'refusal-not-listed')
  if (!(refusal instanceof Refusal)) setting.log.error({ ...facts, err: error }, 'bug')

  c.set('isDressed', true)
  const isAnswerable = refusal instanceof Refusal && (isListed || !setting.strict)
  const problem = isAnswerable
    ? problemOf(refusal, circumstance)
    : problemOfBug(circumstance, setting.strict ? error : undefined)
  return toResponse(
    { ...problem, content: JSON.stringify(problem.body) },
    surroundingHeaders(setting.origin, requestId),
  )
}

const lists = ({ refuses, constraints = {} }: Operation, { definition }: Refusal): boolean =>
  everywhereByCode.has(definition.code) ||
  [...refuses.flat(), ...Object.values(constraints)].some((maker) => maker.definition === definition)
