import type { EntityManager } from '@mikro-orm/postgresql'
import type { CertificateStatement } from '#evidence/log-statement.ts'
import type { CertificateEvent } from '../certificates/certificate-event.entity.ts'
import type { Certificate } from '../certificates/certificate.entity.ts'
import { appendStatement, type LogPlace } from './append-statement.ts'

/** Says in the log that this version was issued, or written down from elsewhere. Its row and its issuer are there. */
export const logVersion = (em: EntityManager, certificate: Certificate): Promise<LogPlace> =>
  appendStatement(em, {
    statement: {
      kind: kindOfVersion(certificate),
      at: certificate.recordedAt.toISOString(),
      ...nameOf(certificate),
      ...(certificate.changeClass && { changeClass: certificate.changeClass }),
    },
    disclosure: certificate.visibility,
    certificate: certificate.id,
  })

/** Says what happened to a certificate, with the visibility of the version to which it happened. */
export const logEvent = (
  em: EntityManager,
  event: CertificateEvent,
  certificate: Certificate,
): Promise<LogPlace> =>
  appendStatement(em, {
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

function kindOfVersion({ origin, edition }: Certificate): CertificateStatement['kind'] {
  if (origin !== 'issued') return 'recorded'
  return edition === 1 ? 'issued' : 'amended'
}
