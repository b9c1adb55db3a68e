import type { Context } from 'hono'
import type { Action, Actor, Shown } from '../actor.ts'
import { crossSite, keyMissing, keyUnknown, roleMissing, sessionOver } from '../http.refusals.ts'
import { clientOf, countDeadCookie, countWrongKey } from '../limits.ts'
import type { Operation } from '../operation.ts'
import { cookieIn, sessionCookieName } from '../session-cookie.ts'
import type { Setting } from '../setting.ts'
import { bearerToken } from './target.ts'

/** By the key or the token in the header; or else by the cookie of a session, where it is our own page that asks. */
export async function whoAsks(
  c: Context,
  operation: Operation,
  now: Date,
  setting: Setting,
): Promise<Actor | null> {
  const authorization = c.req.header('authorization')
  const actor =
    authorization === undefined
      ? await bySession(c, operation, now, setting)
      : await byBearer(c, authorization, now, setting)
  const { access } = operation
  if (access === 'public') return actor
  if (actor === null)
    throw keyMissing({ en: 'Send Authorization: Bearer KEY', zh: '请发送 Authorization: Bearer 密钥' })
  if (!setting.may(actor, access)) throw mayNot(actor, access, setting)
  return actor
}

async function byBearer(c: Context, authorization: string, now: Date, setting: Setting): Promise<Actor> {
  const token = bearerToken(authorization)
  const shown = token === undefined ? undefined : { token, address: clientOf(c, setting.limits) }
  const actor = shown === undefined ? null : await setting.authenticate(shown, now)
  if (actor) return actor
  await countWrongKey(c, setting.limits)
  throw keyUnknown(keyUnknown.definition.title)
}

/** One that has ended is nobody's: whoever asks for what is public is answered all the same. */
async function bySession(
  c: Context,
  { access, method }: Operation,
  now: Date,
  setting: Setting,
): Promise<Actor | null> {
  const token = cookieIn(c.req.header('cookie'), sessionCookieName(setting.origin))
  if (token === undefined) return null
  if (!isOurPage(c, setting.origin)) {
    if (method === 'get') return null
    throw crossSite({
      en: 'A browser has sent the cookie of a session with a request of a page that is not ours',
      zh: '浏览器在非本站页面的请求中附带了会话 Cookie',
    })
  }
  const shown: Shown = { token, address: clientOf(c, setting.limits), isCookie: true }
  const actor = await setting.authenticate(shown, now)
  if (actor) return actor
  await countDeadCookie(c, setting.limits)
  if (access === 'public') return null
  throw sessionOver({ en: 'Sign in again', zh: '请重新登录' })
}

/**
 * Whether it is a page of ours that asks, or the user themselves (Fetch Metadata, 2.3). Over plain HTTP browsers do not say so: then
 * Origin must be ours where anything is changed, and what is only read stays with whoever reads (same-origin policy, SameSite).
 */
function isOurPage(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site')
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (isSafe) return site === undefined || site === 'same-origin' || site === 'none'
  return site === undefined ? c.req.header('origin') === new URL(origin).origin : site === 'same-origin'
}

function mayNot(actor: Actor, action: Action, setting: Setting) {
  const { session: _, isByToken: __, ...withKey } = actor
  const isForKeys = (actor.session !== undefined || actor.isByToken === true) && setting.may(withKey, action)
  return roleMissing(
    isForKeys
      ? { en: 'This is done with a key, shown with this very request', zh: '该操作须随请求本身出示密钥' }
      : { en: `It needs a role that may ${action}`, zh: `需要具有 ${action} 权限的角色` },
    isForKeys ? { action, needsKey: true } : { action },
  )
}
