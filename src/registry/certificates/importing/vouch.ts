import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateReader } from '#compute/certificate-files/certificate-reader.ts'
import { anchorsInForce } from '../../trust-anchors/trust-anchor.queries.ts'
import type { TrustAnchor } from '../../trust-anchors/trust-anchor.entity.ts'

/**
 * The anchor by which somebody else vouches for a signer of the file, if there is one: registered by another person than the
 * one who imports. Whoever could do both could make a certificate alone.
 */
export async function vouchingAnchor(
  em: EntityManager,
  asked: {
    readonly bytes: Uint8Array
    readonly issuer: string
    readonly person: string
    readonly now: Date
    readonly reader: Pick<CertificateReader, 'read'>
  },
): Promise<TrustAnchor | undefined> {
  const anchors = await anchorsInForce(em, asked.issuer)
  for (const anchor of anchors.filter(({ recordedBy }) => recordedBy.id !== asked.person)) {
    const question = { bytes: asked.bytes, trusted: [anchor.pem], at: asked.now }
    const { signatures } = await asked.reader.read(question)
    if (signatures.some(({ status, coversDocument }) => status === 'valid' && coversDocument)) return anchor
  }
  return undefined
}
