import type { PublishedKey, PublishedKeys } from '#contract/types.ts'
import type { SigningKey } from '#evidence/keys.ts'
import type { PublicJwk } from '#evidence/public-jwk.ts'
import type { KnownKey } from './known-keys.queries.ts'

/** The key that signs first, others in force next, the newest of the retired ones after them. */
export function viewKeys(known: ReadonlyMap<string, KnownKey>, current: SigningKey): PublishedKeys {
  const own: readonly KnownKey[] = [...known.values()].toReversed()
  const present = own.filter(({ kid, retired }) => kid !== current.kid && !retired)
  const former = own.filter(({ retired }) => retired)
  const signing = known.get(current.kid)
  return {
    keys: [
      { ...jwkOf(current.kid, current.publicJwk), ...(signing && { validFrom: signing.validFrom }) },
      ...[...present, ...former.filter(({ kid }) => kid !== current.kid)].map(viewKey),
    ],
  }
}

const viewKey = ({ kid, jwk, validFrom, retired }: KnownKey): PublishedKey => ({
  ...jwkOf(kid, jwk),
  validFrom,
  ...(retired && { validUntil: retired.at, cause: retired.cause }),
})

const jwkOf = (kid: string, { kty, crv, x }: PublicJwk) =>
  ({ kty, crv, x, kid, use: 'sig', alg: 'EdDSA' }) as const
