import { X509Certificate } from 'node:crypto'
import { isFault, type SignatureReason, type SignerSeen } from './signature-outcome.ts'

/** Longer than any chain of certificates in use. */
const longestPath = 6

/** A certificate that can be worked with: OpenSSL also reads some whose dates are none, or whose key it does not know. */
export function certificateFrom(bytes: Uint8Array | string): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(bytes)
    const dates = [certificate.validFromDate, certificate.validToDate].map((date) => date.getTime())
    return dates.every(Number.isFinite) && certificate.publicKey.type === 'public' ? certificate : undefined
  } catch {
    return undefined
  }
}

export const signerSeen = (certificate: X509Certificate): SignerSeen => ({
  subject: certificate.subject.replaceAll('\n', ', '),
  fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  notBefore: certificate.validFromDate.toISOString(),
  notAfter: certificate.validToDate.toISOString(),
})

/**
 * Whether somebody trusted vouches for a signer: a trusted certificate is the signer's own, or stands above it (RFC 5280, 6,
 * as far as names, signatures, the CA mark and dates go; what was revoked is not known here). Dates are held against the
 * day on which the file was received, where one is given: a signing time that nobody else has seen proves nothing.
 */
export function trustOf(
  signer: X509Certificate,
  known: { readonly trusted: readonly X509Certificate[]; readonly brought: readonly X509Certificate[] },
  at: Date | undefined,
): 'trusted' | SignatureReason {
  const path = pathFrom(signer, known, longestPath)
  if (isFault(path)) return path
  const isOutside = (each: X509Certificate): boolean =>
    at !== undefined && (at < each.validFromDate || at > each.validToDate)
  return path.some(isOutside) ? 'certificate-outside-its-dates' : 'trusted'
}

function pathFrom(
  certificate: X509Certificate,
  known: { readonly trusted: readonly X509Certificate[]; readonly brought: readonly X509Certificate[] },
  steps: number,
): readonly X509Certificate[] | SignatureReason {
  if (known.trusted.some((anchor) => anchor.raw.equals(certificate.raw))) return [certificate]
  if (steps === 0) return 'signer-not-trusted'
  for (const issuer of [...known.trusted, ...known.brought]) {
    if (issuer.raw.equals(certificate.raw) || !isIssuedBy(certificate, issuer)) continue
    const above = pathFrom(issuer, known, steps - 1)
    if (!isFault(above)) return [certificate, ...above]
  }
  return 'signer-not-trusted'
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false // a key of a kind that OpenSSL does not know issues nothing here
  }
}
