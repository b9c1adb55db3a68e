import type { CertificateVersion } from '../certificate.queries.ts'
import { originalXmlOf } from '../importing/original-xml.ts'
import { issuedXmlOf } from './issued-xml.ts'
import type { Asked } from './read-face.ts'

/** The certificate as XML: as we issue it, or the very bytes that were imported; undefined where there is none. */
export async function xmlFace(
  { em, facilities }: Pick<Asked, 'em' | 'facilities'>,
  version: CertificateVersion,
): Promise<Uint8Array | undefined> {
  if (version.origin === 'issued') return issuedXmlOf(em, version, facilities)
  return (await originalXmlOf(em, version.id))?.bytes
}
