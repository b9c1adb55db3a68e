import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { unusableKey } from './evidence.refusals.ts'
import { ed25519Members, thumbprintOf, type PublicJwk } from './public-jwk.ts'

/** A key that signs; `kid` is the thumbprint of its public half, so that a name cannot be claimed. */
export interface SigningKey {
  readonly kid: string
  readonly publicJwk: PublicJwk
  readonly privateKey: KeyObject
}

export interface VerificationKey {
  readonly kid: string
  readonly publicKey: KeyObject
}

/** Reads a private key in PKCS #8 (RFC 8410, 7). */
export function signingKeyFrom(pkcs8Pem: string): SigningKey {
  return signingKeyOf(readKey(() => createPrivateKey({ key: pkcs8Pem, format: 'pem' })))
}

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410, 7). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key of a seed of 32 bytes. Whoever makes a new key brings the randomness: this room has none. */
export function signingKeyFromSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw unusableKey(`A seed has 32 bytes, not ${seed.length}`)
  const der = Buffer.concat([pkcs8Head, seed])
  return signingKeyOf(readKey(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })))
}

export const pkcs8PemOf = ({ privateKey }: SigningKey): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Reads a published key; members beside the three of an Ed25519 key (use, alg, kid …) are not looked at. */
export function verificationKeyFrom(jwk: PublicJwk): VerificationKey {
  const publicKey = readKey(() => createPublicKey({ key: { ...ed25519Members(jwk) }, format: 'jwk' }))
  return { kid: thumbprintOf(jwk), publicKey }
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicJwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: String(x) }
  return { kid: thumbprintOf(publicJwk), publicJwk, privateKey }
}

function readKey(read: () => KeyObject): KeyObject {
  const key = attempt(read)
  if (key?.asymmetricKeyType !== 'ed25519') throw unusableKey('The key cannot be read as an Ed25519 key')
  return key
}

/** The cause is not told: OpenSSL would quote from a private key. */
function attempt(read: () => KeyObject): KeyObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
