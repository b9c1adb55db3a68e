import { LockMode, type EntityManager } from '@mikro-orm/postgresql'
import * as oidc from 'openid-client'
import { within } from '#db/tenancy/standing.ts'
import { cookieText, sessionCookie } from '#http/session-cookie.ts'
import { recordAct } from '../../../audit/record-act.ts'
import { secretBoxOf } from '../../../secrets/secret-box.ts'
import { PersonIdentity } from '../../person-identity.entity.ts'
import { personOfToken } from '../../tokens/person-of-token.queries.ts'
import type { TokenClaims } from '../../tokens/read-token.ts'
import { sessionSeconds } from '../lifetime.ts'
import { openSessionByIdentity } from '../open-session.ts'
import { viewSession } from '../session.view.ts'
import { attemptSeconds, openAttempt, sealAttempt } from './attempt.ts'
import { issuerClientOf, type Failed, type IssuerFault } from './issuer-client.ts'

export interface IssuerLoginParts {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
  readonly origin: string
  readonly fork: () => EntityManager
  readonly clock: () => Date
  /** The node's own, from which the key of the cookie is derived: nodes of one registry share it. */
  readonly secretKey: Uint8Array
}

/** `unknown`: the issuer knows them and we do not. `late`: they had been away too long, or come from nowhere. */
export type LoginFault = IssuerFault | 'unknown' | 'late'

export interface Finished {
  readonly cookies: readonly string[]
  /** Where they wanted to go. */
  readonly next: string
  readonly failed?: { readonly fault: LoginFault; readonly why: string }
}

export interface SentAway {
  readonly address: string
  readonly cookie: string
}

export interface IssuerLogin {
  readonly issuer: string
  /** The cookie in which a browser keeps what we sent it away with. */
  readonly cookieName: string
  readonly begin: (next: string) => Promise<SentAway | Failed>
  readonly finish: (asked: {
    readonly query: string
    readonly kept: string | undefined
    readonly requestId: string
  }) => Promise<Finished>
}

export const returnPath = '/login/oidc/return'

/** People who sign in with the issuer of tokens that the node trusts, as whom it was told that the issuer knows them. */
export function issuerLoginOf(parts: IssuerLoginParts): IssuerLogin {
  const { issuer, origin, clock } = parts
  const client = issuerClientOf({ ...parts, returnTo: origin + returnPath })
  const box = secretBoxOf(parts.secretKey, 'login attempts')
  const cookieName = origin.startsWith('https:') ? '__Host-etalon-login' : 'etalon-login'
  const cookie = (value: string, maxAgeSeconds: number) =>
    cookieText({ name: cookieName, value, maxAgeSeconds, origin })
  const forgotten = cookie('', 0)
  return {
    issuer,
    cookieName,
    begin: async (next) => {
      const now = clock()
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        next,
        until: now.getTime() + attemptSeconds * 1000,
      }
      const address = await client.addressFor(attempt, now)
      if (typeof address !== 'string') return address
      return { address, cookie: cookie(sealAttempt(box, attempt), attemptSeconds) }
    },
    finish: async ({ query, kept, requestId }) => {
      const now = clock()
      const attempt = kept === undefined ? undefined : openAttempt(box, kept, now)
      const failed = (fault: LoginFault, why: string): Finished => ({
        cookies: [forgotten],
        next: attempt?.next ?? '/',
        failed: { fault, why },
      })
      if (!attempt) return failed('late', 'no such attempt is known')
      const claims = await client.whoCameBack(query, attempt, now)
      if ('fault' in claims) return failed(claims.fault, claims.why)
      const token = await within('node', () => signIn(parts.fork(), claims, { now, requestId }))
      if (token === undefined) return failed('unknown', 'nobody is registered under what the issuer says')
      return { cookies: [sessionCookie(token, sessionSeconds, origin), forgotten], next: attempt.next }
    },
  }
}

/** The session and the line in the trail, or neither. */
const signIn = (
  em: EntityManager,
  claims: TokenClaims,
  { now, requestId }: { readonly now: Date; readonly requestId: string },
): Promise<string | undefined> =>
  em.transactional(async (tx) => {
    const known = await personOfToken(tx, claims)
    if (!known) return undefined
    // Held until the session is there: an end of the identity comes before it, or ends it.
    await tx.findOneOrFail(PersonIdentity, { id: known.identity }, { lockMode: LockMode.PESSIMISTIC_READ })
    const identity = await tx.findOneOrFail(
      PersonIdentity,
      { id: known.identity },
      { populate: ['person.organization'] },
    )
    const { row, token } = await openSessionByIdentity(tx, identity, now)
    const subject = `/v1/sessions/${row.id}`
    const act = { operation: 'open-session', subject, after: viewSession(row, row.id), at: now, requestId }
    await recordAct(tx, { ...act, actor: known.actor, before: undefined, reason: undefined })
    return token
  })
