import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose'
import { unavailable } from '#db/refused-by.ts'

/** What a token of the issuer says of whoever shows it, once it has been verified. */
export interface TokenClaims {
  readonly issuer: string
  readonly subject: string
  /** Only if the issuer says that it has verified it. */
  readonly email: string | undefined
}

export interface TokenReader {
  readonly issuer: string
  /** Whether it has the form of a token; keys have no dots. */
  readonly isToken: (text: string) => boolean
  /** What it says, if it is genuine, meant for us, and in time. */
  readonly read: (token: string, now: Date) => Promise<TokenClaims | null>
}

/** Signatures by a private key only: with HMAC whoever knows the public key could sign (RFC 8725, 2.1 and 3.1). */
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519']
/** Clocks differ. */
const toleranceSeconds = 30
const patienceMs = 5_000

/**
 * Tokens of one issuer, which is found by discovery (OpenID Connect Discovery 1.0, 4). Its keys are fetched when a token
 * names one that is not known, at most twice a minute, and are kept meanwhile.
 */
export function tokenReader({
  issuer,
  audience,
}: {
  readonly issuer: string
  readonly audience: string
}): TokenReader {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined
  const found = () => (keys ??= keysOf(issuer))
  return {
    issuer,
    isToken: (text) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text),
    read: async (token, now) => {
      const keysFound = await found().catch((error: unknown) => {
        keys = undefined
        throw error
      })
      try {
        const { payload } = await jwtVerify(token, keysFound, {
          issuer,
          audience,
          algorithms,
          clockTolerance: toleranceSeconds,
          currentDate: now,
          requiredClaims: ['iss', 'sub', 'aud', 'exp'],
        })
        return claimsOf(issuer, payload)
      } catch (error) {
        // What is wrong with a token is nobody's business but its bearer's: it opens nothing.
        if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return null
        throw issuerSilent(issuer, error)
      }
    },
  }
}

function claimsOf(issuer: string, payload: JWTPayload): TokenClaims | null {
  const { sub, email, email_verified: isVerified } = payload
  if (typeof sub !== 'string' || sub === '') return null
  return { issuer, subject: sub, email: typeof email === 'string' && isVerified === true ? email : undefined }
}

async function keysOf(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const said = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
    .then((response) => (response.ok ? (response.json() as Promise<unknown>) : undefined))
    .catch((error: unknown) => {
      throw issuerSilent(issuer, error)
    })
  const { issuer: named, jwks_uri: place } = (said ?? {}) as { issuer?: unknown; jwks_uri?: unknown }
  // Whoever answers must be the issuer (OpenID Connect Discovery 1.0, 4.3).
  if (named !== issuer || typeof place !== 'string' || !URL.canParse(place)) throw issuerSilent(issuer, said)
  const isSafe = place.startsWith('https:') || issuer.startsWith('http:')
  if (!isSafe) throw issuerSilent(issuer, said)
  return createRemoteJWKSet(new URL(place), { timeoutDuration: patienceMs, cooldownDuration: 30_000 })
}

/** Its bearer may be who they say; nobody can tell until the issuer answers again. */
function issuerSilent(issuer: string, cause: unknown): Error {
  const refusal = unavailable(
    {
      en: `${issuer} gives no keys by which its tokens could be verified`,
      zh: `无法从 ${issuer} 取得验证令牌的密钥`,
    },
    { retryAfterSeconds: 10 },
  )
  refusal.cause = cause
  return refusal
}
