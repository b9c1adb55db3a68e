import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { canonicalText } from '#evidence/canonical-form.ts'
import { sha256Hex } from '#evidence/digest.ts'
import type { Calibration } from '../../calibrations/calibration.entity.ts'
import type { Person } from '../../people/person.entity.ts'
import { Certificate, type ChangeClass } from '../certificate.entity.ts'
import { documentOf, type Issue } from '../certificate.view.ts'

export interface Writing extends Issue {
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
  const { number, version, issuedAt, people, changeClass, changeReason } = writing
  const change =
    changeClass !== undefined && changeReason !== undefined
      ? { class: changeClass, reason: changeReason }
      : undefined
  const document = canonicalText(documentOf(calibration, { ...writing, ...(change && { change }) }))
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

/** What may be absent from a transcription is absent from the columns too. */
export const signed = (person: Person | null | undefined): Person | undefined => person ?? undefined
