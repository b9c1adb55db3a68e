import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { VerificationKey } from '#evidence/keys.ts'
import { verifySignature, type SignatureVerdict } from '#evidence/signature.ts'
import type { ProofBundle, Unsealed } from './bundle.ts'

/** The type in the header: a signature over anything else of the node cannot be taken for a seal (RFC 8725, 3.11). */
const sealType = 'etalon-proof+jws'

/** The bundle as it is sent: canonical text, sealed by the key behind `sign`. */
export function sealed(content: Unsealed, sign: (payload: string, typ: string) => string): string {
  const text = canonicalText(content)
  const seal = sign(sha256Hex(text), sealType)
  return canonicalText({ ...content, seal })
}

export type SealVerdict =
  Extract<SignatureVerdict, { authentic: false }>['because'] | 'holds' | 'digest-differs'

/** Whether the seal is one of `keys` over this content. */
export function sealVerdict(
  { seal, ...content }: ProofBundle,
  keys: readonly VerificationKey[],
): SealVerdict {
  const verdict = verifySignature(seal, sealType, keys)
  if (!verdict.authentic) return verdict.because
  return verdict.payload === sha256Hex(canonicalText(content)) ? 'holds' : 'digest-differs'
}
