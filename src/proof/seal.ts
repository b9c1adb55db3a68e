import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { VerificationKey } from '#evidence/keys.ts'
import { verifySignature, type SignatureVerdict } from '#evidence/signature.ts'
import type { Unsealed } from './bundle.ts'

/** The type in the header: a signature over anything else of the node cannot be taken for a seal (RFC 8725, 3.11). */
const sealType = 'etalon-proof+jws'

/** In canonical form the seal is the last member, so that what it seals can be read off the text. */
const sealedText = /^(\{.*),"seal":"([\w.-]+)"\}$/s

/** The bundle as it is sent: canonical text, sealed by the key behind `sign`. */
export function sealed(content: Unsealed, sign: (payload: string, typ: string) => string): string {
  const text = canonicalText(content)
  return `${text.slice(0, -1)},"seal":"${sign(sha256Hex(text), sealType)}"}`
}

export interface Sealed {
  /** SHA-256 of everything but the seal, in hexadecimal. */
  readonly sha256: string
  readonly seal: string
}

/** What is sealed, before anything of it is understood; undefined where the text does not end in a seal. */
export function sealIn(text: string): Sealed | undefined {
  const [, content, seal] = sealedText.exec(text) ?? []
  return content === undefined || seal === undefined ? undefined : { sha256: sha256Hex(`${content}}`), seal }
}

export type SealVerdict =
  Extract<SignatureVerdict, { authentic: false }>['because'] | 'holds' | 'digest-differs'

/** Whether the seal is one of `keys` over this content. */
export function sealVerdict({ sha256, seal }: Sealed, keys: readonly VerificationKey[]): SealVerdict {
  const verdict = verifySignature(seal, sealType, keys)
  if (!verdict.authentic) return verdict.because
  return verdict.payload === sha256 ? 'holds' : 'digest-differs'
}
