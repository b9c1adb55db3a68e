import { X509Certificate } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { TrustAnchorEntry } from '#contract/types.ts'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { organizationNamed } from '../organizations/organization.queries.ts'
import { Person } from '../people/person.entity.ts'
import { TrustAnchor } from './trust-anchor.entity.ts'
import { anchorTaken, notACertificate } from './trust-anchor.refusals.ts'

/** From now on the signatures of files are trusted that this certificate vouches for. */
export async function registerTrustAnchor(
  em: EntityManager,
  stated: TrustAnchorEntry,
  actor: Actor,
  now: Date,
): Promise<TrustAnchor> {
  const certificate = certificateIn(stated.pem)
  const organization =
    stated.organization === undefined
      ? null
      : await organizationNamed(em, stated.organization, '/organization')
  const fingerprint = certificate.fingerprint256.replaceAll(':', '').toLowerCase()
  // The constraint sees no two nulls as equal.
  const same = { fingerprint, organization: organization?.id ?? null }
  if ((await em.count(TrustAnchor, same)) > 0) throw taken(fingerprint)

  const anchor = em.create(TrustAnchor, {
    id: v7(),
    pem: stated.pem,
    subject: certificate.subject.replaceAll('\n', ', '),
    fingerprint,
    notBefore: certificate.validFromDate,
    notAfter: certificate.validToDate,
    organization,
    note: stated.note ?? null,
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ trust_anchors_fingerprint_unique: anchorTaken }))
  return anchor
}

const taken = (fingerprint: string) =>
  anchorTaken(anchorTaken.definition.title, { fingerprint }, { pointer: '/pem' })

const onePem = /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/

const unreadable = () => notACertificate(notACertificate.definition.title, {}, { pointer: '/pem' })

/** One certificate, with dates that can be read and a key that is known. */
function certificateIn(pem: string): X509Certificate {
  if (!onePem.test(pem)) throw unreadable()
  try {
    const certificate = new X509Certificate(pem)
    const dates = [certificate.validFromDate, certificate.validToDate].map((date) => date.getTime())
    if (dates.every(Number.isFinite) && certificate.publicKey.type === 'public') return certificate
  } catch {
    // OpenSSL tells in many ways that it cannot read one.
  }
  throw unreadable()
}
