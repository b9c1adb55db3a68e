import type { Context } from 'hono'
import type { Actor, Shown } from '#http/actor.ts'
import { clientOf, countDeadCookie, type Limits } from '#http/limits.ts'
import { bearerToken } from '#http/request/target.ts'
import { cookieIn, sessionCookieName } from '#http/session-cookie.ts'

export interface Door {
  readonly origin: string
  readonly clock: () => Date
  readonly limits?: Limits
  readonly authenticate: (shown: Shown, now: Date) => Promise<Actor | null>
}

/** Whose name stands on the page: it opens nothing, since each question of the page shows again what was shown here. */
export const identifier =
  ({ origin, clock, limits, authenticate }: Door) =>
  async (c: Context): Promise<Actor | null> => {
    const address = clientOf(c, limits)
    const key = bearerToken(c.req.header('authorization'))
    if (key !== undefined) return authenticate({ token: key, address }, clock())
    const session = cookieIn(c.req.header('cookie'), sessionCookieName(origin))
    if (session === undefined) return null
    const actor = await authenticate({ token: session, address, isCookie: true }, clock())
    if (actor === null) await countDeadCookie(c, limits)
    return actor
  }
