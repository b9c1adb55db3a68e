import type { Context, Hono } from 'hono'
import { countWrongKey, type Limits } from '#http/limits.ts'
import type { Log } from '#http/log.ts'
import type { HttpEnv } from '#http/mount.ts'
import { cookieIn } from '#http/session-cookie.ts'
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
  readonly login: IssuerLogin
  readonly limits: Limits | undefined
  readonly log: Log
}

/** To the issuer and back. Neither shows a page: what went wrong is told where somebody can try again. */
export function addIssuerLogin(app: Hono<HttpEnv>, grounds: Grounds): void {
  const { login, limits, log } = grounds
  app.get('/login/oidc', async (c) => {
    const next = ownPath(c.req.query('next'))
    const sent = await login.begin(next)
    if (!('fault' in sent)) return led(c, sent.address, [sent.cookie])
    log.warn({ requestId: c.get('requestId'), issuer: login.issuer, ...sent }, 'sign-in by issuer failed')
    return led(c, toTryAgain(sent.fault, next), [])
  })
  app.get('/login/oidc/return', async (c) => {
    const kept = cookieIn(c.req.header('cookie'), login.cookieName)
    const query = new URL(c.req.url).search
    const requestId = c.get('requestId')
    const { cookies, next, failed } = await login.finish({ query, kept, requestId })
    if (!failed) return led(c, ownPath(next), cookies)
    log.warn({ requestId, issuer: login.issuer, ...failed }, 'sign-in by issuer failed')
    // As a wrong key does: whoever makes up answers of the issuer is soon told to wait.
    await countWrongKey(c, limits)
    return led(c, toTryAgain(failed.fault, next), cookies)
  })
}

const toTryAgain = (fault: Fault, next: string): string =>
  `/login?${new URLSearchParams({ fault, next }).toString()}`

function led(c: Context, address: string, cookies: readonly string[]): Response {
  const response = c.body(null, 303, { location: address, 'cache-control': 'no-store' })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
