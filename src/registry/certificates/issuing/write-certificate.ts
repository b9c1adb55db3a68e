import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import { contentSha256 } from '#evidence/signed-content.ts'
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

export interface Writing extends Omit<Issue, 'signatures' | 'change'> {
  readonly content: CertificateContent
  readonly people: Signatories
  readonly recordedBy: Certificate['recordedBy']
  readonly changeClass?: ChangeClass
  readonly changeReason?: string
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
  const { number, version, issuedAt, people, changeClass, changeReason, content } = writing
  const change =
    changeClass !== undefined && changeReason !== undefined
      ? { class: changeClass, reason: changeReason }
      : undefined
  const signatures = signaturesOf(calibration, people, contentSha256(content), issuedAt)
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
    document,
    sha256: sha256Hex(document),
    recordedBy: writing.recordedBy,
    recordedAt: now,
  })
}

function signaturesOf(
  { origin, submittedAt, reviewedAt }: Calibration,
  people: Signatories,
  content: string,
  issuedAt: Date,
): NonNullable<CertificateDocument['signatures']> {
  const times = { performed: submittedAt, reviewed: reviewedAt, authorised: issuedAt }
  return (['performed', 'reviewed', 'authorised'] as const).flatMap((meaning) => {
    const person = people[meaning]
    const at = times[meaning]
    if (!person) return []
    const bound = origin === 'issued' && at ? { at: at.toISOString(), contentSha256: content } : {}
    return [{ meaning, person: person.code, name: person.name, ...bound }]
  })
}

/** What may be absent from a transcription is absent from the columns too. */
export const signed = (person: Person | null | undefined): Person | undefined => person ?? undefined
