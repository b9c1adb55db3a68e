import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateEvent } from '../certificates/certificate-event.entity.ts'
import type { Certificate } from '../certificates/certificate.entity.ts'
import { tell } from '../events/tell.ts'
import type { Saying } from './append-statement.ts'
import { say } from './say.ts'

/** Says in the log, and to the parties, that this version was issued, or written down from elsewhere. It is entered when the act is done. */
export function logVersion(em: EntityManager, certificate: Certificate): void {
  say(em, sayingOfVersion(certificate))
  const cause = certificate.changeReason
  tell(em, `certificate.${kindOfVersion(certificate)}`, {
    about: 'certificate',
    record: certificate.id,
    ...(cause && { more: { cause } }),
  })
}

/** Says what happened to a certificate, with the visibility of the version to which it happened. */
export function logEvent(em: EntityManager, event: CertificateEvent, certificate: Certificate): void {
  say(em, sayingOfEvent(event, certificate))
  const { cause, effectiveFrom } = event
  tell(em, `certificate.${event.kind}`, {
    about: 'certificate',
    record: certificate.id,
    more: { ...(cause && { cause }), ...(effectiveFrom && { from: effectiveFrom.toISOString() }) },
  })
}

export const sayingOfVersion = (certificate: Certificate): Saying => ({
  statement: {
    kind: kindOfVersion(certificate),
    at: certificate.recordedAt.toISOString(),
    ...nameOf(certificate),
    ...(certificate.changeClass && { changeClass: certificate.changeClass }),
  },
  disclosure: certificate.visibility,
  certificate: certificate.id,
})

export const sayingOfEvent = (event: CertificateEvent, certificate: Certificate): Saying => ({
  statement: {
    kind: event.kind,
    at: event.recordedAt.toISOString(),
    ...nameOf(certificate),
    ...(event.effectiveFrom && { effectiveFrom: event.effectiveFrom.toISOString() }),
    ...(event.cause && { cause: event.cause }),
  },
  disclosure: certificate.visibility,
  certificateEvent: event.id,
})

const nameOf = ({ number, edition, sha256, issuer }: Certificate) => ({
  number,
  version: edition,
  sha256,
  issuer: issuer.getEntity().code,
})

/** What others have issued is recorded here, in whatever form it came. */
function kindOfVersion({ origin, edition }: Certificate) {
  if (origin !== 'issued') return 'recorded'
  return edition === 1 ? 'issued' : 'amended'
}
