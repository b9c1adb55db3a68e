import type { Context, Hono } from 'hono'
import { countWrongKey, type Limits } from '#http/limits.ts'
import type { Log } from '#http/log.ts'
import type { HttpEnv } from '#http/mount.ts'
import { cookieIn, sessionCookieName } from '#http/session-cookie.ts'
import { preferencesOf } from '../ground/preferences.ts'
import { visitorsClient } from '../ground/visit.ts'
import { endFormerSession } from './former-session.ts'
import { ownPath } from './own-path.ts'
import type { LoginFault } from './words.ts'

type Fault = LoginFault

/** Signing in with an issuer, as app.ts brings it. */
export interface IssuerLogin {
  readonly issuer: string
  readonly cookieName: string
  readonly begin: (
    next: string,
  ) => Promise<
    { readonly address: string; readonly cookie: string } | { readonly fault: Fault; readonly why: string }
  >
  readonly finish: (asked: {
    readonly query: string
    readonly kept: string | undefined
    readonly requestId: string
  }) => Promise<{
    readonly cookies: readonly string[]
    readonly next: string
    readonly failed?: { readonly fault: Fault; readonly why: string }
  }>
}

interface Grounds {
  readonly origin: string
  readonly login: IssuerLogin
  readonly limits: Limits | undefined
  readonly log: Log
}

/** To the issuer and back. Neither shows a page: what went wrong is told where somebody can try again. */
export function addIssuerLogin(app: Hono<HttpEnv>, grounds: Grounds): void {
  const { login, limits, log, origin } = grounds
  app.get('/login/oidc', async (c) => {
    const next = ownPath(c.req.query('next'))
    const sent = await login.begin(next)
    if (!('fault' in sent)) return led(c, sent.address, [sent.cookie])
    log.warn({ requestId: c.get('requestId'), issuer: login.issuer, ...sent }, 'sign-in by issuer failed')
    return led(c, toTryAgain(sent.fault, next), [])
  })
  app.get('/login/oidc/return', async (c) => {
    // As a wrong key does, and before the issuer is asked: whoever makes up its answers is soon told to wait, and does not make us ask.
    await countWrongKey(c, limits)
    const kept = cookieIn(c.req.header('cookie'), login.cookieName)
    const query = new URL(c.req.url).search
    const requestId = c.get('requestId')
    const { cookies, next, failed } = await login.finish({ query, kept, requestId })
    if (!failed) {
      await leaveFormer(c, app, origin)
      return led(c, ownPath(next), cookies)
    }
    log.warn({ requestId, issuer: login.issuer, ...failed }, 'sign-in by issuer failed')
    return led(c, toTryAgain(failed.fault, next), cookies)
  })
}

/** The browser still shows the session that it had; the answer gives it another one. */
async function leaveFormer(c: Context<HttpEnv>, app: Hono<HttpEnv>, origin: string): Promise<void> {
  if (cookieIn(c.req.header('cookie'), sessionCookieName(origin)) === undefined) return
  const preferences = preferencesOf(new URL(c.req.url), c.req.raw.headers)
  await endFormerSession(visitorsClient(c, preferences, { origin, fetch: app.fetch }))
}

const toTryAgain = (fault: Fault, next: string): string =>
  `/login?${new URLSearchParams({ fault, next }).toString()}`

function led(c: Context, address: string, cookies: readonly string[]): Response {
  const response = c.body(null, 303, { location: address, 'cache-control': 'no-store' })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
