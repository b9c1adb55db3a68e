import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateView } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { isAdministrator } from '../people/may.ts'
import { eventsOf, versionsNumbered, waitForTurn } from './certificate.queries.ts'
import { unknownCertificate } from './certificate.refusals.ts'
import { viewCertificate } from './certificate.view.ts'

/** A certificate as it stands, the newest version or the one asked for; a private one is there for its parties only. */
export async function certificateSeen(
  em: EntityManager,
  number: string,
  actor: Actor | null,
  version?: number,
) {
  await em.flush()
  const versions = await versionsNumbered(em, number)
  const asked = version === undefined ? versions[0] : versions.find(({ edition }) => edition === version)
  const isParty =
    actor !== null &&
    (isAdministrator(actor) ||
      asked?.issuer.id === actor.organization.id ||
      asked?.calibration.$.equipment.$.owner.id === actor.organization.id)
  if (!asked || (asked.visibility === 'private' && !isParty)) {
    throw unknownCertificate(
      { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
      { number },
    )
  }
  const events = await eventsOf(em, number)
  // A certificate is never changed: what grows is what is known of it, its versions and what happened to it.
  return {
    status: 200 as const,
    body: viewCertificate(asked, versions, events),
    etag: versions.length + events.length,
    subject: locationOf(number),
  }
}

/** How it stands for somebody who decides about it, and has seen all that is known of it. */
export async function certificateDecided(
  em: EntityManager,
  number: string,
  actor: Actor,
  seenVersion: number,
): Promise<CertificateView> {
  await waitForTurn(em, number)
  const { body, etag } = await certificateSeen(em, number, actor)
  if (etag !== seenVersion) throw olderVersion(`The certificate is at "${etag}"`)
  return body
}

/** `/v1/certificates/A%2F1`: what a number may hold stands in a path as it is, but for what must be escaped. */
export const locationOf = (number: string): string => `/v1/certificates/${encodeURIComponent(number)}`
