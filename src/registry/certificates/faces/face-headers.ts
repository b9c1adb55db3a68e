import type { CertificateVersion } from '../certificate.queries.ts'

interface Question {
  readonly query: { readonly version?: number }
}

interface Found {
  readonly versions: readonly CertificateVersion[]
}

/**
 * A version that is named never changes: whoever has it need not ask again, and what is public may be kept for others too.
 * Without a version the newest one is meant, and there may be a newer one tomorrow.
 */
export function headersOf({ query }: Question, { versions }: Found, name: string): Record<string, string> {
  const scope = versions[0]?.visibility === 'public' ? 'public' : 'private'
  const keeping = query.version === undefined ? 'no-cache' : 'max-age=31536000, immutable'
  return {
    'cache-control': `${scope}, ${keeping}`,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    vary: 'Accept',
  }
}

/** `A-1.pdf`, and of later versions `A-1.v2.pdf`. */
export const fileName = ({ number, edition }: CertificateVersion, ending: string): string =>
  `${number}${edition === 1 ? '' : `.v${edition}`}${ending}`
