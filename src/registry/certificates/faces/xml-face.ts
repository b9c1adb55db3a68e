import type { CertificateVersion } from '../certificate.queries.ts'
import { ImportedCertificate } from '../importing/imported-certificate.entity.ts'
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

/** Asked without reading a file of many megabytes. */
export const hasXml = async (
  { em }: Pick<Asked, 'em'>,
  { id, origin }: CertificateVersion,
): Promise<boolean> =>
  origin === 'issued' || (await em.count(ImportedCertificate, { certificate: { id } })) > 0
