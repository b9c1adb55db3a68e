import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateView } from '#contract/types.ts'
import { olderVersion } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { readerOf, type Reader } from '../people/reader.ts'
import { recallsOfCertificate } from '../recalls/recall-items.queries.ts'
import { viewConcern } from '../recalls/recall.view.ts'
import { eventsOf, versionsNumbered, waitForTurn, type CertificateVersion } from './certificate.queries.ts'
import { unknownCertificate } from './certificate.refusals.ts'
import { viewCertificate } from './certificate.view.ts'
import { mayReadDocument } from './visible-to.queries.ts'

/** The version that is asked for, the newest if none is; a certificate that is not for the reader is not there. */
export async function versionSeen(
  em: EntityManager,
  number: string,
  actor: Actor | null,
  version?: number,
): Promise<{ readonly asked: CertificateVersion; readonly versions: readonly CertificateVersion[] }> {
  await em.flush()
  const versions = await versionsNumbered(em, number)
  const asked = version === undefined ? versions[0] : versions.find(({ edition }) => edition === version)
  const [newest] = versions
  if (!asked || !newest || !isFor(newest, readerOf(actor))) {
    throw unknownCertificate(
      { en: `None has the number ${number}`, zh: `没有编号为 ${number} 的证书` },
      { number },
    )
  }
  return { asked, versions }
}

/** The newest version says who may read, of the former ones too. */
function isFor({ visibility, issuer, calibration }: CertificateVersion, reader: Reader): boolean {
  const { customer, equipment } = calibration.$
  const parties = { issuer: issuer.id, customer: customer?.id, owner: equipment.$.owner.id }
  return mayReadDocument(visibility, parties, reader)
}

/** A certificate as it stands, the newest version or the one asked for, and what has happened to it. */
export async function certificateSeen(
  em: EntityManager,
  number: string,
  actor: Actor | null,
  version?: number,
) {
  const { asked, versions } = await versionSeen(em, number, actor, version)
  const events = await eventsOf(em, number)
  const recalls = await recallsOfCertificate(em, number)
  const moves = new Map(recalls.map((one) => [one.recall, one.moves]))
  // A certificate is never changed: what grows is what is known of it, its versions and what happened to it and about it.
  return {
    status: 200 as const,
    body: {
      ...viewCertificate(asked, versions, events),
      ...(recalls.length > 0 && { recalls: recalls.map(viewConcern) }),
    },
    etag: [...moves.values()].reduce((sum, one) => sum + one, versions.length + events.length),
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
