import { childNamed, childrenNamed, collapsed, type XmlElement } from '#exchange/xml/xml-element.ts'
import type { SignatureOutcome } from '#exchange/xml-signature/signature-outcome.ts'

/**
 * What the intact signatures of a file digest, in hexadecimal digits: others refer to the file by it (`c14n-sha256`). The digest
 * is that of the reference to the document itself, and nobody need compute the canonical form again.
 */
export function signedDigestsOf(root: XmlElement, outcomes: readonly SignatureOutcome[]): readonly string[] {
  if (!outcomes.some(isIntact)) return []
  const signatures = childrenNamed(root, 'Signature')
  return signatures.flatMap((signature, i) => {
    const outcome = outcomes[i]
    return outcome && isIntact(outcome) ? digestsOf(signature) : []
  })
}

const isIntact = ({ status, coversDocument }: SignatureOutcome): boolean =>
  coversDocument && (status === 'valid' || status === 'unknown-signer')

function digestsOf(signature: XmlElement): readonly string[] {
  const info = childNamed(signature, 'SignedInfo')
  if (!info) return []
  return childrenNamed(info, 'Reference')
    .filter(({ attributes }) => attributes.some(({ name, value }) => name === 'URI' && value === ''))
    .flatMap((reference) => {
      const digest = collapsed(childNamed(reference, 'DigestValue')?.text ?? '').replaceAll(' ', '')
      return digest === '' ? [] : [Buffer.from(digest, 'base64').toString('hex')]
    })
}
