import { sign, verify } from 'node:crypto'
import { canonicalText } from './canonical-form.ts'
import { textOfUtf8 } from './encoding.ts'
import { openJws, type SignatureFault, type SignatureHeader } from './jws.ts'
import type { SigningKey, VerificationKey } from './keys.ts'

export type SignatureVerdict =
  | { readonly authentic: true; readonly header: SignatureHeader; readonly payload: string }
  | { readonly authentic: false; readonly because: SignatureFault }

/** A compact JWS (RFC 7515, 7.1) over a text in UTF-8, by Ed25519 (RFC 8037, 3.1). */
export function signText(payload: string, typ: string, { kid, privateKey }: SigningKey): string {
  const header: SignatureHeader = { alg: 'EdDSA', kid, typ }
  const signed = `${encode(canonicalText(header))}.${encode(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed, 'ascii'), privateKey).toString('base64url')}`
}

/** Whether `jws` is a signature of type `typ` by one of `keys`; nothing of the payload is read before that is verified. */
export function verifySignature(
  jws: string,
  typ: string,
  keys: readonly VerificationKey[],
): SignatureVerdict {
  const opened = openJws(jws, typ)
  if (typeof opened === 'string') return fault(opened)
  const { header, signed, signature, payload } = opened
  const key = keys.find(({ kid }) => kid === header.kid)
  if (!key) return fault('key-unknown')
  if (!verify(null, signed, key.publicKey, signature)) return fault('signature-wrong')
  const text = textOfUtf8(payload)
  return text === undefined ? fault('payload-not-text') : { authentic: true, header, payload: text }
}

const fault = (because: SignatureFault): SignatureVerdict => ({ authentic: false, because })

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
