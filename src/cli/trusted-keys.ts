import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { verificationKeyFrom, type VerificationKey } from '#evidence/keys.ts'
import type { PublicJwk } from '#evidence/public-jwk.ts'
import type { Trust } from '#proof/check-seal.ts'
import { UsageFault } from './command.ts'

const thumbprint = /^[A-Za-z0-9_-]{43}$/

/** Whom a reader names: files with a JWK, a JWK set or a PEM, or the thumbprint of a key that the bundle brings along. */
export const trustIn = (named: readonly string[]): Trust => ({
  keys: named.filter((name) => !thumbprint.test(name)).flatMap((file) => keysIn(readText(file), file)),
  thumbprints: named.filter((name) => thumbprint.test(name)),
})

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new UsageFault(`the key “${file}” is neither a file that can be read nor a thumbprint`)
  }
}

function keysIn(text: string, file: string): VerificationKey[] {
  const jwks = text.includes('-----BEGIN') ? [jwkOfPem(text, file)] : jwksIn(text, file)
  const usable = jwks.filter(({ kty, crv }) => kty === 'OKP' && crv === 'Ed25519')
  if (usable.length === 0) throw new UsageFault(`“${file}” has no Ed25519 key`)
  return usable.map(verificationKeyFrom)
}

function jwkOfPem(text: string, file: string): PublicJwk {
  try {
    // Its members are looked at before it is used.
    return createPublicKey(text).export({ format: 'jwk' }) as unknown as PublicJwk
  } catch {
    throw new UsageFault(`“${file}” has no public key that can be read`)
  }
}

function jwksIn(text: string, file: string): PublicJwk[] {
  const said = jsonIn(text, file)
  // A bundle names its own keys: whoever took them from there would trust everybody.
  if ('seal' in said) throw new UsageFault(`“${file}” is a bundle; the key has to come from elsewhere`)
  return 'keys' in said ? [...said.keys] : [said]
}

function jsonIn(text: string, file: string): PublicJwk | { readonly keys: readonly PublicJwk[] } {
  try {
    return Object(JSON.parse(text)) as PublicJwk | { readonly keys: readonly PublicJwk[] }
  } catch {
    throw new UsageFault(`“${file}” is neither a JWK, nor a JWK set, nor a PEM`)
  }
}
