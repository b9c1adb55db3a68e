import type { EntityManager } from '@mikro-orm/postgresql'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../../people/may.ts'
import { Certificate } from '../certificate.entity.ts'
import { CertificateImport } from './certificate-import.entity.ts'
import { ImportedCertificate } from './imported-certificate.entity.ts'

/** The bytes of an imported file as they came. */
export interface OriginalXml {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly number: string
}

const original = ({ bytes, sha256, number }: CertificateImport): OriginalXml => ({ bytes, sha256, number })

/** The file by which a certificate of the registry came; undefined for one that was transcribed by hand. */
export async function originalXmlOf(
  em: EntityManager,
  certificateId: string,
): Promise<OriginalXml | undefined> {
  const link = await em.findOne(
    ImportedCertificate,
    { certificate: { id: certificateId } },
    { populate: ['import'] },
  )
  return link ? original(link.import.$) : undefined
}

/** The file with a number that is no certificate of the registry yet, for those who imported it. */
export async function importedXmlNumbered(
  em: EntityManager,
  number: string,
  actor: Actor | null,
): Promise<OriginalXml | undefined> {
  if (!actor || (await em.count(Certificate, { number })) > 0) return undefined
  const own = isAdministrator(actor) ? {} : { organization: { id: actor.organization.id } }
  const [found] = await em.find(CertificateImport, { number, ...own }, { orderBy: { id: 'asc' }, limit: 1 })
  return found && original(found)
}

/**
 * Served as what it is and nothing else: to be stored, never to be shown. A file may ask a browser to apply a stylesheet of
 * its own, and a browser that does would run the script of a stranger.
 */
export function originalAnswer({ bytes, sha256, number }: OriginalXml) {
  return {
    status: 200 as const,
    media: 'application/xml',
    content: new Uint8Array(bytes),
    etag: sha256,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(number)}.xml`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'cache-control': 'private, no-cache',
      vary: 'Accept',
    },
  }
}
