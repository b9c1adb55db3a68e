import type { CertificateSource } from './certificate-source.ts'

/** What the rules said at issue: true without reservation, false where the chain fails; undefined is neither. */
export function judgedOf({ traceability }: CertificateSource): boolean | undefined {
  if (traceability?.verdict === 'traceable') return true
  return traceability?.verdict === 'not-traceable' ? false : undefined
}
