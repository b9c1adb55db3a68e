import type { CertificateVersion } from '../certificate.queries.ts'

interface Question {
  readonly query: { readonly version?: number }
}

interface Found {
  readonly versions: readonly CertificateVersion[]
}

/**
 * A version that is named never changes: what is public need not be asked for again, and may be kept for others too. What is not public
 * is asked for each time: the next one at the same browser may be somebody else.
 * Without a version the newest one is meant, and there may be a newer one tomorrow.
 */
export function headersOf({ query }: Question, { versions }: Found, name: string): Record<string, string> {
  const scope = versions[0]?.visibility === 'public' ? 'public' : 'private'
  const isLasting = query.version !== undefined && scope === 'public'
  const keeping = isLasting ? 'max-age=31536000, immutable' : 'no-cache'
  return {
    'cache-control': `${scope}, ${keeping}`,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    vary: 'Accept',
  }
}

/** `A-1.pdf`, and of later versions `A-1.v2.pdf`. */
export const fileName = ({ number, edition }: CertificateVersion, ending: string): string =>
  `${number}${edition === 1 ? '' : `.v${edition}`}${ending}`
