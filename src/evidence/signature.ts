import { sign, verify } from 'node:crypto'
import { canonicalText, isCanonicalText } from './canonical-form.ts'
import type { SigningKey, VerificationKey } from './keys.ts'

/** The protected header: these three members, and no other. */
export interface SignatureHeader {
  readonly alg: 'EdDSA'
  readonly kid: string
  readonly typ: string
}

export type SignatureFault =
  | 'not-compact'
  | 'not-base64url'
  | 'header-unreadable'
  | 'algorithm-not-allowed'
  | 'header-not-understood'
  | 'type-mismatch'
  | 'key-unknown'
  | 'signature-wrong'
  | 'payload-not-text'

export type SignatureVerdict =
  | { readonly authentic: true; readonly header: SignatureHeader; readonly payload: string }
  | { readonly authentic: false; readonly because: SignatureFault }

/** A compact JWS (RFC 7515, 7.1) over a text in UTF-8, by Ed25519 (RFC 8037, 3.1). */
export function signText(payload: string, typ: string, { kid, privateKey }: SigningKey): string {
  const header: SignatureHeader = { alg: 'EdDSA', kid, typ }
  const signed = `${encode(canonicalText(header))}.${encode(payload)}`
  return `${signed}.${sign(null, Buffer.from(signed, 'ascii'), privateKey).toString('base64url')}`
}

/**
 * Whether `jws` is a signature of type `typ` by one of `keys`. The algorithm is ours and not the header's;
 * a key inside the header is never used; nothing of the payload is read before the signature is verified.
 */
export function verifySignature(
  jws: string,
  typ: string,
  keys: readonly VerificationKey[],
): SignatureVerdict {
  const [head = '', body = '', tail = '', ...rest] = jws.split('.', 4)
  if (head === '' || tail === '' || rest.length > 0) return fault('not-compact')
  const [header, payload, signature] = [decode(head), decode(body), decode(tail)]
  if (!header || !payload || !signature) return fault('not-base64url')
  const stated = readHeader(header)
  if (typeof stated === 'string') return fault(stated)
  if (stated.typ !== typ) return fault('type-mismatch')
  const key = keys.find(({ kid }) => kid === stated.kid)
  if (!key) return fault('key-unknown')
  const isSigned = verify(null, Buffer.from(`${head}.${body}`, 'ascii'), key.publicKey, signature)
  if (!isSigned) return fault('signature-wrong')
  const text = utf8(payload)
  return text === undefined ? fault('payload-not-text') : { authentic: true, header: stated, payload: text }
}

const fault = (because: SignatureFault): SignatureVerdict => ({ authentic: false, because })

function readHeader(bytes: Buffer): SignatureHeader | SignatureFault {
  const text = utf8(bytes)
  // Canonical text has no repeated member, so that no two readers see two algorithms.
  if (text === undefined || !isCanonicalText(text)) return 'header-unreadable'
  const header: unknown = JSON.parse(text)
  if (typeof header !== 'object' || header === null) return 'header-unreadable'
  const { alg, kid, typ, ...others } = header as Record<string, unknown>
  if (alg !== 'EdDSA') return 'algorithm-not-allowed'
  // jwk, jku, x5u and x5c bring a key along, crit and b64 change the meaning: none is understood (RFC 7515, 4.1).
  if (Object.keys(others).length > 0) return 'header-not-understood'
  return typeof kid === 'string' && typeof typ === 'string' ? { alg, kid, typ } : 'header-not-understood'
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')

/** Only the one encoding of the bytes: no padding, no other alphabet, no bits set beyond the last byte. */
function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
