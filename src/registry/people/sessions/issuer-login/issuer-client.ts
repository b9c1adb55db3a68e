import * as oidc from 'openid-client'
import type { TokenClaims } from '../../tokens/read-token.ts'
import type { Attempt } from './attempt.ts'

export interface IssuerClientParts {
  readonly issuer: string
  readonly clientId: string
  /** None: a public client, whom PKCE alone protects. */
  readonly clientSecret?: string | undefined
  /** Where the issuer sends people back. */
  readonly returnTo: string
}

/** Why nobody was signed in, as it is told to whoever tried. */
export type IssuerFault = 'silent' | 'denied' | 'not-genuine'

/** `why`: the kind of what went wrong, and nothing that may quote secrets. */
export interface Failed {
  readonly fault: IssuerFault
  readonly why: string
}

export interface IssuerClient {
  /** Where somebody signs in (OpenID Connect Core 1.0, 3.1.2.1), with the challenge to which only we know the answer. */
  readonly addressFor: (attempt: Attempt, now: Date) => Promise<string | Failed>
  /** Who has come back, by the code in the query (3.1.2.5 to 3.1.3.7). */
  readonly whoCameBack: (query: string, attempt: Attempt, now: Date) => Promise<TokenClaims | Failed>
}

const patienceSeconds = 5

/** Sends people to the issuer and asks it who they are: authorization code with PKCE, state and nonce, nothing else. */
export function issuerClientOf(parts: IssuerClientParts): IssuerClient {
  let server: Promise<oidc.ServerMetadata> | undefined
  const found = () =>
    (server ??= discovered(parts).catch((error: unknown) => {
      server = undefined
      throw error
    }))
  const reach = (): Promise<{ readonly server: oidc.ServerMetadata } | Failed> =>
    found().then((reached) => ({ server: reached }), silent)
  return {
    addressFor: async (attempt, now) => {
      const reached = await reach()
      return 'fault' in reached ? reached : addressOf(configured(parts, reached.server, now), attempt, parts)
    },
    whoCameBack: async (query, attempt, now) => {
      const reached = await reach()
      if ('fault' in reached) return reached
      const configuration = configured(parts, reached.server, now)
      const checks = {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      }
      return oidc
        .authorizationCodeGrant(configuration, new URL(parts.returnTo + query), checks)
        .then((answer) => claimsOf(parts.issuer, answer.claims()), refused)
    },
  }
}

async function addressOf(
  configuration: oidc.Configuration,
  { state, nonce, verifier }: Attempt,
  { returnTo }: IssuerClientParts,
): Promise<string> {
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return address.href
}

async function discovered({ issuer, clientId }: IssuerClientParts): Promise<oidc.ServerMetadata> {
  const options = { timeout: patienceSeconds, ...(isPlain(issuer) && insecure) }
  const found = await oidc.discovery(new URL(issuer), clientId, undefined, undefined, options)
  return found.serverMetadata()
}

const insecure = { execute: [oidc.allowInsecureRequests] }
/** Only a machine that is our own is asked without TLS (config.ts). */
const isPlain = (issuer: string): boolean => issuer.startsWith('http:')

/** With the clock of the registry, and the signature of the token checked by the keys of the issuer, whatever the way it came. */
function configured(parts: IssuerClientParts, server: oidc.ServerMetadata, now: Date): oidc.Configuration {
  const { clientId, clientSecret } = parts
  const skew = Math.round((now.getTime() - Date.now()) / 1000)
  const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret)
  const metadata = { [oidc.clockSkew]: skew, [oidc.clockTolerance]: 30 }
  const configuration = new oidc.Configuration(server, clientId, metadata, authentication)
  configuration.timeout = patienceSeconds
  oidc.enableNonRepudiationChecks(configuration)
  if (isPlain(parts.issuer)) oidc.allowInsecureRequests(configuration)
  return configuration
}

function claimsOf(issuer: string, claims: oidc.IDToken | undefined): TokenClaims | Failed {
  if (claims === undefined) return { fault: 'not-genuine', why: 'no ID token' }
  const { sub, email, email_verified: isVerified } = claims
  return { issuer, subject: sub, email: typeof email === 'string' && isVerified === true ? email : undefined }
}

const silent = (error: unknown): Failed => ({ fault: 'silent', why: kindOf(error) })

/** The person said no; the issuer does not answer, or not as one; or what came back is not what we had asked for. */
function refused(error: unknown): Failed {
  const isDenied = error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied'
  if (isDenied) return { fault: 'denied', why: error.error }
  return isSilence(error) ? silent(error) : { fault: 'not-genuine', why: kindOf(error) }
}

function isSilence(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown }
  const isLate = code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT'
  const isBroken = cause instanceof Response && cause.status >= 500
  return isLate || isBroken || error instanceof TypeError || cause instanceof TypeError
}

/** The words of the library, and its code: what they were about may be a secret. */
function kindOf(error: unknown): string {
  const { code = '', message = '' } = error as { readonly code?: unknown; readonly message?: unknown }
  return `${String(code)} ${String(message)}`.trim()
}
