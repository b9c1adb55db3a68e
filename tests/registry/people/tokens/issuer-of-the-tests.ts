import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

/** A small issuer of tokens, as OpenID Connect Discovery describes one. */
export interface SmallIssuer {
  readonly url: string
  /** How often its keys were fetched. */
  readonly fetched: () => number
  readonly token: (
    claims: JWTPayload,
    how?: { readonly alg?: string; readonly key?: CryptoKey | Uint8Array; readonly kid?: string },
  ) => Promise<string>
  /** From now on it signs by another key, and has forgotten the former one. */
  readonly rotate: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function smallIssuer(): Promise<SmallIssuer> {
  const state = { fetched: 0, kid: 1, pair: await generateKeyPair('ES256', { extractable: true }) }
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url)
    response.setHeader('content-type', 'application/json')
    if (pathname === '/.well-known/openid-configuration')
      return void response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }))
    state.fetched++
    void exportJWK(state.pair.publicKey).then((jwk) =>
      response.end(JSON.stringify({ keys: [{ ...jwk, kid: `k${state.kid}`, alg: 'ES256', use: 'sig' }] })),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    fetched: () => state.fetched,
    token: (claims, { alg = 'ES256', key = state.pair.privateKey, kid = `k${state.kid}` } = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key),
    rotate: async () => {
      state.kid++
      state.pair = await generateKeyPair('ES256', { extractable: true })
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
