import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { VerificationKey } from '#evidence/keys.ts'
import { verifySignature, type SignatureVerdict } from '#evidence/signature.ts'
import type { Unsealed } from './bundle.ts'
import { sealType, type Sealed } from './sealed-text.ts'

/** The bundle as it is sent: canonical text, sealed by the key behind `sign`. */
export function sealed(content: Unsealed, sign: (payload: string, typ: string) => string): string {
  const text = canonicalText(content)
  return `${text.slice(0, -1)},"seal":"${sign(sha256Hex(text), sealType)}"}`
}

export type SealVerdict =
  Extract<SignatureVerdict, { authentic: false }>['because'] | 'holds' | 'digest-differs'

/** Whether the seal is one of `keys` over this content. */
export function sealVerdict({ sha256, seal }: Sealed, keys: readonly VerificationKey[]): SealVerdict {
  const verdict = verifySignature(seal, sealType, keys)
  if (!verdict.authentic) return verdict.because
  return verdict.payload === sha256 ? 'holds' : 'digest-differs'
}
