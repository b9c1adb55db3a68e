import { createHash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of bytes, or of a text in UTF-8, in lower case hexadecimal. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** SHA-256 in the 43 characters of base64url, as in thumbprints (RFC 7638). */
export function sha256Base64url(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url')
}
