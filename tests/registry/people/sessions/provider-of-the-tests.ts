import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

/** How the provider answers the next time it is asked. */
export interface Manners {
  /** As whom it knows whoever signs in. */
  sub: string
  email?: { readonly address: string; readonly isVerified: boolean }
  /** What it says otherwise than it should. */
  claims: JWTPayload
  key?: CryptoKey
  isBroken: boolean
}

export interface SmallProvider {
  readonly url: string
  readonly manners: Manners
  /** Somebody signs in there: where they are sent back to. */
  readonly signIn: (address: string) => Promise<string>
  /** What was sent with each question for tokens. */
  readonly asked: readonly URLSearchParams[]
  readonly stop: () => Promise<void>
}

interface Grant {
  readonly challenge: string
  readonly nonce: string
  readonly client: string
  readonly returnTo: string
}

/** A small OpenID provider: authorization code with PKCE (RFC 7636), which it insists on, and an ID token. */
export async function smallProvider(now: () => Date): Promise<SmallProvider> {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const grants = new Map<string, Grant>()
  const asked: URLSearchParams[] = []
  const manners: Manners = { sub: 'w-1', claims: {}, isBroken: false }
  const idToken = ({ nonce, client }: Grant) => {
    const seconds = Math.floor(now().getTime() / 1000)
    const { email } = manners
    const claims = {
      iss: url,
      aud: client,
      sub: manners.sub,
      nonce,
      iat: seconds,
      exp: seconds + 300,
      ...(email && { email: email.address, email_verified: email.isVerified }),
      ...manners.claims,
    }
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(manners.key ?? pair.privateKey)
  }
  const tokens = async (sent: URLSearchParams): Promise<readonly [number, object]> => {
    asked.push(sent)
    if (manners.isBroken) return [500, { error: 'server_error' }]
    const grant = grants.get(sent.get('code') ?? '')
    grants.delete(sent.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    const isGood =
      grant?.challenge === challenge &&
      grant.returnTo === sent.get('redirect_uri') &&
      sent.get('grant_type') === 'authorization_code'
    if (!grant || !isGood) return [400, { error: 'invalid_grant' }]
    return [200, { access_token: randomUUID(), token_type: 'Bearer', id_token: await idToken(grant) }]
  }
  const answer = async (path: string, body: string): Promise<readonly [number, object]> => {
    if (path === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ]
    if (path === '/keys')
      return [200, { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] }]
    return path === '/token' ? tokens(new URLSearchParams(body)) : [404, {}]
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', url)
      void answer(pathname, Buffer.concat(chunks).toString()).then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    manners,
    asked,
    signIn: async (address) => {
      const { searchParams } = new URL(address)
      const said = (name: string) => searchParams.get(name) ?? ''
      if (said('code_challenge_method') !== 'S256') throw new Error('It comes without PKCE')
      const code = randomUUID()
      grants.set(code, {
        challenge: said('code_challenge'),
        nonce: said('nonce'),
        client: said('client_id'),
        returnTo: said('redirect_uri'),
      })
      return `${said('redirect_uri')}?${new URLSearchParams({ code, state: said('state') }).toString()}`
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
