import { isCanonicalText } from './canonical-form.ts'
import { bytesOfBase64url, textOfUtf8, utf8Of, type Bytes } from './encoding.ts'

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

/** The parts of a compact JWS (RFC 7515, 7.1), before anybody has looked whether it is signed. */
export interface OpenedJws {
  readonly header: SignatureHeader
  /** What the signature is over. */
  readonly signed: Bytes
  readonly signature: Bytes
  /** Not to be read before the signature is verified. */
  readonly payload: Bytes
}

/** The algorithm is ours and not the header's; a key inside the header is never used. */
export function openJws(jws: string, typ: string): OpenedJws | SignatureFault {
  const [head = '', body = '', tail = '', ...rest] = jws.split('.', 4)
  if (head === '' || tail === '' || rest.length > 0) return 'not-compact'
  const [stated, payload, signature] = [head, body, tail].map(bytesOfBase64url)
  if (!stated || !payload || !signature) return 'not-base64url'
  const header = readHeader(stated)
  if (typeof header === 'string') return header
  if (header.typ !== typ) return 'type-mismatch'
  return { header, signed: utf8Of(`${head}.${body}`), signature, payload }
}

function readHeader(bytes: Uint8Array): SignatureHeader | SignatureFault {
  const text = textOfUtf8(bytes)
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
