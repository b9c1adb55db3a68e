import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import type { CertificateDifference } from '#contract/types.ts'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Calibration } from '../../calibrations/calibration.entity.ts'
import type { Person } from '../../people/person.entity.ts'
import { Certificate, type ChangeClass } from '../certificate.entity.ts'
import type { CertificateContent, CertificateDocument } from '../certificate-content.view.ts'
import { documentOf, type Issue } from '../certificate.view.ts'

export interface Signatories {
  readonly performed?: Person | undefined
  readonly reviewed?: Person | undefined
  readonly authorised?: Person | undefined
}

export interface Writing extends Omit<Issue, 'change'> {
  readonly content: CertificateContent
  readonly people: Signatories
  readonly recordedBy: Certificate['recordedBy']
  readonly changeClass?: ChangeClass
  readonly changeReason?: string
  readonly differences?: readonly CertificateDifference[]
}

/**
 * Writes one version of a certificate: its canonical bytes (RFC 8785) and their hash. After this the database refuses
 * every change of it and of the calibration below it, so both must have been flushed before.
 */
export function writeCertificate(
  em: EntityManager,
  calibration: Calibration,
  writing: Writing,
  now: Date,
): Certificate {
  const { number, version, issuedAt, people, changeClass, changeReason, content, differences } = writing
  const signatures = writing.signatures ?? namesOf(people)
  const change =
    changeClass !== undefined && changeReason !== undefined
      ? { class: changeClass, reason: changeReason, ...(differences && { differences }) }
      : undefined
  const document = canonicalText(documentOf(content, { ...writing, signatures, ...(change && { change }) }))
  return em.create(Certificate, {
    id: v7(),
    number,
    edition: version,
    origin: calibration.origin,
    kind: calibration.certificateKind,
    issuer: calibration.laboratory,
    calibration,
    component: calibration.component,
    competence: calibration.competence ?? null,
    performedAt: calibration.finishedAt,
    issuedAt,
    validUntil: calibration.validUntil ?? null,
    visibility: calibration.visibility,
    performer: people.performed ?? null,
    reviewer: people.reviewed ?? null,
    signatory: people.authorised ?? null,
    changeClass: changeClass ?? null,
    changeReason: changeReason ?? null,
    text: document,
    document,
    sha256: sha256Hex(document),
    recordedBy: writing.recordedBy,
    recordedAt: now,
  })
}

/** Who signed a certificate from elsewhere: names, and no more is known here. */
const namesOf = (people: Signatories): NonNullable<CertificateDocument['signatures']> =>
  (['performed', 'reviewed', 'authorised'] as const).flatMap((meaning) => {
    const person = people[meaning]
    return person ? [{ meaning, person: person.code, name: person.name }] : []
  })

/** What may be absent from a transcription is absent from the columns too. */
export const signed = (person: Person | null | undefined): Person | undefined => person ?? undefined
