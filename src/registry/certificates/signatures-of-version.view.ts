import type { CertificateSignatures } from '#contract/types.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { contentSha256 } from '#evidence/signed-content.ts'
import type { SignedAct } from '../signatures/signature.queries.ts'
import type { CertificateDocument } from './certificate-content.view.ts'
import type { CertificateVersion } from './certificate.queries.ts'

type Signed = CertificateSignatures['signatures'][number]

/** Each signature as it stands on the document, held against the document and against the act that was recorded. */
export function signaturesOfVersion(
  asked: CertificateVersion,
  versions: readonly CertificateVersion[],
  acts: readonly SignedAct[],
): CertificateSignatures {
  const document = documentOf(asked)
  const contents = new Map(
    versions
      .filter(({ edition }) => edition <= asked.edition)
      .toSorted((a, b) => b.edition - a.edition)
      .map((version) => [contentSha256(documentOf(version)), version.edition]),
  )
  const present = contentSha256(document)
  return {
    number: asked.number,
    version: asked.edition,
    sha256: asked.sha256,
    isIntact: sha256Hex(asked.document) === asked.sha256,
    contentSha256: present,
    signatures: (document.signatures ?? []).map((signature): Signed => {
      const act = acts.find(
        ({ meaning, at, contentSha256: signed, person }) =>
          meaning === signature.meaning &&
          at.toISOString() === signature.at &&
          signed === signature.contentSha256 &&
          person.$.code === signature.person,
      )
      const edition = contents.get(signature.contentSha256 ?? '')
      return {
        ...signature,
        ...bindingOf(signature, act, { present, edition }),
        ...(act && { authentication: { method: 'api-key', signerNamed: act.signerNamed } }),
      }
    }),
  }
}

function bindingOf(
  { contentSha256: signed }: { readonly contentSha256?: string },
  act: SignedAct | undefined,
  { present, edition }: { readonly present: string; readonly edition: number | undefined },
): Pick<Signed, 'binding' | 'boundToVersion'> {
  if (signed === undefined) return { binding: 'stated-only' }
  if (!act || edition === undefined) return { binding: 'broken' }
  return signed === present
    ? { binding: 'bound' }
    : { binding: 'bound-to-former-version', boundToVersion: edition }
}

const documentOf = ({ document }: CertificateVersion) => JSON.parse(document) as CertificateDocument
