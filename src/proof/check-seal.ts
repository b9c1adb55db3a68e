import { verificationKeyFrom, type VerificationKey } from '#evidence/keys.ts'
import type { PublicJwk } from '#evidence/public-jwk.ts'
import { fails, holds, type Check } from './report.ts'
import { sealVerdict } from './seal.ts'
import type { Sealed } from './sealed-text.ts'

/** Whom a reader trusts: keys, or the thumbprints (RFC 7638) of keys that the bundle brings along. */
export interface Trust {
  readonly keys: readonly VerificationKey[]
  readonly thumbprints: readonly string[]
}

/** The keys the reader trusts, and those the bundle says are the node's own. */
export interface Keys {
  readonly trusted: readonly VerificationKey[]
  readonly stated: readonly VerificationKey[]
}

export function keysOf(carried: readonly PublicJwk[], { keys, thumbprints }: Trust): Keys {
  const stated = carried.map((jwk) => verificationKeyFrom(jwk))
  return { trusted: [...keys, ...stated.filter(({ kid }) => thumbprints.includes(kid))], stated }
}

/** Sealed by a key that the reader trusts, or at least by one that the bundle names. */
export function checkSeal(sealed: Sealed, { trusted, stated }: Keys): Check {
  const byTrusted = sealVerdict(sealed, trusted)
  if (byTrusted === 'holds') return holds('seal', 'sealed by a key you trust', '封印密钥为您所信任')
  if (byTrusted !== 'key-unknown') return broken(byTrusted)
  const byStated = sealVerdict(sealed, stated)
  if (byStated !== 'holds') return broken(byStated)
  return {
    name: 'seal',
    outcome: 'unknown',
    words: {
      en: 'sealed by a key that you did not name: anybody may have made this',
      zh: '封印密钥未被您指定：任何人都可能制作此文件',
    },
  }
}

/** Looked at first, and before anything is understood: a seal that is broken under a key that the reader has. */
export function brokenSeal(sealed: Sealed, { keys }: Trust): Check | undefined {
  const verdict = sealVerdict(sealed, keys)
  return verdict === 'holds' || verdict === 'key-unknown' ? undefined : broken(verdict)
}

const broken = (because: string): Check =>
  fails('seal', `the seal does not hold (${because})`, `封印无效（${because}）`)
