import type { Context, Hono } from 'hono'
import { EtalonProblem } from '#client/client.ts'
import type { Action, Actor } from '#http/actor.ts'
import { exceededByForm, type Exceeded, type Limits } from '#http/limits.ts'
import type { Log } from '#http/log.ts'
import type { HttpEnv } from '#http/mount.ts'
import type { Assets } from './assets.ts'
import { framed } from './frame.ts'
import type { Page, PageAnswer, PageRoute, Visit } from './page-route.ts'
import { isSameOrigin, ownOrigins, pagePolicy } from './policy.ts'
import { preferencesOf, withQuery } from './preferences.ts'
import {
  brokenPage,
  foreignFormPage,
  formFaultPage,
  laterPage,
  notFoundPage,
  problemPage,
} from './problem-page.ts'
import { formPauseSeconds, formReader, mostBytes } from './read-form.ts'
import { namedOf, visitOf, visitorsClient, whoOf } from './visit.ts'

/** What the pages are given by app.ts. */
export interface PageSetting {
  readonly origin: string
  readonly log: Log
  /** Who asks, by a key or a session; nobody where nothing was shown that opens anything. */
  readonly identify: (c: Context<HttpEnv>) => Promise<Actor | null>
  readonly may: (actor: Actor, action: Action) => boolean
  /** With whom people may sign in besides by a key. */
  readonly issuer: string | undefined
  /** How often who may send a form; nobody is counted if absent. */
  readonly limits?: Limits | undefined
}

interface Grounds extends PageSetting {
  readonly app: Hono<HttpEnv>
  readonly assets: Assets
  readonly mounted: ReadonlySet<string>
  readonly readForm: ReturnType<typeof formReader>
}

export function mountPages(
  app: Hono<HttpEnv>,
  routes: readonly PageRoute[],
  assets: Assets,
  setting: PageSetting,
): void {
  const mounted = new Set([...routes.map(({ path }) => path as string), '/docs'])
  const grounds = { ...setting, app, assets, mounted, readForm: formReader() }
  for (const route of routes)
    app.on((route.method ?? 'get').toUpperCase(), route.path, (c) => answer(c, route, grounds))
  // Whoever looks with a browser is told so on a page; whoever asks the API is told by a problem.
  app.get('*', (c, next) => {
    const isForPeople = c.req.header('accept')?.includes('text/html') === true
    return isForPeople && !c.req.path.startsWith('/v1/') ? answer(c, nowhere, grounds) : next()
  })
}

const nowhere: PageRoute = {
  path: '/*',
  access: 'public',
  answer: async (visit) => notFoundPage(visit),
}

async function answer(c: Context<HttpEnv>, route: PageRoute, grounds: Grounds): Promise<Response> {
  const url = new URL(c.req.url)
  const preferences = preferencesOf(url, c.req.raw.headers)
  const api = visitorsClient(c, preferences, { origin: grounds.origin, fetch: grounds.app.fetch })
  const actor = await grounds.identify(c)
  const who = actor && whoOf(actor, grounds.may)
  const visit = visitOf({ c, url, origin: grounds.origin, preferences, who, api })
  const naming = who && namedOf(who, visit)
  const exceeded = () => exceededByForm(c, grounds.limits, { actor, hasFile: route.hasFile === true })
  const answered = await answerOf(visit, route, { ...grounds, exceeded }).catch((error: unknown) => {
    if (error instanceof EtalonProblem) return problemPage(error, visit)
    grounds.log.error({ requestId: c.get('requestId'), err: error }, 'bug')
    return brokenPage(visit, c.get('requestId'))
  })
  const response = rendered(answered, { ...visit, who: await naming }, grounds)
  for (const cookie of preferences.cookies) response.headers.append('set-cookie', cookie)
  return response
}

interface Asked extends Grounds {
  /** Counts one more form. */
  readonly exceeded: () => Promise<Exceeded | undefined>
}

async function answerOf(visit: Visit, route: PageRoute, grounds: Asked): Promise<PageAnswer> {
  const { url, request, who } = visit
  // What was chosen is in the cookie now: the address is to be copied without it.
  if (url.searchParams.has('theme')) return { redirect: withQuery(url, { theme: undefined }) }
  if (who === null && route.access !== 'public') return { redirect: loginFor(url) }
  if (route.method !== 'post') return route.answer(visit)

  if (!isSameOrigin(request.headers, ownOrigins(grounds.origin))) return foreignFormPage(visit)
  // Whoever sends is counted before what they send: a form is read into memory.
  const exceeded = await grounds.exceeded()
  if (exceeded) return laterPage(429, exceeded.retryAfterSeconds, visit)
  const form = await grounds.readForm(request, route.maxBytes)
  if (form === 'busy') return laterPage(503, formPauseSeconds, visit)
  if (typeof form === 'string') return formFaultPage(form, mostBytes(route.maxBytes), visit)
  return route.answer({ ...visit, form })
}

export const loginFor = (url: URL): string => `/login?next=${encodeURIComponent(url.pathname + url.search)}`

function rendered(answer: PageAnswer, visit: Visit, grounds: Grounds): Response {
  // Of what was fetched, the headers cannot be changed any more.
  if (answer instanceof Response) return new Response(answer.body, answer)
  if ('redirect' in answer)
    return new Response(null, { status: 303, headers: { ...answer.headers, location: answer.redirect } })
  return new Response(framed(visit, answer, grounds), {
    status: answer.status ?? 200,
    headers: headersOf(answer, visit),
  })
}

const headersOf = ({ headers }: Page, { language, who }: Visit): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'content-language': language,
  'cache-control': who === null ? 'private, no-cache' : 'no-store',
  vary: 'Cookie, Authorization, Accept-Language',
  'cross-origin-resource-policy': 'same-origin',
  ...headers,
})
