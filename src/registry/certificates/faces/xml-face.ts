import type { CertificateVersion } from '../certificate.queries.ts'
import { issuedXmlOf } from './issued-xml.ts'
import type { Asked } from './read-face.ts'

/** The certificate as XML: as we issue it, or the very bytes that were imported; undefined where there is none. */
export async function xmlFace(
  { em, facilities }: Pick<Asked, 'em' | 'facilities'>,
  version: CertificateVersion,
): Promise<Uint8Array | undefined> {
  return version.origin === 'issued' ? issuedXmlOf(em, version, facilities) : undefined
}
