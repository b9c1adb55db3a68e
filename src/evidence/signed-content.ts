import { canonicalText } from './canonical-form.ts'
import { sha256Hex } from './digest.ts'

/**
 * What is not there yet when the work is signed: how the certificate is named and numbered, what others say of it, and the
 * signatures themselves.
 */
const notYetSaid = new Set([
  'number',
  'version',
  'issued',
  'change',
  'traceability',
  'signatures',
  'sha256',
  'recordedAt',
  'versions',
  'events',
])

/** What a person signs of a certificate, performing, reviewing or authorising it: everything else of its document. */
export const signedContent = (document: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(document).filter(([member]) => !notYetSaid.has(member)))

/** To which content a signature is bound (21 CFR 11.70): the SHA-256 of its canonical text (RFC 8785). */
export const contentSha256 = (document: object): string => sha256Hex(canonicalText(signedContent(document)))
