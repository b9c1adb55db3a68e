import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { refusedBy } from '#db/refused-by.ts'
import type { Actor } from '#http/actor.ts'
import { logEvent } from '../log/log-certificate.ts'
import { requireEitherOwn, requireOwn } from '../people/may.ts'
import { Person } from '../people/person.entity.ts'
import { CertificateEvent, type CertificateEventKind } from './certificate-event.entity.ts'
import { eventsOf, versionsNumbered, type CertificateVersion } from './certificate.queries.ts'
import {
  alreadySo,
  notTranscribed,
  noLongerInForce,
  ownTranscription,
  withdrawnBeforeIssue,
} from './certificate.refusals.ts'
import { afterEveryIssue } from './revocation-order.queries.ts'

/** A second person compares the transcription with the certificate. */
export async function checkTranscription(
  em: EntityManager,
  number: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  const newest = await newestNumbered(em, number)
  if (newest.origin !== 'transcribed') throw notTranscribed(notTranscribed.definition.title)
  requireParty(newest, actor)
  if (newest.recordedBy.id === actor.person.id) {
    throw ownTranscription(
      { en: `${actor.person.code} transcribed it`, zh: `${actor.person.code} 转录了该证书` },
      { person: actor.person.code },
    )
  }
  await record(em, newest, { kind: 'checked', effectiveFrom: null, cause: null }, actor, now)
}

/** From a moment on, the certificate is not to be relied on; what was done with it before stands. */
export async function withdrawCertificate(
  em: EntityManager,
  asked: { readonly number: string; readonly from: string; readonly cause: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const newest = await newestOfActor(em, asked.number, actor)
  const effectiveFrom = new Date(asked.from)
  if (effectiveFrom <= newest.issuedAt) {
    throw withdrawnBeforeIssue(
      {
        en: `It was issued at ${newest.issuedAt.toISOString()}`,
        zh: `签发于 ${newest.issuedAt.toISOString()}`,
      },
      {},
      { pointer: '/from' },
    )
  }
  await record(em, newest, { kind: 'withdrawn', effectiveFrom, cause: asked.cause }, actor, now)
}

/** The certificate never had a value; whatever rests on it, at any time, has lost its ground. */
export async function revokeCertificate(
  em: EntityManager,
  asked: { readonly number: string; readonly cause: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const newest = await newestOfActor(em, asked.number, actor)
  await record(em, newest, { kind: 'revoked', effectiveFrom: null, cause: asked.cause }, actor, now)
}

async function newestNumbered(em: EntityManager, number: string): Promise<CertificateVersion> {
  const [newest] = await versionsNumbered(em, number)
  if (!newest) throw new Error('A certificate has at least one version')
  return newest
}

/** The newest version, if it is the actor's to decide about and none of these has ended it yet. */
export async function newestOfActor(
  em: EntityManager,
  number: string,
  actor: Actor,
  ends: readonly CertificateEventKind[] = ['revoked'],
): Promise<CertificateVersion> {
  const newest = await newestNumbered(em, number)
  requireOwnOrTranscribedHere(newest, actor)
  const ended = (await eventsOf(em, number)).find(({ kind }) => ends.includes(kind))
  if (ended) {
    const { kind, cause } = ended
    throw noLongerInForce({ en: `It was ${kind}: ${cause ?? ''}`, zh: `已撤销或撤回：${cause ?? ''}` })
  }
  return newest
}

/** A foreign certificate is ended in the registry by the organization that keeps its item, on the word of its issuer. */
function requireOwnOrTranscribedHere(newest: CertificateVersion, actor: Actor): void {
  if (newest.origin === 'transcribed') requireParty(newest, actor)
  else requireOwn(actor, newest.issuer.id)
}

/** Of a certificate from elsewhere: whoever keeps the item, or its issuer. */
const requireParty = (newest: CertificateVersion, actor: Actor): void =>
  requireEitherOwn(actor, [newest.calibration.$.equipment.$.owner.id, newest.issuer.id])

async function record(
  em: EntityManager,
  certificate: CertificateVersion,
  event: Pick<CertificateEvent, 'kind'> & {
    readonly effectiveFrom: Date | null
    readonly cause: string | null
  },
  actor: Actor,
  now: Date,
): Promise<void> {
  if (event.kind !== 'checked') await afterEveryIssue(em)
  const recorded = em.create(CertificateEvent, {
    id: v7(),
    certificate,
    ...event,
    recordedBy: em.getReference(Person, actor.person.id, { wrapped: true }),
    recordedAt: now,
  })
  await em.flush().catch(refusedBy({ certificate_events_kind_unique: alreadySo }))
  logEvent(em, recorded, certificate)
}
