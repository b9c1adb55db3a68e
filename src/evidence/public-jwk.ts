import { canonicalText } from './canonical-form.ts'
import { sha256Base64url } from './digest.ts'

/** An Ed25519 public key as it is published (RFC 8037, 2). */
export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
}

/** RFC 7638: the digest of the required members in canonical order. */
export const thumbprintOf = (jwk: PublicJwk): string => sha256Base64url(canonicalText(ed25519Members(jwk)))

export const ed25519Members = ({ kty, crv, x }: PublicJwk): PublicJwk => ({ kty, crv, x })
